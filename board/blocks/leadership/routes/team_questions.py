"""The doors of who looks along: thank a team, ask it one question; and the team's own answer."""

from dataclasses import dataclass, replace
from typing import ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.leadership.forms import TeamAnswerForm, TeamQuestionForm
from board.blocks.leadership.models import TeamQuestion
from board.blocks.leadership.queries import team_questions
from board.blocks.leadership.routes.index import LeadershipPage, bp
from board.blocks.shared.authorship import only_theirs
from board.blocks.shared.noted_forms import done
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.db import session
from board.web.fields import Act
from board.web.guards import MANAGERS, READERS, TEAM, allow, me
from board.web.responses import Page, came_from, render


@bp.post("/vraag-aan-team")
@allow(*MANAGERS)
def ask_team(opgave: Opgave) -> ResponseReturnValue:
    """One question at a time: the next one waits until this one has its answer."""
    form = TeamQuestionForm()
    if not form.validate_on_submit():
        return render(replace(LeadershipPage.of(opgave), team_question_form=form)), 422
    if team_questions.open_question(opgave) is not None:
        form.team_question.errors = [_("Er ligt al een vraag bij het team. Wacht op het antwoord, of praat erover.")]
        return render(replace(LeadershipPage.of(opgave), team_question_form=form)), 422
    session.add(TeamQuestion(opgave=opgave, person=me(), text=form.team_question.data, asked_on=today()))
    here = url_for(".index", slug=opgave.slug)
    return done(came_from() or here, _("Je vraag staat bij het team op Vandaag."))


@bp.get("/vraag-aan-team/<int:number>", endpoint="team_question")
@allow(*READERS)
def show_team_question(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = get_noted(TeamQuestion, opgave, number)
    return _question_page(opgave, asked, TeamAnswerForm.on({"team_answer": asked.answer}))


@bp.post("/vraag-aan-team/<int:number>")
@allow(*TEAM)
def answer_question(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = get_noted(TeamQuestion, opgave, number)
    form = TeamAnswerForm.sent_on({"team_answer": asked.answer}, asked)
    if status := form.waits():
        return _question_page(opgave, asked, form), status
    asked.reply(form.team_answer.data, me(), today())
    return done(url_for(".index", slug=opgave.slug), _("Beantwoord."), form)


@bp.post("/vraag-aan-team/<int:number>/weg")
@allow(*MANAGERS)
def take_question_back(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = get_noted(TeamQuestion, opgave, number)
    only_theirs(asked, url_for(".index", slug=opgave.slug))
    asked.remove()
    return done(url_for(".index", slug=opgave.slug), _("Je vraag is terug."))


@dataclass(frozen=True, kw_only=True)
class TeamQuestionPage(Page):
    """The page of one question to the team."""

    template: ClassVar[str] = "blocks/leadership/team_question.html"
    opgave: Opgave
    asked: TeamQuestion
    form: TeamAnswerForm
    act: Act


def _question_page(opgave: Opgave, asked: TeamQuestion, form: TeamAnswerForm) -> str:
    return render(TeamQuestionPage(opgave=opgave, asked=asked, form=form, act=Act(formdata=None)))
