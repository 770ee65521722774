"""A date known to the year, the month or the day, and never more than that.

PartialDate.parse("2019-04")            -> PartialDate(2019, 4)
PartialDate(2019, 4).latest()           -> date(2019, 4, 30)
PartialDate(2019) < PartialDate(2019, 4) -> True, for the less precise comes first
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """ISO 8601 with reduced precision: "2019", "2019-04", "2019-04-12"."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self):
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read "2019-04"; ValueError for anything else, "2019-4" and "2019-13" included."""
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date of the form 2019, 2019-04 or 2019-04-12: {text!r}")
        return cls(*(int(part) for part in match.groups() if part is not None))

    @classmethod
    def of(cls, day: date, precision: str = "day") -> "PartialDate":
        """What is known of `day` when only its "year", "month" or "day" is."""
        parts = {"year": 1, "month": 2, "day": 3}[precision]
        return cls(*(day.year, day.month, day.day)[:parts])

    @property
    def precision(self) -> str:
        """ "year", "month" or "day"."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def contains(self, day: date) -> bool:
        """Whether `day` may be the day meant."""
        return self.earliest() <= day <= self.latest()

    def __str__(self):
        parts = (f"{self.year:04}", self.month and f"{self.month:02}", self.day and f"{self.day:02}")
        return "-".join(part for part in parts if part)

    def __lt__(self, other):
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0


def meets(started: PartialDate | None, ended: PartialDate | None, days: tuple[date, date]) -> bool:
    """Whether a term may cover any day from the first to the last of `days`.

    Each bound reads as widely as its precision lets it; None leaves that side open.
    """
    begun = started is None or started.earliest() <= days[1]
    return begun and (ended is None or days[0] <= ended.latest())
