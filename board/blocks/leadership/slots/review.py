"""What the fourth block tells on Voortgang: who leads, what waits for them, what they said, and how to answer."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from board.blocks.answers import Item, Measure, Progress, by_day
from board.blocks.leadership.forms import AnswerForm, DecisionForm, TeamQuestionForm
from board.blocks.leadership.models import Decision, LeaderNote, OpenQuestion, SupportRequest, TeamQuestion
from board.blocks.leadership.queries import team_questions
from board.blocks.leadership.queries.leaders import waiting_since
from board.blocks.leadership.queries.roles_in_the_past import roles_on
from board.blocks.leadership.queries.statements import decisions, notes, open_questions
from board.blocks.leadership.queries.support_requests import (
    answered_requests,
    count_open_requests,
    open_requests,
    requests_answered_since,
)
from board.blocks.leadership.rules import Facts, judge
from board.core.opgaven.noted import new_in
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Role
from board.core.record.weeks import AMSTERDAM, Week, today
from board.db import limits
from board.web.labels import days as in_words


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """Who stood for each on that day, and what the team asked by then and had heard nothing on."""
    since, roles = waiting_since(opgaven, on), roles_on(opgaven, on)
    return {number: _judge(roles.get(number, frozenset()), since.get(number), on) for number in opgaven}


def _judge(roles: frozenset[Role], since: date | None, on: date) -> Progress:
    return judge(Facts(Role.LEAD in roles, Role.SPONSOR in roles, since), on, limits().answer_weeks)


def count_new(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """What leaders told, decided, said not to know, and answered for the first time."""
    days = (LeaderNote.noted_at, Decision.decided_on, OpenQuestion.asked_on, SupportRequest.first_answered_on)
    return new_in(opgaven, week, *days)


def count_requests(opgaven: Collection[int]) -> dict[int, int]:
    """How many requests each team still waits on. One query."""
    return count_open_requests(opgaven)


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """What still waits, and what was answered, decided or told since that day. Five queries."""
    waiting, over = open_requests(opgave), answered_requests(opgave, everything=True)
    waits = [
        Item(_("vraag wacht"), request.text, request.asked_on, request_url(request), waits=True) for request in waiting
    ]
    new = [*(item for request in (*waiting, *over) for item in _heard(request)), *_told(opgave)]
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


DECISIONS_SHOWN = 5


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """Of all leaders of this opgave together, never of one. Three queries."""
    here = url_for("leadership.index", slug=opgave.slug)
    return [_answered(opgave, since, here), _open(opgave, here), _decided(opgave, since, here)]


def _answered(opgave: Opgave, since: date, here: str) -> Measure:
    """The middle of the days until a first word, with the requests that got one."""
    answered = requests_answered_since(opgave, since)
    took = [
        (request, request.first_answered_on, _days(request.asked_on, request.first_answered_on or today()))
        for request in answered
    ]
    items = [
        Item(
            _("vraag"),
            request.text,
            heard_on or request.asked_on,
            request_url(request),
            note=_("na %(days)s", days=in_words(days)),
        )
        for request, heard_on, days in took
    ]
    return Measure(_("Tijd tot een eerste antwoord"), _middle([days for *_rest, days in took]), here, items)


def _middle(days: Sequence[int]) -> str:
    if not days:
        return _("nog geen vraag beantwoord")
    took = in_words(round(median(days)))
    return ngettext("%(took)s, bij %(num)s vraag", "%(took)s in het midden van %(num)s vragen", len(days), took=took)


def _open(opgave: Opgave, here: str) -> Measure:
    """What the team still waits for, each with its age; the one that waits longest first."""
    waiting = [(request, _days(request.asked_on, today())) for request in open_requests(opgave)]
    items = [
        Item(_("vraag"), request.text, request.asked_on, request_url(request), waits=True, note=_wait(days))
        for request, days in waiting
    ]
    nothing = _("Er wacht geen vraag van het team.")
    return Measure(_("Open vragen"), _how_many([days for _one, days in waiting]), here, items, nothing)


def _how_many(waiting: Sequence[int]) -> str:
    if not waiting:
        return _("geen")
    oldest = in_words(max(waiting))
    return ngettext("%(num)s, wacht %(oldest)s", "%(num)s, de oudste wacht %(oldest)s", len(waiting), oldest=oldest)


def _wait(days: int) -> str:
    return _("wacht %(days)s", days=in_words(days)) if days else _("vandaag gevraagd")


def _decided(opgave: Opgave, since: date, here: str) -> Measure:
    """What was decided since that day, the newest few."""
    found = [decision for decision in decisions(opgave) if decision.decided_on >= since]
    items = [
        Item(
            _("besluit"),
            decision.text,
            decision.decided_on,
            f"{here}#besluit-{decision.id}",
            note=_("Waarom: %(why)s", why=decision.why) if decision.why else "",
        )
        for decision in found[:DECISIONS_SHOWN]
    ]
    says = ngettext("%(num)s besluit", "%(num)s besluiten", len(found)) if found else _("geen")
    if len(found) > len(items):
        says = _("%(all)s, hier de laatste %(shown)s", all=len(found), shown=len(items))
    return Measure(_("Besluiten"), says, f"{here}#besluiten", items, _("Er is in deze tijd geen knoop doorgehakt."))


def _days(since: date, until: date) -> int:
    return max((until - since).days, 0)


@dataclass(frozen=True)
class RequestWithForm:
    """One open request and its own form; a page may show several."""

    request: SupportRequest
    form: AnswerForm


@dataclass(frozen=True)
class ManagerActions:
    """A question for the team, unless one waits there already, and a decision."""

    waits: TeamQuestion | None
    question: TeamQuestionForm
    decision: DecisionForm


def actions(opgave: Opgave) -> ManagerActions:
    """One query."""
    waits = team_questions.waiting_question(opgave)
    return ManagerActions(waits, TeamQuestionForm(formdata=None), DecisionForm(formdata=None, decided_on=today()))


def requests(opgave: Opgave) -> list[RequestWithForm]:
    """What has no yes or no yet, the oldest first. One query."""
    return [RequestWithForm(request, _form(request)) for request in open_requests(opgave)]


def _form(request: SupportRequest) -> AnswerForm:
    return AnswerForm.on(AnswerForm.of(request), AnswerForm.facts(request)).beside_others(request.id)
