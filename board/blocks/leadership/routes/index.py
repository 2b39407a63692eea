"""The page of the fourth block: who stands for it, what they say, and what the team asks of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from board.blocks.answers import Progress, of_one
from board.blocks.leadership.forms import (
    DecisionForm,
    LeaderNoteForm,
    QuestionForm,
    SupportForm,
    TeamQuestionForm,
)
from board.blocks.leadership.labels import ANSWERS, ASKS, KINDS
from board.blocks.leadership.models import Decision, LeaderNote, OpenQuestion, OwnSentence, SupportRequest, TeamQuestion
from board.blocks.leadership.queries import statements, support_requests
from board.blocks.leadership.queries import team_questions as looking_along
from board.blocks.leadership.slots.review import progress
from board.blocks.shared.authorship import may_rewrite
from board.core.opgaven.opgaven import Membership, Opgave, team
from board.core.record.weeks import today
from board.web.guards import LEADS_OR_ADMIN, READERS, allow, may, me
from board.web.responses import Page, came_from, render

bp = Blueprint("leadership", __name__, url_prefix="/bord/opgaven/<slug>/leiderschap")


# Also Vandaag and the card page say these words.
bp.add_app_template_filter(KINDS.__getitem__, "kind_word")
bp.add_app_template_filter(ASKS.__getitem__, "asks_word")
bp.add_app_template_filter(ANSWERS.__getitem__, "answer_word")


@bp.get("", endpoint="index")
@allow(*READERS)
def show_leadership(opgave: Opgave) -> ResponseReturnValue:
    return render(LeadershipPage.of(opgave))


@dataclass(frozen=True, kw_only=True)
class LeadershipPage(Page):
    """The page of the fourth block. A form in which something was just typed takes the place of its empty one."""

    template: ClassVar[str] = "blocks/leadership/index.html"
    opgave: Opgave
    progress: Progress
    team: Sequence[Membership]
    may_change: bool
    sentences: Mapping[int, OwnSentence]
    notes: Sequence[LeaderNote]
    decisions: Sequence[Decision]
    questions: Sequence[OpenQuestion]
    open_requests: Sequence[SupportRequest]
    answered: Sequence[SupportRequest]
    answered_shown: int | None
    rules: Sequence[support_requests.RuleCount]
    known_rules: Sequence[str]
    team_questions: Sequence[TeamQuestion]
    onward: str | None
    may_rewrite: Callable[[Any], bool] = may_rewrite
    note_form: LeaderNoteForm = field(default_factory=lambda: LeaderNoteForm(formdata=None))
    decision_form: DecisionForm = field(default_factory=lambda: DecisionForm(formdata=None, decided_on=today()))
    question_form: QuestionForm = field(default_factory=lambda: QuestionForm(formdata=None))
    team_question_form: TeamQuestionForm = field(default_factory=lambda: TeamQuestionForm(formdata=None))
    support_form: SupportForm = field(default_factory=lambda: SupportForm(formdata=None))

    @classmethod
    def of(cls, opgave: Opgave) -> Self:
        everything = request.args.get("alles") == "1"
        return cls(
            opgave=opgave,
            progress=of_one(progress, opgave, today()),
            team=team(opgave),
            may_change=may(*LEADS_OR_ADMIN),
            sentences=statements.own_sentences(opgave),
            notes=statements.notes(opgave),
            decisions=statements.decisions(opgave),
            questions=statements.open_questions(opgave),
            open_requests=support_requests.open_requests(opgave),
            answered=support_requests.answered_requests(opgave, everything),
            answered_shown=None if everything else support_requests.ANSWERED_SHOWN,
            rules=support_requests.rules_in_the_way(opgave),
            known_rules=support_requests.known_rules(me()),
            team_questions=looking_along.questions(opgave),
            onward=came_from(),
        )
