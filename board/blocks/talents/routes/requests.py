"""Routes for the team: ask for a talent on one opgave, refine it, and say that somebody was found."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.talents.forms import TalentRequestForm
from board.blocks.talents.models import TalentRequest
from board.blocks.talents.routes.index import _page, after, bp
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.db import session
from board.web.guards import TEAM, allow


@bp.post("", endpoint="ask")
@allow(*TEAM)
def add_talent_request(opgave: Opgave) -> ResponseReturnValue:
    form = TalentRequestForm()
    if not form.validate_on_submit():
        return _page(opgave, form), 422
    words, more = form.words.data, form.more.data or ""
    session.add(TalentRequest(opgave=opgave, words=words, more=more, asked_on=today()))
    return done(url_for(".index", slug=opgave.slug), _("Gevraagd: %(words)s.", words=words))


@bp.get("/<int:number>", endpoint="refine")
@allow(*TEAM)
def show_talent_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(TalentRequest, opgave, number)
    return _edit(opgave, found, TalentRequestForm.on({"words": found.words, "more": found.more}))


@bp.post("/<int:number>", endpoint="change")
@allow(*TEAM)
def edit_talent_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(TalentRequest, opgave, number)
    form = TalentRequestForm.sent_on({"words": found.words, "more": found.more}, found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    found.words, found.more = form.words.data, form.more.data or ""
    return done(after(opgave), _("Bewaard."), form)


@bp.post("/<int:number>/weg", endpoint="remove")
@allow(*TEAM)
def remove_talent_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    get_noted(TalentRequest, opgave, number).remove()
    return done(after(opgave), _("Weggehaald."))


@bp.post("/<int:number>/gevonden", endpoint="found")
@allow(*TEAM)
def close_talent_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = get_noted(TalentRequest, opgave, number)
    asked.found(on=today())
    return done(after(opgave), _("Gevonden: %(words)s.", words=asked.words))


@bp.post("/<int:number>/zoek-verder", endpoint="look_on")
@allow(*TEAM)
def reopen_talent_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = get_noted(TalentRequest, opgave, number)
    asked.look_on()
    return done(after(opgave), _("We zoeken weer: %(words)s.", words=asked.words))


def _edit(opgave: Opgave, found: TalentRequest, form: TalentRequestForm) -> str:
    gone = url_for(".remove", slug=opgave.slug, number=found.id, verder=request.args.get("verder"))
    return edit_page(opgave, form, _("Welk talent zoeken we?"), after(opgave), remove=gone, of=found)
