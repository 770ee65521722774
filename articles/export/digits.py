"""The archive's own digits, wherever it writes a number."""

from django.conf import settings
from django.utils.translation import get_language

from articles.arabic.numerals import digits


def in_archive_digits(text):
    """The digits of `ARCHIVE_DIGITS` in Arabic, European ones in other languages."""
    return digits(text, settings.ARCHIVE_DIGITS if get_language() == "ar" else "latn")
