"""What a name may also be written as: one letter heard or typed for another, or two in the wrong order.

    list(respelt("ضاهر"))   -> ["ظاهر", "صاهر", "ضءهر"], of which the caller drops what nobody writes

All words are folded ones.
"""

from collections import Counter
from collections.abc import Iterator

# Letters of which any may stand for any other of its group, wherever it stands …
ALIKE = ("ضظ", "ضص", "ذدز", "ثتس", "سص", "تط", "قكغ", "ءا", "ءو", "ءي")
# … and at the end of a word.
ALIKE_AT_END = ("ايه",)
SHORTEST_SWAPPED = 5
# Each letter as the first of those that sound like it; weak letters make no sound here.
SOUNDS = {ord(letter): group[0] for group in ("ثتسصطضظ", "ذدز", "قكغ") for letter in group} | dict.fromkeys(
    map(ord, "اويهء")
)


def _others(groups: tuple[str, ...]) -> dict[str, str]:
    """Letter → those it is mistaken for."""
    letters = {letter for group in groups for letter in group}
    return {
        letter: "".join(
            dict.fromkeys(other for group in groups if letter in group for other in group if other != letter)
        )
        for letter in letters
    }


ANYWHERE, AT_END = _others(ALIKE), _others(ALIKE_AT_END)


def respelt(word: str) -> Iterator[str]:
    """Each spelling that is one mistake away; no two of them are alike."""
    made = dict.fromkeys([*_exchanged(word), *_swapped(word)])
    made.pop(word, None)
    yield from made


def _exchanged(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        is_end = place == len(word) - 1
        for other in ANYWHERE.get(letter, "") + (AT_END.get(letter, "") if is_end else ""):
            yield word[:place] + other + word[place + 1 :]


def _swapped(word: str) -> Iterator[str]:
    if len(word) >= SHORTEST_SWAPPED:
        for place in range(len(word) - 1):
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def consonants_apart(one: str, other: str) -> int:
    """How many consonants stand in one of the words only; those that sound alike are taken for one.

    >>> consonants_apart("غوتيريش", "كوتيرس"), consonants_apart("انتخاب", "انتحار")
    (2, 4)
    """
    first, second = (Counter(word.translate(SOUNDS)) for word in (one, other))
    return sum(((first - second) + (second - first)).values())
