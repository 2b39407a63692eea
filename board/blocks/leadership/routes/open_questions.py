"""Routes for leaders: what they do not know, said in the open."""

from dataclasses import replace

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.leadership.forms import QuestionForm
from board.blocks.leadership.models import OpenQuestion
from board.blocks.leadership.routes.index import LeadershipPage, bp
from board.blocks.leadership.routes.statements import _keep
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.web.guards import LEADERS, allow, me
from board.web.responses import render


@bp.post("/open-vragen")
@allow(*LEADERS)
def add_question(opgave: Opgave) -> ResponseReturnValue:
    form = QuestionForm()
    if not form.validate_on_submit():
        return render(replace(LeadershipPage.of(opgave), question_form=form)), 422
    question = OpenQuestion(opgave_id=opgave.id, person=me(), asked_on=today(), answer="")
    return _keep(opgave, form, question, _("Het staat er. Wie weet dit wel?"))
