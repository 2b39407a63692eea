"""Routes for leaders: their own sentence on why the opgave touches them."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.leadership.forms import (
    OwnSentenceForm,
)
from board.blocks.leadership.models import OwnSentence
from board.blocks.leadership.queries import statements
from board.blocks.leadership.routes.index import bp
from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven.opgaven import Opgave, hold
from board.db import session
from board.web.guards import LEADERS, allow, me


@bp.get("/raakt-mij", endpoint="own_sentence")
@allow(*LEADERS)
def show_own_sentence(opgave: Opgave) -> ResponseReturnValue:
    """My own sentence: nobody else can change it."""
    mine = statements.own_sentence(opgave, me())
    return _own_sentence_page(opgave, OwnSentenceForm.on({"touches": mine.text if mine else ""}), mine)


@bp.post("/raakt-mij")
@allow(*LEADERS)
def say_own_sentence(opgave: Opgave) -> ResponseReturnValue:
    hold(opgave.id)  # who writes their own sentence waits for their own other window
    mine = statements.own_sentence(opgave, me())
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
    if mine := statements.own_sentence(opgave, me()):
        mine.remove()
    return done(url_for(".index", slug=opgave.slug), _("Je zin is weg."))


def _own_sentence_page(opgave: Opgave, form: OwnSentenceForm, mine: OwnSentence | None) -> str:
    remove = url_for(".remove_own_sentence", slug=opgave.slug) if mine else None
    back = url_for(".index", slug=opgave.slug)
    return edit_page(opgave, form, _("Dit raakt mij omdat…"), back, remove=remove, of=mine)
