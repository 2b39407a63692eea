"""The pages of the second block: the needs that were heard, and one more."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from board.access import READERS, WORRIERS, allow
from board.blocks.citizen import queries
from board.blocks.citizen.forms import PLACES, NeedForm
from board.blocks.citizen.models import Need
from board.core.opgaven import Opgave, group_named, groups
from board.core.weeks import today
from board.db import session
from board.web import saved

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
    need = Need(
        opgave=opgave,
        text=form.text.data,
        group=group_named(opgave, form.group.data or ""),
        heard_where=form.heard_where.data or "",
        heard_on=min(form.heard_on.data, today()),
    )
    session.add(need)
    return saved(url_for(".index", slug=opgave.slug))


def _page(opgave: Opgave, form: NeedForm) -> str:
    return render_template(
        "blocks/citizen/index.html",
        opgave=opgave,
        progress=queries.progress(opgave, today()),
        needs=queries.needs(opgave),
        groups=groups(opgave),
        places=PLACES,
        form=form,
    )
