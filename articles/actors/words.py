"""A text as the gazetteer reads it: folded words, with the way back to their places in the original."""

import re
from itertools import accumulate
from pathlib import Path

import numpy as np

from articles.arabic.reading import Reading, letters
from articles.arabic.stopwords import load_words

DATA = Path(__file__).parent / "data"
GIVEN_NAMES = load_words(DATA / "given_names.txt")
# Written before a word without a space: and, so, with or in, for or to, as; alone and after each other.
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
ARTICLE = "ال"
# «عبد الحميد», «أبو زيد», «بو سهمين» are one word, joined or apart.
_SLAVE_OF = re.compile("[وفبلك]{0,2}عبد")
_FATHER_OF = re.compile("([وفبلك]{0,2})(?:اب[ويا]|بو)")
# As folded → as the register's names are; the second line is how the Maghreb and a slip of the pen write them.
_SPELLINGS = {
    "ابن": "بن",
    **{"الرحمان": "الرحمن", "عبدالرحمان": "عبدالرحمن", "القدافي": "القذافي"},
}
# A space, quotation marks, a plus; a comma or full stop parts.
_BRIDGE = re.compile(r"[^\S\n]*[«»“”\"+]?[^\S\n]*")
# Between words that no name bridges: a comma, a full stop, a bracket.
BREAK = "\x1f"

SPACE = ord(" ")


def _bridged(gap, word):
    """Whether a name may go on over what stands between two words: «لجنة «6+6»», «اللجنة (5+5)»."""
    return bool(_BRIDGE.fullmatch(gap)) or (gap == " (" and word[0].isdigit())


def _spelling(word):
    """A folded word in the spelling of the register's names."""
    return _SPELLINGS.get(word, word)


def _may_begin_compound(word):
    return bool(_SLAVE_OF.fullmatch(word) or _FATHER_OF.fullmatch(word))


def _joined(before, word):
    if _SLAVE_OF.fullmatch(before) and word.startswith((ARTICLE, "رب")):
        return before + word
    father = _FATHER_OF.fullmatch(before)
    return f"{father[1]}ابو{word}" if father else None


def _first_of_runs(words, heads):
    """Of the places of possible heads those that do join the next word, none of them joined itself."""
    chosen = []
    for number in heads:
        if (not chosen or chosen[-1] < number - 1) and _joined(words[number], words[number + 1]):
            chosen.append(number)
    return chosen


class Words:
    """The words of a text, each joined with what belongs to it.

    >>> Words("لقاء عبد الحميد الدبيبة، أمس").line
    ' لقاء عبدالحميد الدبيبه \\x1f امس '
    """

    def __init__(self, text):
        """`text` may be a `Reading` of it."""
        read = text if isinstance(text, Reading) else Reading(text)
        folded = read.lexis.folded
        self.text = read.text
        self.words = folded.column(_spelling)[read.folded].tolist()
        self.starts, self.ends = read.starts.tolist(), read.ends.tolist()
        apart, together = self._gaps(read)
        self.breaks = (apart & ~together).tolist()
        heads = folded.column(_may_begin_compound, bool)[read.folded]
        self._join((heads[:-1] & together[1:]).nonzero()[0].tolist())
        self.line, self.index = self._laid_out()

    def _gaps(self, read):
        """Whether anything stands before each word, and whether a name may go on over it."""
        apart, together = np.zeros((2, len(read)), bool)
        apart[1:] = read.starts[1:] > read.ends[:-1]
        together[1:] = apart[1:] & (letters(read.text)[read.ends[:-1]] == SPACE)
        together[1:] &= read.starts[1:] == read.ends[:-1] + 1
        for number in (apart & ~together).nonzero()[0].tolist():
            gap = self.text[self.ends[number - 1] : self.starts[number]]
            together[number] = _bridged(gap, self.words[number])
        return apart, together

    def _join(self, heads):
        """Make one of each two words that are a compound; of three in a row the first two."""
        for number in reversed(_first_of_runs(self.words, heads)):
            following = number + 1
            self.words[number] = _joined(self.words[number], self.words[following])
            self.ends[number] = self.ends[following]
            del self.words[following], self.starts[following], self.ends[following], self.breaks[following]

    def _laid_out(self):
        """All words in one line, a space on either side, and for each word's first character its number."""
        parts = [
            f"{BREAK} {word} " if is_behind_break else f"{word} "
            for word, is_behind_break in zip(self.words, self.breaks, strict=True)
        ]
        ends = enumerate(accumulate(map(len, parts)))
        return " " + "".join(parts), {end - len(self.words[number]): number for number, end in ends}

    def __len__(self):
        return len(self.words)

    def surface(self, first, last):
        """The original text from the word `first` to the word before `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def before(self, number):
        """The word next on the left with nothing but white space between; "" if none."""
        return self.words[number - 1] if number and not self.breaks[number] else ""

    def after(self, number):
        """The word next on the right of the word before `number`, likewise."""
        return self.words[number] if number < len(self) and not self.breaks[number] else ""


def pattern(name):
    """A name as its folded words, compounds joined: the form in which a `Words` line holds it."""
    return " ".join(Words(name).words)


def with_clitics(name):
    """A folded name with each clitic that may be written before it, the article assimilated.

    >>> [form for form in with_clitics("اللجنه") if "لل" in form][:2]
    ['اللجنه', 'واللجنه']
    """
    forms = []
    for clitic in CLITICS:
        if clitic.endswith("ل") and name.startswith(ARTICLE):
            rest = name.removeprefix(ARTICLE)
            forms.append(clitic + (rest if rest.startswith("ل") else f"ل{rest}"))
        else:
            forms.append(clitic + name)
    return forms


def is_given_name(word):
    """Whether a folded word is a given name, a clitic before it allowed: «وبلقاسم», «عبدالرحيم», «صلاح»."""
    bare = {word, word.lstrip("و")} | {word[1:] if word[:1] in "فبلك" else word}
    return any(form in GIVEN_NAMES or form.startswith(("عبدال", "عبدرب")) for form in bare)
