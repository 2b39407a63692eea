"""What citizens may know: small frozen things made for them. Public templates get nothing else."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from board.core.opgaven.results import Evidence, Outcome
from board.core.people.people import Face, Role, Visibility
from board.core.record.pictures import WORK, widths_of
from board.core.record.weeks import Week


@dataclass(frozen=True)
class PublicWorry:
    """The worry that drives an opgave, signed and dated."""

    text: str
    signer: Face
    signed_on: date
    confirmed_on: date

    @property
    def first_sentence(self) -> str:
        """The worry in one line, where it stands beside other news."""
        return re.split(r"(?<=[.!?…])\s", self.text.strip(), maxsplit=1)[0]

    @property
    def short_name(self) -> str:
        """Who signed, as briefly as a newspaper would."""
        return self.signer.short_name


@dataclass(frozen=True)
class PublicOpgave:
    """A public task as a citizen meets it: what it is called, why it exists, and whom to call."""

    number: int
    slug: str
    name: str
    title: str
    team: str
    why: PublicWorry | None
    contact_title: str
    contact_text: str
    contact_place: str


@dataclass(frozen=True)
class PublicPhoto:
    """A photo of the work, with what there is to see on it. Width and height are of its widest file."""

    key: str
    alt: str
    credit: str
    width: int
    height: int
    # Where its files are, as long as citizens cannot have them yet.
    inside: str = ""

    @property
    def widths(self) -> list[int]:
        return widths_of(self.width, WORK)

    def address(self, width: int) -> str:
        """Of the file of this width, without the host."""
        return f"{self.inside or f'/fotos/{self.key}'}-{width}.webp"


@dataclass(frozen=True)
class PublicResult:
    """One brick: what a citizen notices, what we did for it, and the face that wants to stand beside it."""

    number: int
    opgave: PublicOpgave
    face: Face
    sentence: str
    outcome: Outcome
    deed: str
    lesson: str
    evidence: Evidence | None
    happened_on: date
    published_at: datetime
    changed_at: datetime | None
    photo: PublicPhoto | None = None

    @property
    def week(self) -> Week:
        return Week.of(self.happened_on)

    @property
    def is_lesson(self) -> bool:
        return self.outcome is Outcome.LEARNED


@dataclass(frozen=True)
class Introduction:
    """A few words above a week, signed by who wrote them, as they want to be seen."""

    text: str
    signer: Face


@dataclass(frozen=True)
class WeekWords:
    """What people wrote around the results of a week: words above it, and what comes first (numbers of results)."""

    introduction: Introduction | None = None
    order: tuple[int, ...] = ()


@dataclass(frozen=True)
class Tombstone:
    """What stays at the address of a result that was taken back: when and why, and none of its words."""

    number: int
    opgave: PublicOpgave
    reason: str
    on: datetime


@dataclass(frozen=True)
class PublicPerson:
    """Somebody who works on an opgave, as much of them as they show."""

    face: Face
    role: Role

    @property
    def has_face(self) -> bool:
        return self.face.kind is not Visibility.TEAM


@dataclass(frozen=True)
class OpgaveOnList:
    """An opgave with the height of its stack."""

    opgave: PublicOpgave
    results: int
    newest: Week | None
