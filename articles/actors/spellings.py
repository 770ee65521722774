"""Names found by any of their spellings, in either script, through an index of consonant skeletons. Pure.

Spellings([("خليفة حفتر", 1), ("حفتر", 1), ("خالد حفتر", 2)]).find("Hifter")   -> [(1, 75.0), (2, 74.9)]
"""

from collections import Counter, defaultdict

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from articles.arabic.names import MAY_LACK, keys, loose, rank, word_keys, words
from articles.arabic.normalizer import fold

LEAST_ALIKE = 60.0
# With a name as alike as this nobody looks among those that only sound near.
SURE = 85.0
# How near a word must sound that shares no skeleton, of 100, and what that counts less.
NEAR, WITHOUT_KEY = 75.0, 45.0
# As it is written, from its first letter on; what only sounds alike comes after.
WRITTEN_SO, WRITTEN_IN_IT = 100.0, 95.0
SHORTEST_WRITTEN = 2  # letters
MOST_COMPARED = 400
# Words that a name of many has at least in common with what is asked.
FIRST_AND_LAST = 2


class Spellings:
    """An index of (name, owner) pairs; of an owner's names the likest counts, of two alike the first given."""

    def __init__(self, names):
        self.owners, self.by_key = defaultdict(dict), defaultdict(set)
        for name, owner in names:
            self.owners[name].setdefault(owner)
        self.folded = {name: f" {fold(name)}" for name in self.owners}
        self.by_sound = defaultdict(set)
        for name in self.owners:
            for key in keys(name):
                self.by_key[key].add(name)
            for word in words(name):
                self.by_sound[loose(word)].add(name)

    def find(self, text, limit=10):
        """The owners of the names that `text` may spell, the likest first: pairs of owner and likeness to 100."""
        found = {}
        for name, likeness in sorted([*self._written(text), *self._alike(text)], key=_likest):
            for owner in self.owners[name]:
                found.setdefault(owner, likeness)
        if max(found.values(), default=0) < SURE:
            for name, likeness in sorted(self._near(text, limit), key=_likest):
                for owner in self.owners[name]:
                    found.setdefault(owner, likeness)
        return list(found.items())[:limit]

    def _written(self, text):
        """Names that begin so, or one of whose words does; a whole name before a longer one."""
        typed = fold(text).strip()
        if len(typed) < SHORTEST_WRITTEN:
            return
        for name, folded in self.folded.items():
            if f" {typed}" in folded:
                begins = folded.startswith(f" {typed}")
                yield name, (WRITTEN_SO if begins else WRITTEN_IN_IT) - (len(folded) - len(typed)) / 100

    def _alike(self, text):
        """Names with a skeleton in common for each word of the text but one, ranked by how alike they are written."""
        asked = words(text)
        shared = Counter(name for word in asked for name in self._with_key_of(word))
        enough = max(1, len(asked) - MAY_LACK)
        enough = min(enough, FIRST_AND_LAST)
        candidates = [name for name, count in shared.most_common(MOST_COMPARED) if count >= enough]
        return [
            (name, score) for name, score in rank(text, candidates, MOST_COMPARED) if score >= LEAST_ALIKE
        ]

    def _near(self, text, limit):
        """Names with a word that only sounds near each word of the text: far behind those that share a skeleton."""
        asked = [loose(word) for word in words(text)]
        near = [dict(self._sounding(word, limit)) for word in asked]
        for name in set.intersection(*map(set, near)) if near else ():
            yield name, sum(likeness[name] for likeness in near) / len(near) - WITHOUT_KEY

    def _sounding(self, word, limit):
        for sound, likeness, _ in extract(
            word, self.by_sound.keys(), scorer=ratio, limit=limit, score_cutoff=NEAR
        ):
            yield from ((name, likeness) for name in self.by_sound[sound])

    def _with_key_of(self, word):
        return set().union(*(self.by_key.get(key, ()) for key in word_keys(word)))


def _likest(pair):
    return -pair[1], len(pair[0])


def measure(pairs, limit=5):
    """How often a Latin spelling finds its Arabic name among all those of the pairs, (ar, latin) each.

    A dict of `names`, `first` and `first_five`, the latter two as shares of the pairs.
    """
    index = Spellings((arabic, arabic) for arabic, _ in pairs)
    places = Counter()
    for arabic, latin in pairs:
        found = [owner for owner, _ in index.find(latin, limit)]
        places[found.index(arabic) if arabic in found else None] += 1
    hits = len(pairs) - places[None]
    share = 1 / max(len(pairs), 1)
    return {
        "pairs": len(pairs),
        "names": len(index.owners),
        "first": round(places[0] * share, 4),
        "first_five": round(hits * share, 4),
    }
