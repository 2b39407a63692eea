"""Whether inwoners read a worry: one deliberate step, and one back."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.access import WORRIERS, allow
from board.blocks.saving import done
from board.blocks.why.routes import bp
from board.core.noted import one
from board.core.opgaven import Opgave
from board.core.weeks import today
from board.core.worries import Worry


@bp.post("/zorgen/<int:number>/laat-lezen")
@allow(*WORRIERS)
def show_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    one(Worry, opgave, number).show(today())
    return done(url_for("why.index", slug=opgave.slug), _("Inwoners lezen deze zorg nu."))


@bp.post("/zorgen/<int:number>/alleen-het-team")
@allow(*WORRIERS)
def hide_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    one(Worry, opgave, number).hide()
    return done(url_for("why.index", slug=opgave.slug), _("Alleen het team leest deze zorg nu."))
