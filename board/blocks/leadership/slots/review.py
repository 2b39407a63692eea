"""What stands behind the fourth block: questions of the team, decisions, what is not known, and words of leaders."""

from collections.abc import Iterator
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from board.blocks.contract import Item, by_day
from board.blocks.leadership.models import SupportRequest
from board.blocks.leadership.queries.leaders import decisions, notes, open_questions
from board.blocks.leadership.queries.support_requests import answered_requests, open_requests
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import AMSTERDAM


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """What still waits, and what was answered, decided or told since that day. Five queries."""
    waiting, over = open_requests(opgave), answered_requests(opgave, everything=True)
    waits = [Item(_("vraag wacht"), one.text, one.asked_on, request_url(one), waits=True) for one in waiting]
    new = [*(item for one in (*waiting, *over) for item in _heard(one)), *_told(opgave)]
    return by_day([*waits, *(item for item in new if item.day >= since)])


def request_url(asked: SupportRequest) -> str:
    return url_for("leadership.support", slug=asked.opgave.slug, number=asked.id)


def _heard(asked: SupportRequest) -> Iterator[Item]:
    """The day on which the team heard something for the first time; also when that was “dat weet ik nog niet”."""
    if asked.first_answered_on is not None:
        what = _("eerste antwoord") if asked.is_open else _("vraag beantwoord")
        yield Item(what, asked.text, asked.first_answered_on, request_url(asked))


def _told(opgave: Opgave) -> Iterator[Item]:
    here = url_for("leadership.index", slug=opgave.slug)
    for decision in decisions(opgave):
        yield Item(_("besluit"), decision.text, decision.decided_on, f"{here}#besluit-{decision.id}")
    for question in open_questions(opgave):
        yield Item(_("dat weet ik nog niet"), question.text, question.asked_on, f"{here}#open-vraag-{question.id}")
    for note in notes(opgave):
        day = note.noted_at.astimezone(AMSTERDAM).date()
        yield Item(_("aan het team"), note.text, day, f"{here}#notitie-{note.id}")
