"""The form with the three voices: it begins with what the board says, and knows what was left as it was."""

from datetime import UTC, datetime
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from board.core.publishing.council_lines import VOICES, CouncilLine
from board.core.record.merging import mark, unsealed
from board.core.record.weeks import now
from board.invisible import tidied
from board.managers.council.telling import CouncilEntry
from board.managers.council.words import QUESTIONS, board_says
from board.web.fields import Making, PublicationReasonForm, line, text
from board.web.merging import EditForm, Fact

LONGEST = 12_000


class LineForm(Making, PublicationReasonForm, EditForm):
    """What a council reads of one opgave, to say it in other words."""

    programme = line(
        _l("Programma in de begroting"),
        longest=40,
        description=_l("Mag leeg blijven. Bijvoorbeeld 6.3. Het geldt ook voor de periodes hierna."),
    )
    wants = text(QUESTIONS["wants"], longest=LONGEST, rows=3, reads="tekst")
    did = text(QUESTIONS["did"], longest=LONGEST, rows=8, reads="gedaan")
    noticed = text(QUESTIONS["noticed"], longest=LONGEST, rows=10, reads="merkt")
    # What the board said when the page was made: a text that is still the same is nobody's own.
    was = HiddenField()
    seen_at = HiddenField()

    @property
    def texts(self) -> dict[str, str]:
        """Own words by voice; empty where the words of the board were left as they were."""
        was = (self.was.data or "").split()
        typed = {voice: self[voice].data or "" for voice in VOICES}
        return {voice: "" if mark(words) in was else words for voice, words in typed.items()}

    @property
    def when_seen(self) -> datetime:
        """When the page was made, as it says itself; never later than now."""
        try:
            return min(datetime.fromisoformat(self.seen_at.data or "").astimezone(UTC), now())
        except (ValueError, OverflowError):
            return now()


class AgainForm(EditForm):
    """“Begin opnieuw”: it knows which words it takes away."""


def as_they_stand(line: CouncilLine) -> Fact:
    """The own words that go."""
    return Fact("woorden", str(line.version), _l("Een collega veranderde de woorden intussen. Lees ze eerst."))


def current_words(told: CouncilEntry) -> dict[str, str]:
    """What stands there now, by field."""
    return {
        "programme": told.programme,
        **{voice: told.written(voice) or board_says(told.board, voice) for voice in VOICES},
    }


def form_of(told: CouncilEntry) -> LineForm:
    """The form with the words that stand there now."""
    return LineForm.on(current_words(told), was=_said_by(told), seen_at=now().isoformat())


def form_sent(told: CouncilEntry) -> LineForm:
    """The form that was sent. Where the board spoke and still speaks nobody was first: it may say more by now."""
    seen, was = unsealed(request.form.get("gezien", "")), request.form.get("was", "").split()
    board = {voice for voice in VOICES if not told.written(voice) and set(seen.get(voice, ())) <= set(was)}
    stands = current_words(told)
    given: dict[str, Any] = {voice: stands.pop(voice) for voice in board}
    form = LineForm.sent_on(stands, told.line, **given)
    form.was.raw_data, form.was.data = None, " ".join(dict.fromkeys([*was, *_said_by(told).split()]))
    return form


def _said_by(told: CouncilEntry) -> str:
    """Marks of what the board says now."""
    return " ".join(mark(tidied(board_says(told.board, voice))) for voice in VOICES)
