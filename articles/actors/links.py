"""What the linker finds, and how sure it is of each way of finding."""

from dataclasses import dataclass

# What each way of finding is worth; chosen so that the automatic ones keep precision on the gold articles.
CONFIDENCE = {
    "full_name": 0.98,
    "father_inserted": 0.85,
    "alias": 0.95,
    "rank": 0.95,
    "office_beside": 0.95,
    "surname": 0.92,
    "office": 0.9,
    "short_body": 0.88,
    "reign": 0.85,
    "body_named": 0.82,
    "usual_bearer": 0.6,
    "short_body_unnamed": 0.82,
    "usual_in_place": 0.82,
    "shared_abroad": 0.5,
}
AUTOMATIC = 0.8


@dataclass(frozen=True)
class Link:
    """One mention: characters `start` to `end` of an article's part, and whom or what they mean."""

    part: str
    start: int
    end: int
    surface: str
    actor: int | None
    office: int | None
    method: str
    confidence: float
    rank: str = ""

    @property
    def automatic(self):
        return self.confidence >= AUTOMATIC


@dataclass
class Introduction:
    """A person named in full; `actor` is None for one whom the register does not know."""

    order: int
    actor: int | None
    surname: str
    rank: str
