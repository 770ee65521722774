"""How rare a word is: counted in this archive, and until that holds enough, in the lexicon of newspaper Arabic."""

import math
from functools import cache
from itertools import accumulate

import numpy as np

from articles.arabic.analyzer import shipped_lexicon
from articles.arabic.reading import Lexis, Reading

from .terms import keys_of

# The lexicon counts as much as this many articles of this many words; a word that it lacks as if met five times.
PRIOR_ARTICLES = 500
WORDS_AN_ARTICLE = 120
UNSEEN = 5


@cache
def _lexicon():
    """Stem's number → share of articles in which it stands, as the lexicon lets expect."""
    lexicon = shipped_lexicon()
    # No name is joined over a blank line.
    starts = np.fromiter(accumulate((len(word) + 2 for word in lexicon), initial=0), "i8", len(lexicon) + 1)
    # In a lexis of its own, which goes again: most of these words are never met.
    found, places = keys_of(Reading("\n\n".join(lexicon), Lexis()))
    counted = np.fromiter(lexicon.values(), "i8")[np.searchsorted(starts, places, "right") - 1]
    numbers, which = np.unique(found, return_inverse=True)
    frequencies = np.bincount(which, counted).astype("i8")
    total = int(frequencies.sum())
    shares = (_share(frequency, total) for frequency in frequencies.tolist())
    return dict(zip(numbers.tolist(), shares, strict=True)), total


def _share(frequency, total):
    return 1 - math.exp(-WORDS_AN_ARTICLE * (frequency + UNSEEN) / total)


class Rarity(dict):
    """Term's number → how rare it is; `counts` maps it to the articles that hold it, out of `articles`.

    Rarity({}, 0)[key("مجلس")] -> 3.1, and more for a rarer word
    """

    def __init__(self, counts, articles):
        super().__init__()
        self.counts, self.articles = counts, articles
        self._prior, total = _lexicon()
        self._unseen = _share(0, total)

    def __missing__(self, number):
        expected = PRIOR_ARTICLES * self._prior.get(number, self._unseen)
        share = (self.counts.get(number, 0) + expected) / (self.articles + PRIOR_ARTICLES)
        self[number] = max(0.0, -math.log(min(1.0, share)))
        return self[number]
