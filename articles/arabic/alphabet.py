"""Under which letter a name stands in an index: the article ال does not count, nor does the seat of a hamza.

index_letter("المجلس الرئاسي") -> "م"
index_letter("أسامة حماد")     -> "ا"
index_letter("Khalifa Haftar") -> "K"
"""

from articles.arabic.letters import ALEF, LAM
from articles.arabic.normalizer import fold

DEFINITE = ALEF + LAM
# The other letters are written in one way where a name begins.
SPELLINGS = {ALEF: "اأإآٱ", "و": "وؤ", "ي": "يئ"}


def index_letter(name: str) -> str:
    """One letter; that of the word after ال where a name begins with it."""
    word = name.strip()
    bare = word[len(DEFINITE) :] if word.startswith(DEFINITE) and len(word) > len(DEFINITE) else word
    return fold(bare[:1]).upper()


def prefixes(letter: str) -> list[tuple[str, str]]:
    """How names under `letter` begin, each with what they must not begin with: the inverse of `index_letter`.

    prefixes("ب") -> [("ب", ""), ("الب", "")]
    """
    starts = []
    for spelling in SPELLINGS.get(letter, letter):
        starts.append((spelling, DEFINITE if spelling == ALEF else ""))
        starts.append((DEFINITE + spelling, ""))
    return starts
