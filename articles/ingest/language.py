"""The language of a text, of those that the archive keeps."""

import re

import numpy as np

from articles.arabic.reading import letters

MARKERS = {
    "en": {"the", "of", "and", "to", "in", "that", "for", "with"},
    "fr": {"le", "la", "les", "des", "et", "du", "une", "dans", "que"},
    "it": {"il", "di", "che", "della", "per", "con", "una", "gli", "del"},
}
# The first and the last letters of each stretch.
ARABIC, LATIN = ("\u0620\u064a",), ("AZ", "az", "Àÿ")


def language_of(text):
    """``"ar"``, ``"en"``, ``"fr"`` or ``"it"``: Arabic if most letters are, else by the commonest words."""
    codes = letters(text)
    arabic, latin = _count(codes, ARABIC), _count(codes, LATIN)
    if arabic >= latin and arabic:
        return "ar"
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    return max(MARKERS, key=lambda language: sum(word in MARKERS[language] for word in words))


def _count(codes, stretches):
    """How many of the code points lie in the stretches."""
    return sum(np.count_nonzero((codes >= ord(first)) & (codes <= ord(last))) for first, last in stretches)
