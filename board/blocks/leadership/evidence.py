"""What stands behind the fourth block: questions of the team, decisions, what is not known, and words of leaders."""

from collections.abc import Iterator
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from board.blocks.leadership.queries import decisions, notes, open_questions
from board.blocks.leadership.requests import answered_requests, open_requests
from board.blocks.protocol import Item, by_day
from board.core.opgaven import Opgave
from board.core.weeks import AMSTERDAM


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """What still waits, and what was answered, decided or told since that day. Five queries."""
    waits = [Item(_("vraag wacht"), one.text, one.asked_on, _request(opgave, one.id)) for one in open_requests(opgave)]
    return by_day([*waits, *(item for item in _told(opgave) if item.day >= since)])


def _told(opgave: Opgave) -> Iterator[Item]:
    here = url_for("leadership.index", slug=opgave.slug)
    for request in answered_requests(opgave, everything=True):
        day = request.answered_on or request.asked_on
        yield Item(_("vraag beantwoord"), request.text, day, _request(opgave, request.id))
    for decision in decisions(opgave):
        yield Item(_("besluit"), decision.text, decision.decided_on, f"{here}#besluit-{decision.id}")
    for question in open_questions(opgave):
        yield Item(_("dat weet ik nog niet"), question.text, question.asked_on, f"{here}#open-vraag-{question.id}")
    for note in notes(opgave):
        day = note.noted_at.astimezone(AMSTERDAM).date()
        yield Item(_("aan het team"), note.text, day, f"{here}#notitie-{note.id}")


def _request(opgave: Opgave, number: int) -> str:
    return url_for("leadership.support", slug=opgave.slug, number=number)
