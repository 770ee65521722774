"""An English name for an editor to correct: «عبد السلام الحاسي» → "Abdulsalam al-Hasi".

A word that the register's names have is written as most of them write it, any other letter by letter; a body's head
is translated and put last.
"""

from collections import Counter, defaultdict

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import data_lines

from .proposed_bodies import HEADS, head_of
from .words import ARTICLE, DATA, pattern

LETTERS = dict(line.split() for line in data_lines(DATA / "latin_letters.txt"))
# As consonants, where they are not the last letter.
FIRST, INNER = {"و": "w", "ي": "y", "ه": "h"}, {"ه": "h"}
VOWELS = "aeiou"


class Romaniser:
    """Learns from pairs of an Arabic and a Latin name: Romaniser([("محمد المنفي", "Mohamed al-Menfi")])."""

    def __init__(self, pairs):
        self._usual = defaultdict(Counter)
        for arabic, latin in pairs:
            written = latin.replace("-", " ").split()
            parts = [part for part in written if part.casefold() not in ("al", "el")]
            words = pattern(arabic).split(" ")
            if len(words) == len(parts):
                for word, part in zip(words, parts, strict=True):
                    self._usual[word.removeprefix(ARTICLE)][part] += 1

    def english(self, name):
        """The name as an English newspaper might write it."""
        head, *rest = pattern(name).split(" ")
        if rest and head_of(head):
            return " ".join([*map(self._word, rest), HEADS[head_of(head)]])
        return " ".join(map(self._word, [head, *rest]))

    def _word(self, word):
        bare = word.removeprefix("لل") if word.startswith("لل") else word.removeprefix(ARTICLE)
        usual = self._usual.get(bare)
        written = usual.most_common(1)[0][0] if usual else _spelt(bare)
        return f"al-{written}" if bare != word and len(bare) > 1 else written


def _spelt(word):
    """Letter by letter, with an "a" between consonants that would meet, but for the last."""
    spelt, letters = "", fold(word)
    for place, letter in enumerate(letters):
        sound = (FIRST if place == 0 else INNER if place < len(letters) - 1 else LETTERS).get(letter)
        sound = sound or LETTERS.get(letter, letter)
        crowded = spelt and sound[:1] not in VOWELS and spelt[-1] not in VOWELS
        spelt += ("a" if crowded and place < len(letters) - 1 else "") + sound
    return spelt[:1].upper() + spelt[1:]
