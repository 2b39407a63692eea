"""The page of the fourth block: who stands for it, what they say, and what the team asks of them."""

from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from board.blocks.answers import of_one
from board.blocks.leadership.forms import (
    DecisionForm,
    LeaderNoteForm,
    QuestionForm,
    SupportForm,
    TeamQuestionForm,
)
from board.blocks.leadership.labels import ANSWERS, ASKS, KINDS
from board.blocks.leadership.queries import statements, support_requests
from board.blocks.leadership.queries import team_questions as looking_along
from board.blocks.leadership.slots.review import progress
from board.blocks.shared.authorship import may_rewrite
from board.core.opgaven.opgaven import Opgave, team
from board.core.record.weeks import today
from board.web.guards import LEADS_OR_ADMIN, READERS, allow, may, me
from board.web.responses import came_from

bp = Blueprint("leadership", __name__, url_prefix="/bord/opgaven/<slug>/leiderschap")


# Also Vandaag and the card page say these words.
bp.add_app_template_filter(KINDS.__getitem__, "kind_word")
bp.add_app_template_filter(ASKS.__getitem__, "asks_word")
bp.add_app_template_filter(ANSWERS.__getitem__, "answer_word")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return page(opgave)


def page(opgave: Opgave, **forms: Any) -> str:
    """The page of the block; a form that was typed in comes back as it was typed."""
    everything = request.args.get("alles") == "1"
    return render_template(
        "blocks/leadership/index.html",
        opgave=opgave,
        progress=of_one(progress, opgave, today()),
        team=team(opgave),
        may_change=may(*LEADS_OR_ADMIN),
        may_rewrite=may_rewrite,
        sentences=statements.own_sentences(opgave),
        notes=statements.notes(opgave),
        decisions=statements.decisions(opgave),
        questions=statements.open_questions(opgave),
        open_requests=support_requests.open_requests(opgave),
        answered=support_requests.answered_requests(opgave, everything),
        answered_shown=None if everything else support_requests.ANSWERED_SHOWN,
        rules=support_requests.rules_in_the_way(opgave),
        known_rules=support_requests.known_rules(me()),
        onward=came_from(),
        note_form=forms.get("note_form") or LeaderNoteForm(formdata=None),
        decision_form=forms.get("decision_form") or DecisionForm(formdata=None, decided_on=today()),
        question_form=forms.get("question_form") or QuestionForm(formdata=None),
        team_questions=looking_along.questions(opgave),
        team_question_form=forms.get("team_question_form") or TeamQuestionForm(formdata=None),
        support_form=forms.get("support_form") or SupportForm(formdata=None),
    )
