"""Results: what a citizen notices now, and how it becomes public."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sqlalchemy import ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.people.people import Person
from board.core.record.audit import Audit
from board.core.record.history import Audited
from board.core.record.personal_data import NO_REASON, StatedReason
from board.core.record.publishable import Publishable
from board.core.record.searchable import Findable
from board.core.record.weeks import Week, now
from board.db import Base


class Outcome(Enum):
    """How it went; each is shown with equal prominence."""

    SUCCEEDED = "gelukt"
    PARTLY = "deels"
    LEARNED = "geleerd"


class EvidenceKind(Enum):
    """How we know that a citizen noticed: counted, said, seen, or to be read elsewhere."""

    COUNT = "count"
    QUOTE = "quote"
    PHOTO = "photo"
    LINK = "link"


@dataclass(frozen=True)
class Evidence:
    """Hoe weten we dat? In words, with an address when there is something to see or read."""

    kind: EvidenceKind
    text: str = ""
    url: str = ""


class NotReady(Exception):
    """This result cannot become public (again)."""


PUBLIC = text("published_at IS NOT NULL AND withdrawn_at IS NULL")


class Result(Audited, Findable, Publishable, Base):
    """One brick: a public sentence about what a citizen notices. A finished card has one."""

    __tablename__ = "result"
    __audit__ = Audit(public=True, searchable=True)
    __found_as__ = "result"
    __not_audited__ = frozenset({"told_at"})
    __checked_fields__ = frozenset(
        {"sentence", "deed", "lesson", "evidence_text", "evidence_url"}
        | {"published_at", "withdrawn_at", "withdrawn_reason"}
    )
    __table_args__ = (
        Index("ix_result_public", "opgave_id", "published_at", "week"),
        Index("ix_result_week", "week", "published_at"),
        Index("ix_result_stack", "opgave_id", "laid", "week", "outcome"),
        Index("ix_result_newest", "published_at", "id", sqlite_where=PUBLIC, postgresql_where=PUBLIC),
        # Its number is its address for always; that of a result that is gone never becomes another's.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # Its card knows the opgave too; it stands here because every public page asks by it.
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    sentence: Mapped[str] = mapped_column(String(280))
    outcome: Mapped[Outcome]
    happened_on: Mapped[date]
    week: Mapped[int] = mapped_column(Integer)
    # What we did, said to a citizen. A copy of the action at first, so that later work on the card stays inside.
    deed: Mapped[str] = mapped_column(String(280), default="")
    lesson: Mapped[str] = mapped_column(Text, default="")
    evidence_kind: Mapped[EvidenceKind | None]
    evidence_text: Mapped[str] = mapped_column(String(280), default="")
    evidence_url: Mapped[str] = mapped_column(String(500), default="")
    # Its card is done; a card that was opened again has taken its brick from the stack.
    laid: Mapped[bool] = mapped_column(default=False)
    # When the team told it first; before that moment nobody could count it.
    told_at: Mapped[datetime] = mapped_column(default=now)
    published_at: Mapped[datetime | None]
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    changed_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str] = mapped_column(String(280), default="")
    version: Mapped[int] = mapped_column(Integer, default=1)
    published_by: Mapped[Person | None] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  SQLAlchemy reads it once

    @property
    def words(self) -> tuple[str, str]:
        return (self.sentence if self.laid else ""), f"{self.deed}\n{self.lesson}\n{self.evidence_text}"

    @property
    def texts(self) -> tuple[str, ...]:
        """What citizens read of it, or will."""
        return self.sentence, self.deed, self.lesson, self.evidence_text, self.evidence_url

    @property
    def public_texts(self) -> tuple[str, ...]:
        if self.published_at is None:
            return ()
        return (self.withdrawn_reason,) if self.withdrawn_at is not None else self.texts

    @property
    def is_complete(self) -> bool:
        """It says what a citizen notices; and when it did not work out, what we learned."""
        return bool(self.sentence.strip()) and (self.outcome is not Outcome.LEARNED or bool(self.lesson.strip()))

    @property
    def is_public(self) -> bool:
        return self.published_at is not None and self.withdrawn_at is None

    def edit(self, sentence: str, outcome: Outcome, happened_on: date, deed: str = "", lesson: str = "") -> None:
        """Write its words, its outcome and its day. Once published, citizens read that it was changed."""
        words = (sentence, outcome, happened_on, deed, lesson)
        before = (self.sentence, self.outcome, self.happened_on, self.deed, self.lesson)
        self.sentence, self.outcome, self.happened_on, self.deed, self.lesson = words
        self.week = Week.of(happened_on).code
        if self.is_public and words != before:
            self.changed_at = now()

    def publish(self, by: Person, because: StatedReason = NO_REASON) -> None:
        """The one deliberate step outside, of a card that is done. Brings back what was withdrawn. Raises NotReady.

        Raises PersonalData when its words hold some, unless `because` says why that may stand.
        """
        if not self.is_complete or not self.laid or self.is_public:
            raise NotReady
        self.require_reason(self.texts, because, by)
        if self.published_at is not None:
            self.changed_at = now()
        self.published_at, self.published_by = self.published_at or now(), by
        self.withdrawn_at, self.withdrawn_reason = None, ""

    def withdraw(self, reason: str, because: StatedReason = NO_REASON, by: Person | None = None) -> None:
        """Take it back. Its address stays, with the reason. Raises NotReady when it is not public, PersonalData."""
        if not self.is_public or not reason.strip():
            raise NotReady
        self.require_reason([reason], because, by)
        self.withdrawn_at, self.withdrawn_reason = now(), reason.strip()

    @property
    def evidence(self) -> Evidence | None:
        if self.evidence_kind is None:
            return None
        return Evidence(self.evidence_kind, self.evidence_text, self.evidence_url)

    def know_by(self, evidence: Evidence | None) -> None:
        """Say how we know it; None means that we do not say."""
        if self.is_public and self.evidence != evidence:
            self.changed_at = now()
        self.evidence_kind = evidence.kind if evidence else None
        self.evidence_text = evidence.text if evidence else ""
        self.evidence_url = evidence.url if evidence else ""


def new_result(opgave_id: int) -> Result:
    """A result that does not say anything yet."""
    return Result(opgave_id=opgave_id, sentence="", outcome=Outcome.SUCCEEDED, deed="", lesson="")
