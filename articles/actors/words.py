"""A text as the gazetteer reads it: folded words, with the way back to their places in the original."""

import re
from functools import lru_cache
from pathlib import Path

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import load_words
from articles.arabic.tokenizer import tokens

DATA = Path(__file__).parent / "data"
GIVEN_NAMES = load_words(DATA / "given_names.txt")
# Written before a word without a space: and, so, with or in, for or to, as; alone and after each other.
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
ARTICLE = "ال"
# «عبد الحميد», «أبو زيد», «بو سهمين» are one word, joined or apart.
_SLAVE_OF = re.compile("[وفبلك]{0,2}عبد")
_FATHER_OF = re.compile("([وفبلك]{0,2})(?:اب[ويا]|بو)")
LONGEST_COMPOUND_HEAD = 5
# As folded → as the register's names are; the second line is how the Maghreb and a slip of the pen write them.
_SPELLINGS = {
    "ابن": "بن",
    **{"الرحمان": "الرحمن", "عبدالرحمان": "عبدالرحمن", "القدافي": "القذافي"},
}
# A space, quotation marks, a plus; a comma or full stop parts.
_BRIDGE = re.compile(r"[^\S\n]*[«»“”\"+]?[^\S\n]*")
# Between words that no name bridges: a comma, a full stop, a bracket.
BREAK = "\x1f"

_fold_word = lru_cache(maxsize=200_000)(fold)


def _bridged(gap, word):
    """Whether a name may go on over what stands between two words: «لجنة «6+6»», «اللجنة (5+5)»."""
    return bool(_BRIDGE.fullmatch(gap)) or (gap == " (" and word[0].isdigit())


class Words:
    """The words of a text, each joined with what belongs to it.

    >>> Words("لقاء عبد الحميد الدبيبة، أمس").line
    ' لقاء عبدالحميد الدبيبه \\x1f امس '
    """

    def __init__(self, text):
        self.text = text
        self.words, self.starts, self.ends, self.breaks = [], [], [], []
        for token in tokens(text):
            self._add(_fold_word(token.surface), token.start, token.end)
        self.line, self.index = self._laid_out()

    def _add(self, word, start, end):
        gap = self.text[self.ends[-1] : start] if self.ends else ""
        word = _SPELLINGS.get(word, word)
        together = gap == " " or (gap and _bridged(gap, word))
        joined = self._joined(word) if together and len(self.words[-1]) <= LONGEST_COMPOUND_HEAD else None
        if joined:
            self.words[-1], self.ends[-1] = joined, end
            return
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.breaks.append(bool(gap) and not together)

    def _joined(self, word):
        before = self.words[-1]
        if _SLAVE_OF.fullmatch(before) and word.startswith((ARTICLE, "رب")):
            return before + word
        father = _FATHER_OF.fullmatch(before)
        return f"{father[1]}ابو{word}" if father else None

    def _laid_out(self):
        """All words in one line, a space on either side, and for each word's first character its number."""
        parts, index, place = [" "], {}, 1
        for number, word in enumerate(self.words):
            if self.breaks[number]:
                parts.append(f"{BREAK} ")
                place += 2
            index[place] = number
            parts.append(f"{word} ")
            place += len(word) + 1
        return "".join(parts), index

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
