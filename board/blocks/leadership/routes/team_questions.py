"""The doors of who looks along: thank a team, ask it one question; and the team's own answer."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from board.blocks.leadership.forms import TeamAnswerForm, TeamQuestionForm, ThanksForm
from board.blocks.leadership.models import TeamQuestion, Thanks
from board.blocks.leadership.queries import team_questions
from board.blocks.leadership.routes.index import bp, page
from board.blocks.shared.authorship import only_theirs
from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card, CardState, card
from board.core.opgaven.noted import one
from board.core.opgaven.opgaven import Opgave, hold
from board.core.record.weeks import today
from board.db import session
from board.web.fields import Act
from board.web.guards import MANAGERS, READERS, TEAM, allow, me
from board.web.responses import came_from


def _done_card(opgave: Opgave, number: int) -> Card:
    """A card with a result to be glad of. Raises NoResultFound."""
    found = card(opgave, number)
    if found.state is not CardState.DONE:
        raise NoResultFound
    return found


@bp.get("/kaarten/<int:number>/dank")
@allow(*MANAGERS)
def thanks_page(opgave: Opgave, number: int) -> ResponseReturnValue:
    return _thanks_page(opgave, _done_card(opgave, number), ThanksForm(formdata=None))


@bp.post("/kaarten/<int:number>/dank")
@allow(*MANAGERS)
def thank(opgave: Opgave, number: int) -> ResponseReturnValue:
    """A word on a result, for the whole team."""
    found, form = _done_card(opgave, number), ThanksForm()
    if not form.validate_on_submit():
        return _thanks_page(opgave, found, form), 422
    hold(opgave.id)  # two windows take turns
    if not team_questions.was_thanked(found, me(), form.thanks.data):  # the button pressed twice
        session.add(Thanks(opgave=opgave, card=found, person=me(), text=form.thanks.data, given_on=today()))
    card_page = url_for("card.card", slug=opgave.slug, number=number)
    return done(came_from() or card_page, _("Het team kan het lezen."))


def _thanks_page(opgave: Opgave, found: Card, form: ThanksForm) -> str:
    onward = came_from()
    return render_template("blocks/leadership/thanks.html", opgave=opgave, card=found, form=form, onward=onward)


@bp.post("/dank/<int:number>/weg")
@allow(*MANAGERS)
def take_thanks_back(opgave: Opgave, number: int) -> ResponseReturnValue:
    said = one(Thanks, opgave, number)
    back = url_for("card.card", slug=opgave.slug, number=said.card_id)
    only_theirs(said, back)
    said.remove()
    return done(back, _("Het is weg."))


@bp.post("/vraag-aan-team")
@allow(*MANAGERS)
def ask_team(opgave: Opgave) -> ResponseReturnValue:
    """One question at a time: the next one waits until this one has its answer."""
    form = TeamQuestionForm()
    if not form.validate_on_submit():
        return page(opgave, team_question_form=form), 422
    if team_questions.open_question(opgave) is not None:
        form.team_question.errors = [_("Er ligt al een vraag bij het team. Wacht op het antwoord, of praat erover.")]
        return page(opgave, team_question_form=form), 422
    session.add(TeamQuestion(opgave=opgave, person=me(), text=form.team_question.data, asked_on=today()))
    here = url_for(".index", slug=opgave.slug)
    return done(came_from() or here, _("Je vraag staat bij het team op Vandaag."))


@bp.get("/vraag-aan-team/<int:number>")
@allow(*READERS)
def team_question(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = one(TeamQuestion, opgave, number)
    return _question_page(opgave, asked, TeamAnswerForm.on({"team_answer": asked.answer}))


@bp.post("/vraag-aan-team/<int:number>")
@allow(*TEAM)
def answer_question(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = one(TeamQuestion, opgave, number)
    form = TeamAnswerForm.sent_on({"team_answer": asked.answer}, asked)
    if status := form.waits():
        return _question_page(opgave, asked, form), status
    asked.reply(form.team_answer.data, me(), today())
    return done(url_for(".index", slug=opgave.slug), _("Beantwoord."), form)


@bp.post("/vraag-aan-team/<int:number>/weg")
@allow(*MANAGERS)
def take_question_back(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = one(TeamQuestion, opgave, number)
    only_theirs(asked, url_for(".index", slug=opgave.slug))
    asked.remove()
    return done(url_for(".index", slug=opgave.slug), _("Je vraag is terug."))


def _question_page(opgave: Opgave, asked: TeamQuestion, form: TeamAnswerForm) -> str:
    return render_template(
        "blocks/leadership/team_question.html", opgave=opgave, asked=asked, form=form, act=Act(formdata=None)
    )
