"""The form with the three voices: it begins with what the board says, and knows what was left as it was."""

from datetime import UTC, datetime

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from board.blocks.saving import NotedForm
from board.core.council import VOICES
from board.core.weeks import now
from board.fields import MayStandForm, line, text
from board.pages.council.telling import Told
from board.pages.council.words import QUESTIONS, board_says
from board.web import tag

LONGEST = 12_000


class LineForm(MayStandForm, NotedForm):
    """What a council reads of one opgave, to say it in other words."""

    programme = line(
        _l("Programma in de begroting"),
        longest=40,
        description=_l("Mag leeg blijven. Bijvoorbeeld 6.3. Het geldt ook voor de periodes hierna."),
    )
    wants = text(QUESTIONS["wants"], longest=LONGEST, rows=3, reads="tekst")
    did = text(QUESTIONS["did"], longest=LONGEST, rows=8, reads="doen")
    noticed = text(QUESTIONS["noticed"], longest=LONGEST, rows=10, reads="merkt")
    # What the board said when the page was made: a text that is still the same is nobody's own.
    was = HiddenField()
    seen_at = HiddenField()

    @property
    def texts(self) -> dict[str, str]:
        """Own words by voice; empty where the words of the board were left as they were."""
        was = (self.was.data or "").split()
        typed = {voice: self[voice].data or "" for voice in VOICES}
        return {voice: "" if tag(words) in was else words for voice, words in typed.items()}

    @property
    def when_seen(self) -> datetime:
        """When the page was made, as it says itself; never later than now."""
        try:
            return min(datetime.fromisoformat(self.seen_at.data or "").astimezone(UTC), now())
        except (ValueError, OverflowError):
            return now()


class AgainForm(NotedForm):
    """“Begin opnieuw”: it knows which words it takes away."""


def shown(told: Told) -> dict[str, str]:
    """What stands there now, by field."""
    return {
        "programme": told.programme,
        **{voice: told.written(voice) or board_says(told.board, voice) for voice in VOICES},
    }


def form_of(told: Told) -> LineForm:
    """The form with the words that stand there now."""
    was = " ".join(tag(board_says(told.board, voice)) for voice in VOICES)
    version = told.line.version if told.line else ""
    return LineForm(formdata=None, **shown(told), was=was, seen_at=now().isoformat(), version=version)
