"""Routes for the team: note a need of an inwoner, refine it, take it away."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.citizen.forms import NeedForm, need_fields
from board.blocks.citizen.models import Need
from board.blocks.citizen.routes.index import _page, bp
from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.db import session
from board.web.guards import WORRIERS, allow


@bp.post("", endpoint="add")
@allow(*WORRIERS)
def add_need(opgave: Opgave) -> ResponseReturnValue:
    form = NeedForm()
    if not form.validate_on_submit():
        return _page(opgave, form), 422
    need = Need(opgave=opgave)
    form.keep(need, opgave)
    session.add(need)
    return done(_here(opgave), _("Opgeschreven. Dank je wel dat je luisterde."))


@bp.get("/<int:number>", endpoint="need")
@allow(*WORRIERS)
def show_need(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(Need, opgave, number)
    return _edit(opgave, found, NeedForm.on(need_fields(found)))


@bp.post("/<int:number>", endpoint="change")
@allow(*WORRIERS)
def edit_need(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(Need, opgave, number)
    form = NeedForm.sent_on(need_fields(found), found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    form.keep(found, opgave)
    return done(_here(opgave), _("Bewaard."), form)


@bp.post("/<int:number>/weg", endpoint="remove")
@allow(*WORRIERS)
def remove_need(opgave: Opgave, number: int) -> ResponseReturnValue:
    get_noted(Need, opgave, number).remove()
    return done(_here(opgave), _("Weggehaald."))


def _here(opgave: Opgave) -> str:
    return url_for("citizen.index", slug=opgave.slug)


def _edit(opgave: Opgave, found: Need, form: NeedForm) -> str:
    remove_it = url_for("citizen.remove", slug=opgave.slug, number=found.id)
    return edit_page(opgave, form, _("Wat een inwoner zei"), _here(opgave), remove=remove_it, of=found)
