"""Words that texts put together more often than chance would: «مجلس النواب», «القائد العام للجيش».

Runs of two to five words are counted by the texts that have them, and kept where the last word is bound to those
before it (normalised pointwise mutual information, Bouma 2009). A run that hardly ever stands outside a longer one is
left to that one.
"""

from collections import Counter
from itertools import islice
from typing import NamedTuple

import numpy as np

from articles.arabic.letters import MARKS
from articles.arabic.normalizer import fold
from articles.arabic.reading import Joined
from articles.arabic.stopwords import STOPWORDS
from articles.arabic.vocabulary import Vocabulary

LONGEST = 5  # words
LEAST_TEXTS = 3
LEAST_BOND = 0.3  # from -1, never together, over 0, independent, to 1, only together
PART = 0.8  # share of its texts in which a run is part of one longer run
SPELLINGS = 20  # places of a run that are looked at for its commonest spelling
WITHOUT_MARKS = str.maketrans("", "", MARKS + "\u0640")
CLITICS = "وفبلك"
BREAK = -1
AT_ONCE = 2_000  # texts that are read together


class Corpus:
    """Texts as numbers of words: `words` folded, `spelt` as written, `texts` to which text each belongs.

    A BREAK stands for what parts two words other than by space; `spellings` and `folded` name the numbers.
    """

    def __init__(self, texts):
        self.spellings, self.folded, self._folded_of = Vocabulary(), Vocabulary(), []
        texts, read, self.count = iter(texts), [np.zeros((2, 0), "i8")], 0
        while some := list(islice(texts, AT_ONCE)):
            read.append(self._read(some, self.count))
            self.count += len(some)
        self.spelt, self.texts = np.concatenate(read, axis=1)
        # The last number stands for BREAK, which is -1.
        self.words = np.array([*self._folded_of, BREAK], "i8")[self.spelt]

    def _read(self, some, first):
        """(spelling, text) of each word of some more texts, with the breaks."""
        read = Joined(some)
        tokens, which = np.unique(read.tokens, return_inverse=True)
        spelt = np.array(
            [self._spelling(read.lexis.tokens.entries[token]) for token in tokens.tolist()], "i8"
        )
        texts = read.texts_at(read.starts)
        is_new_text = texts[1:] != texts[:-1]
        breaks = np.union1d(read.runs[1:], [*(is_new_text.nonzero()[0] + 1), len(texts)])
        return np.insert((spelt[which], first + texts), breaks, BREAK, axis=1)

    def _spelling(self, token):
        spelling = token[0].translate(WITHOUT_MARKS)
        number = self.spellings[spelling]
        if number == len(self._folded_of):
            self._folded_of.append(self.folded[fold(spelling)])
        return number


class Runs(NamedTuple):
    """Runs of one length: where each stands (`places`, grouped by `begins`), and in how many texts (`counts`)."""

    length: int
    numbers: np.ndarray  # of the run that begins at each place of the corpus; BREAK for none
    places: np.ndarray
    begins: np.ndarray
    counts: np.ndarray


def collocations(texts, most=20_000):
    """[(run, number of texts)], those in most texts first.

    >>> collocations(["اجتمع مجلس النواب", "أقر مجلس النواب", "رأي مجلس النواب في الأمر", "زار الوفد طبرق"])
    [('مجلس النواب', 3)]
    """
    corpus = Corpus(texts)
    if not len(corpus.words):
        return []
    single = _grouped(corpus, corpus.words, 1)
    levels, bound = [single], [None]
    while levels[-1].length < LONGEST and len(levels[-1].counts):
        levels.append(_longer(corpus, levels[-1], single))
        bound.append(_bound(corpus, *levels[-2:], single))
    for place in range(1, len(levels) - 1):
        bound[place] &= ~_parts(*levels[place : place + 2], bound[place + 1])
    names = corpus.spellings.entries
    found = [
        (_spelling(corpus, runs, number, names), int(runs.counts[number]))
        for runs, kept in zip(levels[1:], bound[1:], strict=True)
        for number in np.flatnonzero(kept).tolist()
    ]
    found.sort(key=lambda pair: (-pair[1], pair[0]))
    known = {fold(run) for run, _ in found}
    return [pair for pair in found if not known.intersection(_without_clitic(fold(pair[0])))][:most]


def _without_clitic(run):
    """What a folded run may be without the particle written onto it: «بمجلس النواب», «للحرس الوطني»."""
    if run[0] in CLITICS:
        yield run[1:]
        if run.startswith("لل"):
            yield f"ال{run[2:]}"


def _grouped(corpus, keys, length, least=1):
    """The Runs of a key for each place, BREAK for none."""
    places = np.flatnonzero(keys != BREAK)
    order = places[np.lexsort((corpus.texts[places], keys[places]))]
    is_new = np.ones(len(order), bool)
    is_new[1:] = keys[order][1:] != keys[order][:-1]
    is_counted = is_new.copy()
    is_counted[1:] |= corpus.texts[order][1:] != corpus.texts[order][:-1]
    groups = np.cumsum(is_new) - 1
    counts = np.bincount(groups, is_counted).astype("i8")
    kept = counts >= least
    numbers = np.full(len(keys), BREAK, "i8")
    renumbered = np.where(kept, np.cumsum(kept) - 1, BREAK)
    numbers[order] = renumbered[groups]
    places = order[kept[groups]]
    sizes = np.bincount(numbers[places], minlength=len(counts[kept]))
    return Runs(length, numbers, places, np.concatenate([[0], np.cumsum(sizes)]), counts[kept])


def _longer(corpus, runs, single):
    """Runs of one word more, in texts enough."""
    following = np.full(len(runs.numbers), BREAK, "i8")
    following[: -runs.length] = corpus.words[runs.length :]
    keys = np.where(
        (runs.numbers != BREAK) & (following != BREAK), runs.numbers * len(single.counts) + following, BREAK
    )
    return _grouped(corpus, keys, runs.length + 1, LEAST_TEXTS)


def _bound(corpus, shorter, longer, single):
    """Mask of the longer runs that hold together, begin and end in words of meaning, and are no numbers."""
    if not len(longer.counts):
        return np.zeros(0, bool)
    first = longer.places[longer.begins[:-1]]
    last = first + longer.length - 1
    total = corpus.count
    together = longer.counts / total
    apart = shorter.counts[shorter.numbers[first]] * single.counts[single.numbers[last]] / total**2
    bond = np.log(together / apart) / -np.log(np.minimum(together, 1 - 1e-9))
    means = np.array([_has_meaning(word) for word in corpus.folded.entries])
    return (bond >= LEAST_BOND) & means[corpus.words[first]] & means[corpus.words[last]]


def _has_meaning(word):
    return len(word) > 1 and word not in STOPWORDS and not word[0].isdigit()


def _parts(shorter, longer, bound):
    """Mask of the shorter runs that nearly always stand in one longer run that holds together itself."""
    part = np.zeros(len(shorter.counts), bool)
    first, counts = longer.places[longer.begins[:-1]][bound], longer.counts[bound]
    for inner in (shorter.numbers[first], shorter.numbers[first + 1]):
        part[inner[counts >= PART * shorter.counts[inner]]] = True
    return part


def _spelling(corpus, runs, number, names):
    """As most of the places looked at write it."""
    places = runs.places[runs.begins[number] : runs.begins[number + 1]][:SPELLINGS]
    spelt = Counter(tuple(corpus.spelt[place : place + runs.length].tolist()) for place in places.tolist())
    [(best, _)] = spelt.most_common(1)
    return " ".join(names[word] for word in best)
