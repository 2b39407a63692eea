"""The page of the fourth block: who stands for it, what they say, and what the team asks of them."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.contract import of_one
from board.blocks.leadership.forms import (
    DecisionForm,
    NoteForm,
    OwnSentenceForm,
    QuestionForm,
    SupportForm,
    TeamQuestionForm,
)
from board.blocks.leadership.labels import ANSWERS, ASKS, KINDS
from board.blocks.leadership.models import OwnSentence
from board.blocks.leadership.queries import leaders, support_requests
from board.blocks.leadership.queries import team_questions as looking_along
from board.blocks.shared.authorship import may_rewrite
from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven.opgaven import Opgave, hold, team
from board.core.record.weeks import today
from board.db import session
from board.web.guards import LEADERS, LEADS_OR_ADMIN, READERS, allow, may, me
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


@bp.get("/raakt-mij")
@allow(*LEADERS)
def own_sentence(opgave: Opgave) -> ResponseReturnValue:
    """My own sentence: nobody else can change it."""
    mine = leaders.own_sentence(opgave, me())
    return _own_sentence_page(opgave, OwnSentenceForm.on({"touches": mine.text if mine else ""}), mine)


@bp.post("/raakt-mij")
@allow(*LEADERS)
def say_own_sentence(opgave: Opgave) -> ResponseReturnValue:
    hold(opgave.id)  # who writes their own sentence waits for their own other window
    mine = leaders.own_sentence(opgave, me())
    form = OwnSentenceForm.sent_on({"touches": mine.text if mine else ""}, mine)
    if status := form.waits():
        return _own_sentence_page(opgave, form, mine), status
    if mine is None:
        session.add(OwnSentence(opgave_id=opgave.id, person=me(), text=form.touches.data))
    else:
        mine.text = form.touches.data
    return done(url_for(".index", slug=opgave.slug), _("Je zin staat erbij."), form)


@bp.post("/raakt-mij/weg")
@allow(*LEADERS)
def remove_own_sentence(opgave: Opgave) -> ResponseReturnValue:
    if mine := leaders.own_sentence(opgave, me()):
        mine.remove()
    return done(url_for(".index", slug=opgave.slug), _("Je zin is weg."))


def _own_sentence_page(opgave: Opgave, form: OwnSentenceForm, mine: OwnSentence | None) -> str:
    remove = url_for(".remove_own_sentence", slug=opgave.slug) if mine else None
    back = url_for(".index", slug=opgave.slug)
    return edit_page(opgave, form, _("Dit raakt mij omdat…"), back, remove=remove, of=mine)


def page(opgave: Opgave, **forms: Any) -> str:
    """The page of the block; a form that was typed in comes back as it was typed."""
    everything = request.args.get("alles") == "1"
    return render_template(
        "blocks/leadership/index.html",
        opgave=opgave,
        progress=of_one(leaders.progress, opgave, today()),
        team=team(opgave),
        may_change=may(*LEADS_OR_ADMIN),
        may_rewrite=may_rewrite,
        sentences=leaders.own_sentences(opgave),
        notes=leaders.notes(opgave),
        decisions=leaders.decisions(opgave),
        questions=leaders.open_questions(opgave),
        open_requests=support_requests.open_requests(opgave),
        answered=support_requests.answered_requests(opgave, everything),
        answered_shown=None if everything else support_requests.ANSWERED_SHOWN,
        rules=support_requests.rules_in_the_way(opgave),
        known_rules=support_requests.known_rules(me()),
        onward=came_from(),
        note_form=forms.get("note_form") or NoteForm(formdata=None),
        decision_form=forms.get("decision_form") or DecisionForm(formdata=None, decided_on=today()),
        question_form=forms.get("question_form") or QuestionForm(formdata=None),
        team_questions=looking_along.questions(opgave),
        team_question_form=forms.get("team_question_form") or TeamQuestionForm(formdata=None),
        support_form=forms.get("support_form") or SupportForm(formdata=None),
    )
