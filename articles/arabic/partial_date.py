"""Dates that are known only to the month or the year, without inventing the rest."""

import calendar
import datetime
import re
from dataclasses import dataclass

ISO_REDUCED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class PartialDate:
    """A calendar date of ISO 8601 reduced precision: ``2019``, ``2019-04`` or ``2019-04-12``."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self):
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text):
        """Read ISO 8601 reduced precision; ValueError for all else, such as ``2019-13`` or ``12/4/2019``."""
        match = ISO_REDUCED.fullmatch(text.strip())
        if not match:
            raise ValueError(f"not a date of the form 2019, 2019-04 or 2019-04-12: {text!r}")
        return cls(*(int(part) if part else None for part in match.groups()))

    @property
    def precision(self):
        """``"day"``, ``"month"`` or ``"year"``."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    def earliest(self):
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def latest(self):
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self):
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def __lt__(self, other):
        return str(self) < str(other)
