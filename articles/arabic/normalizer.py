"""One spelling for all spellings, and the way back to the original.

    fold("الدُّبَيبـــة ٢٠٢٤")   -> "الدبيبه 2024"
    exact("الدُّبَيبـــة ٢٠٢٤")  -> "الدُّبَيبة ٢٠٢٤"

Index, query, highlighting, stop words and names all pass through `fold`, so that they cannot disagree.
"""

import re
from unicodedata import is_normalized, normalize

from articles.arabic.letters import CONTEXT_RULES, DIRECTION, RULES, TATWEEL, ZERO_WIDTH


def _merged(rules) -> dict[int, str]:
    """One translation table; a letter that one rule yields is folded by the others too (ﺔ → ة → ه)."""
    table = {ord(letter): to for rule in rules for letter, to in rule.table.items()}
    while True:
        settled = {letter: normalize("NFC", to).translate(table) for letter, to in table.items()}
        if settled == table:
            return table
        table = settled


FOLD = _merged(RULES)
EXACT = _merged(rule for rule in RULES if not rule.spelling)
_UNSEEN = "".join(ZERO_WIDTH.table | DIRECTION.table)
# A letter and all that belongs to it: its marks, a tatweel, characters without width.
_CLUSTER = re.compile(
    f".[{re.escape(_UNSEEN)}{''.join(TATWEEL.table)}"
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]*",
    re.DOTALL,
)


def fold(text: str) -> str:
    """The spelling in which words are compared: «أُمّة» and «امه» give «امه», «Gadhafí» gives «gadhafi»."""
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    text = text.translate(FOLD)
    for rule in CONTEXT_RULES:
        text = rule.pattern.sub(rule.to, text)
    return text


def exact(text: str) -> str:
    """The spelling as meant: hamza and tashkeel stay; tatweel, invisible signs, presentation forms go."""
    return normalize("NFC", normalize("NFC", text).translate(EXACT))


class Folded:
    """Folded text that knows where each of its characters came from.

    folded = Folded("قال ﷲُ أكبر")
    at = folded.text.index("الله")
    folded.span(at, at + 4)      -> (4, 6), the ligature with its mark
    """

    def __init__(self, text: str):
        self.original = text
        letters, self._starts, self._ends = [], [], []
        for cluster in _CLUSTER.finditer(text):
            start, end = cluster.start(), cluster.start() + len(cluster[0].rstrip(_UNSEEN))
            for letter in normalize("NFC", cluster[0]).translate(FOLD):
                letters.append(letter)
                self._starts.append(start)
                self._ends.append(max(end, start + 1))
        self.text = "".join(letters)
        for rule in CONTEXT_RULES:
            self._apply(rule)

    def _apply(self, rule) -> None:
        places = [match.start() for match in rule.pattern.finditer(self.text)]
        for place in reversed(places if not rule.to else ()):
            del self._starts[place], self._ends[place]
        self.text = rule.pattern.sub(rule.to, self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of `text[start:end]`; empty: the place before the next letter."""
        if start >= end:
            place = self._starts[start] if start < len(self._starts) else len(self.original)
            return place, place
        return self._starts[start], self._ends[end - 1]

    def surface(self, start: int, end: int) -> str:
        """The original spelling of `text[start:end]`."""
        first, last = self.span(start, end)
        return self.original[first:last]
