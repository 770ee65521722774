"""The consonants of a stem, in which words of one root meet: كتاب and كاتب and مكتوب, مفاوض and تفاوض.

    root("كتاب")   -> "كتب"          root("استثمار") -> "ثمر"
    root("مفاوض")  -> "ف_ض"          root("تفاوض")   -> "ف_ض"

It is no dictionary's root and knows no lexicon: too wide to find by, good to tell which of what is found is nearer.
"""

import re
from functools import lru_cache

from articles.arabic.letters import ALEF, HAMZA, MEEM, NOON, TEH, WAW, YEH

# What forms of verbs and nouns begin with -> the least letters of a stem that may lose it; tried in this order.
PREFIXES = {
    **dict.fromkeys(("است", "مست", "يست", "تست", "نست"), 6),
    **dict.fromkeys(("مت", "تت", "يت", "نت", NOON), 5),
    **dict.fromkeys((MEEM, ALEF, YEH, TEH), 4),
}
ENDINGS = (TEH, NOON)
LEAST_BEFORE_ENDING = 3
# Nothing goes that would leave fewer consonants, and below the second number the weak letters leave their mark.
LEAST_LEFT, LEAST_CONSONANTS = 2, 3
HOLLOW = "_"  # قول and قال, but not قل
_WEAK = re.compile(f"[{ALEF}{WAW}{YEH}{HAMZA}]+")


@lru_cache(maxsize=1 << 17)
def root(stem: str) -> str:
    """The consonants of a folded `stem` without what its form puts before and behind them."""
    core = _without_ending(_without_prefix(stem))
    consonants = _consonants(core)
    return consonants if len(consonants) >= LEAST_CONSONANTS else _WEAK.sub(HOLLOW, core)


def _consonants(word: str) -> str:
    return _WEAK.sub("", word)


def _without_prefix(stem: str) -> str:
    for prefix, least in PREFIXES.items():
        rest = stem.removeprefix(prefix)
        if rest != stem and len(stem) >= least and len(_consonants(rest)) >= LEAST_LEFT:
            return rest
    return stem


def _without_ending(stem: str) -> str:
    is_ending = stem.endswith(ENDINGS) and len(stem) > LEAST_BEFORE_ENDING
    return stem[:-1] if is_ending and len(_consonants(stem[:-1])) >= LEAST_LEFT else stem
