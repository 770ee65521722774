"""What new articles are found by, drawn from many texts at once: the same as a `Profile` tells of one, much sooner."""

from collections import Counter
from typing import NamedTuple

import numpy as np

from .minhash import banded, signature
from .profile import READ, TITLE_WEIGHT, within
from .shingles import SIZE, rolled
from .terms import keys_of
from .wording import own_spans, word_keys


class Traits(NamedTuple):
    """What an article is found by: terms and how often they stand there, those of the title, the keys of its sketch."""

    terms: dict
    headline: list
    sketch: list


def traits_of(read, titles, bodies):
    """The `Traits` of articles, of which a `Joined` reading has the titles and bodies at these numbers, in order."""
    spans = [span for number in bodies for span in _spans(read.texts[number], int(read.begins[number]))]
    starts, ends, told_ends = np.array(spans, "i8").reshape(-1, 3).T
    keys, places = keys_of(read)
    of_titles = _parted(keys, read.texts_at(places), titles)
    told = within(places, (starts, told_ends))
    of_bodies = _parted(keys[told], read.texts_at(places[told]), bodies)
    found = zip(of_titles, of_bodies, _sketches(read, bodies, (starts, ends)), strict=True)
    return [Traits(_terms(title, body), title, sketch) for title, body, sketch in found]


def _spans(body, begin):
    """The lines without the frame: their first characters, their ends, and how far their terms are read."""
    left = READ
    for start, end in own_spans(body):
        yield begin + start, begin + end, begin + start + min(end - start, left)
        left = max(left - (end - start), 0)


def _terms(title, body):
    terms = Counter(body)
    for term in title:
        terms[term] += TITLE_WEIGHT
    return terms


def _sketches(read, bodies, spans):
    """The keys of each body's runs of words."""
    own = within(read.part_starts, spans)
    counts, words = read.lexis.parts.lists(word_keys)[read.parts[own]]
    texts = np.repeat(read.texts_at(read.part_starts[own]), counts)
    runs = rolled(words.astype("u8"))
    # None from one text into the next.
    whole = texts[: len(runs)] == texts[SIZE - 1 :] if len(runs) else np.empty(0, bool)
    runs, texts = runs[whole], texts[: len(runs)][whole]
    signatures = [signature(runs[first:last]) for first, last in _bounds(texts, bodies) if last > first]
    sketches = iter(banded(np.array(signatures)).tolist() if signatures else ())
    return [next(sketches) if last > first else [] for first, last in _bounds(texts, bodies)]


def _parted(values, texts, numbers):
    """Lists of the values that belong to each of these texts."""
    values = values.tolist()
    return [values[first:last] for first, last in _bounds(texts, numbers)]


def _bounds(texts, numbers):
    """Where in ascending numbers of texts those of each stand: pairs."""
    firsts, lasts = (np.searchsorted(texts, numbers, side).tolist() for side in ("left", "right"))
    return list(zip(firsts, lasts, strict=True))
