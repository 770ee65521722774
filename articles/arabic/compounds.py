"""Names of two words that are written as one or two: «عبد الله» and «عبدالله» are the same word here.

    joined("عبد", "الله")     -> "عبدالله"        joined("كتاب", "الله")  -> None
    parts("لعبدالله")         -> ("لعبد", "الله")
    bare_name("لعبدالله")     -> "عبدالله"        bare_father("لابيسهمين") -> "ابوسهمين"

All words are folded ones.
"""

import re
from typing import NamedTuple

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import DATA, STOPWORDS, data_lines


class Rule(NamedTuple):
    """First words that join a second; `split` where the joined writing is safely told apart again."""

    firsts: frozenset[str]
    second: re.Pattern
    split: bool


def _rules() -> list[Rule]:
    rules = []
    for line in data_lines(DATA / "compounds.txt"):
        firsts, second, writing = (part.strip() for part in line.split("|"))
        shape = {"ال…": "ال.{2,}", "…": ".{3,}"}.get(second, fold(second))
        rules.append(Rule(frozenset(fold(firsts).split()), re.compile(shape), writing == "both"))
    return rules


RULES = _rules()
CLITICS = "وفبلك"
# Every word that may begin such a name, with a clitic or without.
HEADS = frozenset(clitic + first for rule in RULES for first in rule.firsts for clitic in ("", *CLITICS))
_WRITTEN_TOGETHER = re.compile(
    "|".join(
        f"([{CLITICS}]?(?:{'|'.join(sorted(rule.firsts))}))({rule.second.pattern})"
        for rule in RULES
        if rule.split
    )
)
# The name in its three cases is one name: أبو سهمين, أبي سهمين, أبا سهمين; in Libya also بو سهمين.
_FATHER = re.compile(f"([{CLITICS}]?)(?:ابو|ابي|ابا)(.{{3,}})")
_LIBYAN_FATHER = re.compile(f"^([{CLITICS}]?)بو$")


def parts(word: str) -> tuple[str, str] | None:
    """The two words of a name that is written as one, where that is beyond doubt."""
    match = _WRITTEN_TOGETHER.fullmatch(word)
    return tuple(part for part in match.groups() if part) if match else None


def joined(first: str, second: str) -> str | None:
    """The one word that two words of a name are, or None when they are no name."""
    if first not in HEADS or second in STOPWORDS:
        return None
    for rule in RULES:
        if rule.second.fullmatch(second) and (first in rule.firsts or first[1:] in rule.firsts):
            return _LIBYAN_FATHER.sub(r"\1ابو", first) + second
    return None


def bare_name(word: str) -> str | None:
    """A name of two words without its clitic: «لعبدالله» gives «عبدالله»; None for any other word."""
    found = parts(word)
    if not found:
        return None
    first = found[0]
    return word if any(first in rule.firsts for rule in RULES) else word[1:]


def bare_father(word: str) -> str | None:
    """A name with «أبو» in one case: «لابيسهمين» gives «ابوسهمين»; None for any other word."""
    match = _FATHER.fullmatch(word)
    return "ابو" + match[2] if match else None
