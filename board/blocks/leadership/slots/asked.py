"""What a team asks, with the form to answer it, and what to say to a team, wherever who looks along reads of it."""

from dataclasses import dataclass

from board.blocks.leadership.forms import AnswerForm, DecisionForm, TeamQuestionForm
from board.blocks.leadership.models import SupportRequest, TeamQuestion
from board.blocks.leadership.queries import team_questions
from board.blocks.leadership.queries.support_requests import open_requests
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today


@dataclass(frozen=True)
class InPlace:
    """One open request and its own form; a page may show several."""

    request: SupportRequest
    form: AnswerForm


@dataclass(frozen=True)
class ToSay:
    """A question for the team, unless one waits there already, and a decision."""

    waits: TeamQuestion | None
    question: TeamQuestionForm
    decision: DecisionForm


def along(opgave: Opgave) -> ToSay:
    """One query."""
    waits = team_questions.waiting_question(opgave)
    return ToSay(waits, TeamQuestionForm(formdata=None), DecisionForm(formdata=None, decided_on=today()))


def asked(opgave: Opgave) -> list[InPlace]:
    """What has no yes or no yet, the oldest first. One query."""
    return [InPlace(one, _form(one)) for one in open_requests(opgave)]


def _form(request: SupportRequest) -> AnswerForm:
    return AnswerForm.on(AnswerForm.of(request), AnswerForm.facts(request)).beside_others(request.id)
