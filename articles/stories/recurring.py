"""What a site puts below all its texts, «من نحن» and the like: lines that stand in texts which are not alike.

Learnt from the texts that are looked at as copies anyway: those that share such lines share keys of the sketch.
"""

from dataclasses import replace

# So many texts of one source, each with so many words besides: one told three times has hardly any.
TEXTS, WORDS_BESIDES = 3, 10


def without_recurring(pair, others):
    """Two `Profile`s that run alike, less the lines that recur in the source of either, as `others` show."""
    shared = set.intersection(*(set(_lines(profile.body)) for profile in pair))
    lines = {
        line
        for source in {profile.source for profile in pair}
        for line in _recurring(shared, [other.body for other in others if other.source == source])
    }
    return [_without(profile, lines) for profile in pair] if lines else pair


def _recurring(lines, bodies):
    for line in lines:
        besides = {_besides(body, lines) for body in bodies if line in body}
        if sum(len(rest) >= WORDS_BESIDES for rest in besides) >= TEXTS:
            yield line


def _besides(body, lines):
    return tuple(word for line in _lines(body) if line not in lines for word in line.split())


def _without(profile, lines):
    kept = "\n".join(line for line in profile.body.splitlines() if line.strip() not in lines)
    return replace(profile, body=kept)


def _lines(body):
    return filter(None, map(str.strip, body.splitlines()))
