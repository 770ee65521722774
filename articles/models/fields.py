"""Column types that Django does not bring."""

import hashlib
import secrets

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.arabic.partial_date import PartialDate

# No vowel and no look-alike: a code can be read out over the telephone and spells no word.
CODE_LETTERS = "0123456789bcdfghjkmnpqrstvwxyz"
# Ten, since of a million codes of eight two would be alike every other time.
CODE_LENGTH = 10


def new_code():
    """A random permanent code of ten letters: 30**10, about 5.9e14, possible ones."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


class PartialDateField(models.CharField):
    """A `PartialDate` kept as its ISO text, which sorts as the dates do."""

    description = _("A date known to the year, month or day")

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 10
        kwargs.setdefault("help_text", _("As 2019, 2019-04 or 2019-04-12."))
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return PartialDate.parse(value) if value else None

    def to_python(self, value):
        if not value or isinstance(value, PartialDate):
            return value or None
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            raise ValidationError(_("Write the date as 2019, 2019-04 or 2019-04-12.")) from error

    def get_prep_value(self, value):
        value = self.to_python(value)
        return str(value) if value else None

    def value_to_string(self, instance):
        return str(self.value_from_object(instance) or "")


class TextDigestField(models.CharField):
    """SHA-256, in hexadecimal, of other fields' text in UTF-8, taken whenever the row is written.

    >>> TextDigestField(of=("title", "standfirst", "body"))
    """

    def __init__(self, *args, of=(), **kwargs):
        self.of = of
        kwargs.update(max_length=64, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, instance, add):
        digest = text_digest(getattr(instance, name) for name in self.of)
        setattr(instance, self.attname, digest)
        return digest


def text_digest(parts):
    """SHA-256 of the parts joined by a blank line: what `sha256sum` prints for a file of that text."""
    return hashlib.sha256("\n\n".join(parts).encode()).hexdigest()
