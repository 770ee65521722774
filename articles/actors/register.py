"""What the linker knows of the actors: plain values, as the database or a test gives them."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from articles.arabic.partial_date import PartialDate, meets

A_YEAR = 365  # days


@dataclass(frozen=True)
class Name:
    """One name of an actor. `form` is "canonical" or a kind of ActorName; `kind` a kind of Actor."""

    text: str
    actor: int
    kind: str
    form: str = "canonical"
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None

    def in_force(self, days):
        """Whether it may have been borne on any day from the first to the last."""
        return meets(self.valid_from, self.valid_to, days)


@dataclass(frozen=True)
class Wording:
    """One way to write an office; `gender` is that of its holder: "m", "f" or "" for either."""

    text: str
    office: int
    gender: str = ""


@dataclass(frozen=True)
class Holding:
    """An office's holder over a time; None leaves that side open. `body` is the actor whose office it is."""

    office: int
    actor: int
    gender: str = "m"
    started: PartialDate | None = None
    ended: PartialDate | None = None
    body: int | None = None

    def meets(self, days):
        """Whether any day from the first to the last may lie within, each bound read as widely as it goes."""
        return meets(self.started, self.ended, days)


@dataclass(frozen=True)
class Register:
    names: tuple[Name, ...] = ()
    wordings: tuple[Wording, ...] = ()
    holdings: tuple[Holding, ...] = field(default=())

    def holders(self, office, gender, days=None):
        """Who may have held the office within the days, each once; no days ask for all, gender "" for either."""
        return {
            held.actor
            for held in self.holdings
            if held.office == office and gender in ("", held.gender) and (days is None or held.meets(days))
        }

    @cached_property
    def bodies_of_office(self):
        """The body or country to which each office belongs."""
        return {held.office: held.body for held in self.holdings}

    @cached_property
    def _held_by(self):
        held_by = defaultdict(list)
        for held in self.holdings:
            held_by[held.actor].append(held)
        return held_by

    def is_new(self, actor, office, days):
        """Whether the actor took the office within a year before the first day."""
        begun = [
            held.started for held in self._held_by.get(actor, ()) if held.office == office and held.started
        ]
        return any(0 <= (days[0] - start.earliest()).days <= A_YEAR for start in begun)

    def bodies(self, actor, days):
        """The bodies and countries in whose offices the actor may have been within the days, as ids."""
        return {held.body for held in self._held_by.get(actor, ()) if held.meets(days)} - {None}
