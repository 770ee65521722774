"""A text read once, for all who want its words: as numbers of what was written, with their places.

    reading = Reading("قال د. علي. ثم غادر")
    reading.lexis.tokens.entries[reading.tokens[1]]      -> ("د.", "title")
    reading.starts, reading.ends                         -> array([0, 4, 7, 12, 15]), array([3, 6, 10, 14, 19])
    reading.sentences                                    -> array([0, 3]), the tokens that begin one

What stands between two spaces is nearly always known from before, and neither a token nor the end of a sentence ever
reaches across a space. So a text is parted at its spaces and each part looked up, which gives what `tokens`,
`sentences` and `paragraphs` give.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from articles.arabic.normalizer import fold
from articles.arabic.sentences import END
from articles.arabic.tokenizer import TOKEN
from articles.arabic.vocabulary import Vocabulary

# So many different parts of texts are kept, about 50 MB with all that is known of them; then a new vocabulary is begun.
MOST_PARTS = 100_000
MANY_PARTS = 250_000  # for a process that is soon gone and reads texts by the thousand
_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
_LINE_END = ord("\n")
# Parts texts that are read at once: no word, sentence or paragraph reaches across a blank line.
JOINT = "\n\n"
# Stands behind a part that ends the text where a space behind it would make another token of it: «د.».
LAST = "\n"


class Lexis:
    """What was written: `parts`, between spaces; `tokens`, pairs of spelling and kind, as `TOKEN` knows them; `folded`.

    Whoever knows more of a token or a folded word keeps a column of these, or something of his own in `known`.
    """

    def __init__(self):
        self.parts, self.tokens, self.folded, self.known = Vocabulary(), Vocabulary(), Vocabulary(), {}
        self.folded_of = self.tokens.column(lambda token: self.folded[fold(token[0])], "u4")
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
    """The tokens of `text`, numbers of the vocabulary `lexis.tokens`, with their first characters and ends.

    `parts` are numbers of `lexis.parts`, of which `part_starts` are the first characters.
    """

    def __init__(self, text: str, lexis: Lexis | None = None, parted: list[str] | None = None):
        self.text, self.lexis = text, lexis or _lexis()
        self.parts = self.lexis.parts.numbers(_parted(text) if parted is None else parted)
        self.part_starts, self._part_ends, self._line_ends = _places(text)
        counts, rows = self.lexis.tokens_of[self.parts]
        begins = np.repeat(self.part_starts, counts)
        self._firsts = np.cumsum(counts, dtype="u4") - counts
        self.tokens = rows[:, 0]
        self.starts, self.ends = begins + rows[:, 1], begins + rows[:, 2]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def folded(self) -> np.ndarray:
        """The tokens folded, numbers of the vocabulary `lexis.folded`."""
        return self.lexis.folded_of[self.tokens]

    @cached_property
    def runs(self) -> np.ndarray:
        """The first tokens of runs between whose words stands nothing but space."""
        # How many signs that are no space stand up to each place.
        signs = np.append(0, np.cumsum(~_SPACES.take(letters(self.text), mode="clip")))
        is_parted = signs[self.starts[1:]] > signs[self.ends[:-1]]
        return np.append(np.zeros(min(1, len(self)), "i8"), is_parted.nonzero()[0] + 1)

    @cached_property
    def sentences(self) -> np.ndarray:
        """The tokens that begin a sentence: behind a part that ends one, or on a new line."""
        return self._first_tokens(self._sentence_parts)

    def sentence_spans(self) -> list[tuple[int, int]]:
        """What `sentences` gives: the first characters and ends of the sentences."""
        firsts = self._sentence_parts.nonzero()[0]
        lasts = np.append(firsts[1:], len(self.parts))[: len(firsts)] - 1
        return list(zip(self.part_starts[firsts].tolist(), self._part_ends[lasts].tolist(), strict=True))

    @cached_property
    def _sentence_parts(self) -> np.ndarray:
        """Whether each part begins a sentence."""
        begins = self._line_ends > 0
        begins[1:] |= self.lexis.ends_sentence[self.parts[:-1]]
        begins[:1] = True
        return begins

    @cached_property
    def paragraphs(self) -> np.ndarray:
        """The tokens that begin a paragraph: behind a blank line."""
        begins = self._line_ends > 1
        begins[:1] = True
        return self._first_tokens(begins)

    def _first_tokens(self, begins: np.ndarray) -> np.ndarray:
        """The first tokens from parts on, each once; a part may have none."""
        firsts = self._firsts[begins]
        has_one = np.empty(len(firsts), bool)
        has_one[:-1] = firsts[1:] > firsts[:-1]
        has_one[-1:] = firsts[-1:] < len(self)
        return firsts[has_one]


class Joined(Reading):
    """Texts read at once, each as if it stood alone.

    >>> joined = Joined(["قال علي.", "", "غادر الوفد"])
    >>> joined.texts_at(joined.starts)
    array([0, 0, 2, 2])
    """

    def __init__(self, texts: Sequence[str]):
        super().__init__(JOINT.join(texts), parted=[part for text in texts for part in _parted(text)])
        lengths = np.fromiter(map(len, texts), "i8", len(texts)) + len(JOINT)
        # The first characters of the texts.
        self.texts, self.begins = texts, np.cumsum(lengths) - lengths

    def texts_at(self, places: np.ndarray) -> np.ndarray:
        """To which of the texts the characters at these places belong."""
        return np.searchsorted(self.begins, places, "right") - 1

    def split(self) -> list[Reading]:
        """A `Reading` of each text, as if it had been read alone."""
        of_parts, of_tokens = self.texts_at(self.part_starts), self.texts_at(self.starts)
        parts, tokens = (np.searchsorted(of, range(len(self.texts) + 1)) for of in (of_parts, of_tokens))
        begins = self.begins.astype("u4")
        by_part = {
            "parts": self.parts,
            "part_starts": self.part_starts - begins[of_parts],
            "_part_ends": self._part_ends - self.begins[of_parts],
            "_line_ends": self._line_ends,
            "_firsts": self._firsts - tokens.astype("u4")[of_parts],
        }
        by_token = {
            "tokens": self.tokens,
            "starts": self.starts - begins[of_tokens],
            "ends": self.ends - begins[of_tokens],
        }
        slices = zip(_slices(by_part, parts), _slices(by_token, tokens), strict=True)
        return [
            _reading(text, self.lexis, **of_its_parts, **of_its_tokens)
            for text, (of_its_parts, of_its_tokens) in zip(self.texts, slices, strict=True)
        ]


def _slices(arrays: dict, bounds: np.ndarray):
    """The arrays cut at these places, a dict for each piece."""
    for first, last in pairwise(bounds.tolist()):
        yield {name: array[first:last] for name, array in arrays.items()}


def _reading(text: str, lexis: Lexis, **arrays) -> Reading:
    reading = Reading.__new__(Reading)
    vars(reading).update(text=text, lexis=lexis, **arrays)
    return reading


def readings(*texts: str) -> list[Reading]:
    """Texts that belong together, all in one lexis."""
    lexis = _lexis()
    return [Reading(text, lexis) if text else lexis.nothing for text in texts]


def _parted(text: str) -> list[str]:
    parts = text.split()
    if text.endswith("."):
        parts[-1] += LAST
    return parts


def letters(text: str) -> np.ndarray:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "u4")


def _places(text: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The first character of each part of a text, its end, and how many line ends stand right before it."""
    codes = letters(text)
    spaces = np.ones(len(codes) + 2, bool)
    # The last of the table is no space, and stands for all beyond it.
    spaces[1:-1] = _SPACES.take(codes, mode="clip")
    starts = (spaces[:-1] > spaces[1:]).nonzero()[0]
    ends = (spaces[:-1] < spaces[1:]).nonzero()[0]
    passed = np.searchsorted((codes == _LINE_END).nonzero()[0], starts)
    passed[1:] -= passed[:-1].copy()
    return starts.astype("u4"), ends, passed


def _tokens_in(part: str):
    return TOKEN.finditer(part[:-1] if part.endswith(LAST) else f"{part} ")


def _ends_sentence(part: str) -> bool:
    end = END.search(part.removesuffix(LAST))
    return bool(end) and not any(
        match.start() <= end.start() < match.end() for match in _tokens_in(part) if "." in match[0]
    )


_current = {"lexis": Lexis(), "most": MOST_PARTS}


def remember(parts: int) -> None:
    """From now on, keep so many in this process and in those that it forks."""
    _current["most"] = parts


def _lexis() -> Lexis:
    if len(_current["lexis"].parts) > _current["most"]:
        _current["lexis"] = Lexis()
    return _current["lexis"]
