"""Whether inwoners read a worry: one deliberate step, and one back."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done
from board.blocks.why.routes.index import bp, page
from board.core.opgaven.noted import one
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import today
from board.web.fields import MayStandForm
from board.web.guards import WORRIERS, allow, me


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
