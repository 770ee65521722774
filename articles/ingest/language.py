"""The language of a text, of those that the archive keeps."""

import re

MARKERS = {
    "en": {"the", "of", "and", "to", "in", "that", "for", "with"},
    "fr": {"le", "la", "les", "des", "et", "du", "une", "dans", "que"},
    "it": {"il", "di", "che", "della", "per", "con", "una", "gli", "del"},
}


def language_of(text):
    """``"ar"``, ``"en"``, ``"fr"`` or ``"it"``: Arabic if most letters are, else by the commonest words."""
    arabic = len(re.findall(r"[\u0620-\u064a]", text))
    latin = len(re.findall(r"[A-Za-zÀ-ÿ]", text))
    if arabic >= latin and arabic:
        return "ar"
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    return max(MARKERS, key=lambda language: sum(word in MARKERS[language] for word in words))
