"""One source, three voices: what a council reads of an opgave, as far as somebody said it in other words."""

import re
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.noted import Noted, not_removed
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.people.roles import MANAGERS
from board.core.record.audit import Audit
from board.core.record.periods import Period
from board.core.record.personal_data import NO_REASON, StatedReason
from board.core.record.publishable import Publishable
from board.db import Base, session

# Wat willen we, wat deden we, wat merkten inwoners.
VOICES = ("wants", "did", "noticed")
# So many words in a row are no coincidence.
RUN, TOO_COMMON = 5, 3
Words = tuple[str, ...]


class CouncilLine(Noted, Publishable, Base):
    """Words for the council on one opgave and one period. A text that is empty is what the board says by itself."""

    __tablename__ = "council_line"
    __audit__ = Audit(undone_by=MANAGERS, on_board=False)
    __checked_fields__ = frozenset({"programme", *VOICES})
    __table_args__ = (UniqueConstraint("opgave_id", "period"),)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    period: Mapped[str] = mapped_column(String(10))
    # Where it stands in the budget: “6.3”.
    programme: Mapped[str] = mapped_column(String(40), default="")
    wants: Mapped[str] = mapped_column(Text, default="")
    did: Mapped[str] = mapped_column(Text, default="")
    noticed: Mapped[str] = mapped_column(Text, default="")
    # When somebody last chose words of their own, with what the board said then in sight.
    written_at: Mapped[datetime | None]
    opgave: Mapped[Opgave] = relationship()

    @property
    def public_texts(self) -> tuple[str, ...]:
        return (self.programme, *self.texts)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(getattr(self, voice) or "" for voice in VOICES)

    @property
    def is_edited(self) -> bool:
        return any(self.texts)

    def write(
        self,
        programme: str,
        texts: Mapping[str, str],
        seen_at: datetime,
        because: StatedReason = NO_REASON,
        by: Person | None = None,
    ) -> None:
        """Say it in these words, with in sight what the board said at `seen_at`. Raises PersonalData."""
        self.require_reason([programme, *texts.values()], because, by)
        self.put_back()
        self.programme = programme
        for voice in VOICES:
            setattr(self, voice, texts[voice])
        self.written_at = seen_at if self.is_edited else None

    def begin_again(self) -> None:
        """What the board says now. The code of the programme stays."""
        self.wants = self.did = self.noticed = ""
        self.written_at = None


def lines_of_period(opgaven: Collection[int], period: Period) -> dict[int, CouncilLine]:
    """What was written for these opgaven over a period. One query."""
    query = select(CouncilLine).where(CouncilLine.opgave_id.in_(opgaven), CouncilLine.period == period.key)
    return {line.opgave_id: line for line in session.scalars(query.where(not_removed(CouncilLine)))}


def line_to_write(opgave: Opgave, period: Period) -> CouncilLine:
    """The line of this opgave and period; a new one, not yet kept, when nobody wrote anything."""
    query = select(CouncilLine).where(CouncilLine.opgave_id == opgave.id, CouncilLine.period == period.key)
    return session.scalar(query) or CouncilLine(opgave=opgave, period=period.key)


def earlier_codes(opgaven: Collection[int], period: Period) -> dict[int, str]:
    """The code of the programme that each opgave had in the newest period before this one. One query."""
    query = select(CouncilLine.opgave_id, CouncilLine.period, CouncilLine.programme)
    query = query.where(CouncilLine.opgave_id.in_(opgaven), CouncilLine.programme != "", not_removed(CouncilLine))
    found = [(Period.parse(key), opgave, code) for opgave, key, code in session.execute(query)]
    before = [line for line in found if line[0] != period and line[0].last <= period.last]
    return {opgave: code for _period, opgave, code in sorted(before, key=lambda one: (one[0].last, one[0].first))}


def repeats(text: str, gone: str, still_public: str = "") -> bool:
    """Whether a text still holds words of another that is gone: some words in a row that stand nowhere else."""
    run = min(RUN, len(_words(gone)))
    return run >= TOO_COMMON and bool((_runs(gone, run) & _runs(text, run)) - _runs(still_public, run))


def _runs(text: str, length: int) -> set[Words]:
    words = _words(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
