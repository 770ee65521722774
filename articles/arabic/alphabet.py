"""Where a name stands in an index, as libraries file Arabic names: word by word, a shorter name before a longer.

- ال at the head of a word does not count: «الدبيبة» under د, «عبد الحميد» as عبد, then حميد. The alef of «ألمانيا»
  belongs to its word. Nor do al- and el- in Latin names.
- أبو, ابن and عبد count and are words of their own, apart or joined: «عبدالحميد» stands with «عبد الحميد», «أبوبكر»
  with «أبو بكر»; أبي and أبا stand as أبو, بن as ابن.
- Tashkeel, the seat of a hamza, ة and ه, ى and ي make no difference.

filed("المجلس الأعلى للدولة") -> ("مجلس", "اعلي", "للدوله")
index_letter("أسامة حماد")    -> "ا"
index_letter("al-Zawiya")     -> "Z"
"""

import re
from functools import lru_cache

from articles.arabic.letters import ALEF, LAM, MARKS
from articles.arabic.normalizer import fold

WORD = re.compile(rf"[\w{MARKS}\u0640'’-]+")
ARTICLE = re.compile(rf"{ALEF}[{MARKS}]*{LAM}[{MARKS}]*(?=\w)|[ae]l-(?=\w)", re.IGNORECASE)
GOD = fold("الله")
STAND_FOR = {fold(word): fold(other) for word, other in (("بن", "ابن"), ("أبي", "أبو"), ("أبا", "أبو"))}
JOINED = re.compile(f"({fold('عبد')})(?:{ALEF}{LAM})?(\\w{{3,}})|({fold('أبو')})(?:{ALEF}{LAM})?(\\w{{3,}})")


@lru_cache(maxsize=1 << 14)
def filed(name: str) -> tuple[str, ...]:
    """What names are sorted by: their words as they count."""
    return tuple(part for word in WORD.findall(name) for part in _counting(word)) or (fold(name.strip()),)


def _counting(word: str) -> list[str]:
    folded = fold(word).casefold()
    if folded == GOD:
        return [folded]
    if joined := JOINED.fullmatch(folded):
        servant, of, father, son = joined.groups()
        return [servant or father, GOD if folded.endswith(GOD) else of or son]
    bare = fold(ARTICLE.sub("", word, count=1) if ARTICLE.match(word) else word).casefold()
    return [STAND_FOR.get(bare, bare)]


def index_letter(name: str) -> str:
    """The letter under which a name stands."""
    return filed(name)[0][:1].upper()
