"""The pages of the second block: the needs that were heard, one more, and refining them."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.citizen.forms import NeedForm, as_noted
from board.blocks.citizen.models import Need
from board.blocks.citizen.queries import needs as queries
from board.blocks.citizen.queries.signal_lines import lines
from board.blocks.citizen.queries.signal_rights import reach_of
from board.blocks.citizen.queries.signals import open_ones
from board.blocks.contract import of_one
from board.blocks.shared.heard import PLACES
from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven.noted import one
from board.core.opgaven.opgaven import Opgave, groups
from board.core.record.weeks import today
from board.db import session
from board.web.guards import READERS, WORRIERS, allow, me

bp = Blueprint("citizen", __name__, url_prefix="/bord/opgaven/<slug>/inwoner")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, NeedForm(formdata=None, heard_on=today()))


@bp.post("")
@allow(*WORRIERS)
def add(opgave: Opgave) -> ResponseReturnValue:
    form = NeedForm()
    if not form.validate_on_submit():
        return _page(opgave, form), 422
    need = Need(opgave=opgave)
    form.keep(need, opgave)
    session.add(need)
    return done(_here(opgave), _("Opgeschreven. Dank je wel dat je luisterde."))


@bp.get("/<int:number>")
@allow(*WORRIERS)
def need(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(Need, opgave, number)
    return _edit(opgave, found, NeedForm.on(as_noted(found)))


@bp.post("/<int:number>")
@allow(*WORRIERS)
def change(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(Need, opgave, number)
    form = NeedForm.sent_on(as_noted(found), found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    form.keep(found, opgave)
    return done(_here(opgave), _("Bewaard."), form)


@bp.post("/<int:number>/weg")
@allow(*WORRIERS)
def remove(opgave: Opgave, number: int) -> ResponseReturnValue:
    one(Need, opgave, number).remove()
    return done(_here(opgave), _("Weggehaald."))


def _here(opgave: Opgave) -> str:
    return url_for("citizen.index", slug=opgave.slug)


def _edit(opgave: Opgave, found: Need, form: NeedForm) -> str:
    remove_it = url_for("citizen.remove", slug=opgave.slug, number=found.id)
    return edit_page(opgave, form, _("Wat een inwoner zei"), _here(opgave), remove=remove_it, of=found)


def _page(opgave: Opgave, form: NeedForm) -> str:
    return render_template(
        "blocks/citizen/index.html",
        opgave=opgave,
        progress=of_one(queries.progress, opgave, today()),
        needs=queries.needs(opgave),
        signals=lines(open_ones(opgave, today()), reach_of(me()), today()),
        groups=groups(opgave),
        places=PLACES,
        form=form,
    )
