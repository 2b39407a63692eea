"""Whether inwoners read a worry: one deliberate step, and one back."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.access import WORRIERS, allow, me
from board.blocks.saving import done
from board.blocks.why.routes import bp, page
from board.core.noted import one
from board.core.opgaven import Opgave
from board.core.personal_data import PersonalData
from board.core.weeks import today
from board.core.worries import Worry
from board.fields import MayStandForm


@bp.post("/zorgen/<int:number>/laat-lezen")
@allow(*WORRIERS)
def show_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    """A worry that seems to hold personal data waits until somebody says why that may stand."""
    found, form = one(Worry, opgave, number), MayStandForm()
    if not form.validate_on_submit():
        return page(opgave, show_form=form), 422
    try:
        found.show(today(), form.said, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return page(opgave, show_form=form), 422
    return done(url_for("why.index", slug=opgave.slug), _("Inwoners lezen deze zorg nu."))


@bp.post("/zorgen/<int:number>/alleen-het-team")
@allow(*WORRIERS)
def hide_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    one(Worry, opgave, number).hide()
    return done(url_for("why.index", slug=opgave.slug), _("Alleen het team leest deze zorg nu."))
