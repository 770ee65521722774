"""A text read once, for all who want its words: as numbers of what was written, with their places.

    reading = Reading("قال د. علي. ثم غادر")
    reading.lexis.tokens.entries[reading.tokens[1]]      -> ("د.", "title")
    reading.starts, reading.ends                         -> array([0, 4, 7, 12, 15]), array([3, 6, 10, 14, 19])
    reading.sentences                                    -> array([0, 3]), the tokens that begin one

What stands between two spaces is nearly always known from before, and neither a token nor the end of a sentence ever
reaches across a space. So a text is parted at its spaces and each part looked up, which gives what `tokens`,
`sentences` and `paragraphs` give.
"""

from functools import cached_property

import numpy as np

from articles.arabic.sentences import END
from articles.arabic.tokenizer import TOKEN
from articles.arabic.vocabulary import Vocabulary

# So many different parts of texts are kept; then a new vocabulary is begun.
MOST_PARTS = 250_000
_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
_LINE_END = ord("\n")
# Stands behind a part that ends the text where a space behind it would make another token of it: «د.».
LAST = "\n"


class Lexis:
    """What was written: `parts`, between spaces, and `tokens`, pairs of spelling and kind, as `TOKEN` knows them.

    Whoever knows more of a token keeps a column of `tokens`, or something of his own in `known`.
    """

    def __init__(self):
        self.parts, self.tokens, self.known = Vocabulary(), Vocabulary(), {}
        self.tokens_of = self.parts.lists(self._tokens_of, 3)
        self.ends_sentence = self.parts.column(_ends_sentence, bool)

    @cached_property
    def nothing(self) -> "Reading":
        """An empty text, such as most standfirsts are."""
        return Reading("", self)

    def _tokens_of(self, part: str) -> list[tuple[int, int, int]]:
        """(token, start, end) of each token in a part."""
        return [(self.tokens[match[0], match.lastgroup], *match.span()) for match in _tokens_in(part)]


class Reading:
    """The tokens of `text`, numbers of the vocabulary `lexis.tokens`, with their first characters and ends."""

    def __init__(self, text: str, lexis: Lexis | None = None):
        self.text, self.lexis = text, lexis or _lexis()
        self._parts = self.lexis.parts.numbers(_parted(text))
        starts, self._line_ends = _places(text)
        counts, rows = self.lexis.tokens_of[self._parts]
        begins = np.repeat(starts, counts)
        self._firsts = np.cumsum(counts, dtype="u4") - counts
        self.tokens = rows[:, 0]
        self.starts, self.ends = begins + rows[:, 1], begins + rows[:, 2]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def sentences(self) -> np.ndarray:
        """The tokens that begin a sentence: behind a part that ends one, or on a new line."""
        begins = self._line_ends > 0
        begins[1:] |= self.lexis.ends_sentence[self._parts[:-1]]
        return self._first_tokens(begins)

    @cached_property
    def paragraphs(self) -> np.ndarray:
        """The tokens that begin a paragraph: behind a blank line."""
        return self._first_tokens(self._line_ends > 1)

    def _first_tokens(self, begins: np.ndarray) -> np.ndarray:
        """The first tokens from parts on, each once; a part may have none."""
        begins[:1] = True
        firsts = self._firsts[begins]
        has_one = np.empty(len(firsts), bool)
        has_one[:-1] = firsts[1:] > firsts[:-1]
        has_one[-1:] = firsts[-1:] < len(self)
        return firsts[has_one]


def readings(*texts: str) -> list[Reading]:
    """Texts that belong together, all in one lexis."""
    lexis = _lexis()
    return [Reading(text, lexis) if text else lexis.nothing for text in texts]


def _parted(text: str) -> list[str]:
    parts = text.split()
    if text.endswith("."):
        parts[-1] += LAST
    return parts


def _places(text: str) -> tuple[np.ndarray, np.ndarray]:
    """The first character of each part of a text, and how many line ends stand right before it."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "u4")
    spaces = np.ones(len(codes) + 1, bool)
    # The last of the table is no space, and stands for all beyond it.
    spaces[1:] = _SPACES.take(codes, mode="clip")
    starts = np.flatnonzero(spaces[:-1] > spaces[1:])
    passed = np.searchsorted(np.flatnonzero(codes == _LINE_END), starts)
    passed[1:] -= passed[:-1].copy()
    return starts.astype("u4"), passed


def _tokens_in(part: str):
    return TOKEN.finditer(part[:-1] if part.endswith(LAST) else f"{part} ")


def _ends_sentence(part: str) -> bool:
    end = END.search(part.removesuffix(LAST))
    return bool(end) and not any(
        match.start() <= end.start() < match.end() for match in _tokens_in(part) if "." in match[0]
    )


_current = [Lexis()]


def _lexis() -> Lexis:
    if len(_current[0].parts) > MOST_PARTS:
        _current[0] = Lexis()
    return _current[0]
