"""A sentence as a report of speech: its words, its quotations, its verbs of saying and who is named in it."""

import re
from functools import cached_property

import numpy as np

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import load_words

from .saying import VERBS
from .words import DATA

# Straight marks do not say which of them opens: one does behind a blank or a clitic, the other closes before a blank
# or a stop.
QUOTED = re.compile(
    r"«([^«»]+)»|“([^“”]+)”|(?:(?<=[\s(:،ـبلوفك])|^)\"(?![\s،.؛:])([^\"\n]+)(?<!\s)\"(?=[\s.,،؛:!?؟)]|$)"
)
CLAUSE = re.compile(r"[وفبل]?(?:ان)(?:ه|ها|هم|هما|نا|ني)?")
PASSIVE = "\N{ARABIC DAMMA}"
RELATIVE = frozenset(map(fold, ("الذي", "التي", "الذين", "اللذان", "اللتان")))
NEGATIONS = frozenset(map(fold, ("لم", "لا", "لن", "دون", "ولا", "ولم")))
# Back to what was named before the relative: «الاجتماع الذي دعا إليه».
RETURNING = frozenset(map(fold, ("إليه", "إليها", "به", "بها", "عنه", "عنها", "عليه", "عليها")))
NEED_ABOUT, ABOUT, ABOUT_WITHIN = frozenset({"عبر"}), "عن", 8
# «وبيّن» opens a sentence; elsewhere it is "between".
BETWEEN = "بين"
# «بحسب ما ذكر», «حسبما أفاد»: the verb reports no speech of its own.
WHAT = frozenset({"ما", "لما", "مما"})
# Not said, or not yet: «رفض أن يوضح», «في حال أقر».
CONDITIONS = frozenset(map(fold, ("أن", "كي", "لكي", "حال", "إذا", "لو", "أو", "قد", "سوف"))) - {"قد"}
ATTRIBUTIONS = load_words(DATA / "attributions.txt")
SHORTEST_SPEECH = 4  # words between quotation marks; fewer are a name or a term, if no colon stands before
PAUSES = '،,؛;:–—-»”")'
# A verb may stand between name and clause: «وقال … ، مضيفا أن».
EDGES = " ،,؛;:–—-\n"


class ReadWords:
    """The folded words of a reading with their places; `telling` marks those that may tell who speaks."""

    def __init__(self, read):
        self._read, folded = read, read.lexis.folded
        self._folded = folded.column(str)[read.folded]
        self.telling = folded.column(tells, bool)[read.folded]

    def between(self, start, end):
        """The slice of the words from one character to another."""
        return slice(*np.searchsorted(self._read.starts, (start, end)).tolist())

    def __getitem__(self, within):
        """(folded word, first character, end) of each word of a slice."""
        columns = (column[within].tolist() for column in (self._folded, self._read.starts, self._read.ends))
        return list(zip(*columns, strict=True))


def tells(word):
    """A verb of saying in any form, or an attribution: «قال», «بحسب»."""
    return word in VERBS or word in ATTRIBUTIONS


class Sentence:
    """Characters `start` to `end` of a text, with the `speakers` linked in it in order.

    `words` are triples of folded word, start and end; `verbs` the numbers of those that may report speech.
    """

    def __init__(self, text, start, end, words, speakers):
        self.text, self.start, self.end, self.words, self.speakers = text, start, end, words, speakers
        quoted = [match.span() for match in QUOTED.finditer(text, start, end)]
        self.speeches = [span for span in quoted if self._is_speech(*span)]
        self._quoted = quoted

    def _is_speech(self, begin, end):
        announced = self.text[self.start : begin].rstrip().endswith(":")
        return announced or len(self.text[begin:end].split()) >= SHORTEST_SPEECH

    @cached_property
    def verbs(self):
        outside = [place for place, word in enumerate(self.words) if not within(word[1], self._quoted)]
        return [place for place in outside if self._says(place)]

    def _says(self, place):
        """A verb of saying, and not in the passive where the marks tell: «أُعلن الحداد» has no speaker.

        Nor «لم يعلن», «دعا إليه», «بحسب ما ذكر», «في حال أعلن», nor «عبر» without its «عن».
        """
        word, start, end = self.words[place]
        if word not in VERBS or PASSIVE in self.text[start : min(end, start + 4)]:
            return False
        before = self.words[place - 1][0] if place else ""
        after = [other for other, _, _ in self.words[place + 1 : place + 1 + ABOUT_WITHIN]]
        returning = after[:1] and after[0] in RETURNING
        about = VERBS[word].text not in NEED_ABOUT or ABOUT in after
        told = before in WHAT or before in ATTRIBUTIONS or before in CONDITIONS
        between = word.removeprefix("و") == BETWEEN and place
        return before.lstrip("وف") not in NEGATIONS and not (returning or told or between) and about

    def next_verb(self, place):
        """Where the next verb of saying begins, else the sentence's end."""
        return next((self.words[other][1] for other in self.verbs if other > place), self.end)

    def clause(self, place):
        """The first «أن» or «إن» behind a verb and before the next; None if there is none."""
        later = range(place + 1, len(self.words))
        first = next((at for at in later if CLAUSE.fullmatch(self.words[at][0])), None)
        return first if first and self.words[first][1] < self.next_verb(place) else None

    def word_before(self, start):
        return next((word for word, begin, _ in reversed(self.words) if begin < start), "")

    def count(self, begin, end):
        """How many words begin between two characters."""
        return sum(begin <= start < end for _, start, _ in self.words)

    def pauses_before(self, place):
        """Whether a comma or a quotation's end stands right before a word."""
        return self.text[self.start : self.words[place][1]].rstrip()[-1:] in tuple(PAUSES)

    def trimmed(self, begin, end):
        """The stretch without the commas and blanks at its edges; a full stop at its end stays."""
        while begin < end and self.text[begin] in EDGES:
            begin += 1
        while begin < end and self.text[end - 1] in EDGES:
            end -= 1
        return begin, end


def within(place, spans):
    return any(begin <= place < end for begin, end in spans)
