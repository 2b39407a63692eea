"""The pages of the why: sign a worry, say to be still awake of it, read the earlier ones."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from board.access import READERS, WORRIERS, allow, me
from board.blocks.why import queries
from board.blocks.why.forms import CheckForm, WorryForm
from board.core import worries
from board.core.opgaven import Opgave
from board.core.weeks import today
from board.web import saved

bp = Blueprint("why", __name__, url_prefix="/bord/opgaven/<slug>/waarom")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, WorryForm(formdata=None), CheckForm(formdata=None))


@bp.post("/teken")
@allow(*WORRIERS)
def sign(opgave: Opgave) -> ResponseReturnValue:
    form = WorryForm()
    if not form.validate_on_submit():
        return _page(opgave, form, CheckForm(formdata=None)), 422
    role = form.signed_as.data or ""
    worries.sign(opgave, form.text.data, by=None if role else me(), signed_as=role)
    return saved(url_for("board.board", slug=opgave.slug))


@bp.post("/bevestig")
@allow(*WORRIERS)
def confirm(opgave: Opgave) -> ResponseReturnValue:
    form = CheckForm()
    worry = worries.worry_of(opgave)
    if worry is None or not form.validate_on_submit():
        return _page(opgave, WorryForm(formdata=None), form), 422
    worry.confirm(form.sentence.data, by=me(), on=today())
    return saved(url_for(".index", slug=opgave.slug))


def _page(opgave: Opgave, sign_form: WorryForm, check_form: CheckForm) -> str:
    return render_template(
        "blocks/why/index.html",
        opgave=opgave,
        progress=queries.progress(opgave, today()),
        worries=worries.worries(opgave),
        checks=worries.checks(opgave),
        sign_form=sign_form,
        check_form=check_form,
    )
