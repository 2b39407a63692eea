"""The pages of the fifth block: the talents that are asked, one more, and “gevonden”."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from board.access import READERS, TEAM, allow
from board.blocks.talents import queries
from board.blocks.talents.forms import TalentRequestForm
from board.blocks.talents.models import TalentRequest
from board.core.opgaven import Opgave
from board.core.weeks import today
from board.db import session
from board.fields import Act
from board.web import saved

bp = Blueprint("talents", __name__, url_prefix="/bord/opgaven/<slug>/talenten")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, TalentRequestForm(formdata=None))


@bp.post("")
@allow(*TEAM)
def ask(opgave: Opgave) -> ResponseReturnValue:
    form = TalentRequestForm()
    if not form.validate_on_submit():
        return _page(opgave, form), 422
    session.add(TalentRequest(opgave=opgave, words=form.words.data, asked_on=today()))
    return saved(url_for(".index", slug=opgave.slug))


@bp.post("/<int:number>/gevonden")
@allow(*TEAM)
def found(opgave: Opgave, number: int) -> ResponseReturnValue:
    queries.request(opgave, number).found(on=today())
    return saved(url_for(".index", slug=opgave.slug))


def _page(opgave: Opgave, form: TalentRequestForm) -> str:
    return render_template(
        "blocks/talents/index.html",
        opgave=opgave,
        progress=queries.progress(opgave, today()),
        requests=queries.requests(opgave),
        form=form,
        act=Act(formdata=None),
    )
