"""Digits in one of the two systems in use in Libya."""

import re

from articles.arabic.letters import ARABIC_DIGITS, DECIMAL_SIGN, PERSIAN_DIGITS, THOUSANDS_SIGN

SYSTEMS = ("latn", "arab")
_TO_LATN = str.maketrans({**ARABIC_DIGITS, **PERSIAN_DIGITS, DECIMAL_SIGN: ".", THOUSANDS_SIGN: ","})
_TO_ARAB = str.maketrans({plain: letter for letter, plain in ARABIC_DIGITS.items()})
_SIGN = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?(?![0-9.,]*[.,][0-9])")


def digits(text: str, system: str) -> str:
    """Write the numbers of `text` in "latn" or "arab": digits("2,755.5", "arab") -> "٢٬٧٥٥٫٥".

    Only the digits of a longer dotted row change, since 1.2.3 is no decimal number.
    """
    if system == "latn":
        return text.translate(_TO_LATN)
    if system == "arab":
        return _SIGN.sub(_arab_signs, text).translate(_TO_ARAB)
    raise ValueError(f"no such digits: {system!r}; there are {', '.join(SYSTEMS)}")


def _arab_signs(number: re.Match) -> str:
    whole, fraction = number.groups()
    whole = whole.replace(",", THOUSANDS_SIGN)
    return whole if fraction is None else whole + DECIMAL_SIGN + fraction
