"""Routes for managers and sponsors: a decision that the team can build on."""

from dataclasses import replace

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.leadership.forms import DecisionForm
from board.blocks.leadership.models import Decision
from board.blocks.leadership.routes.index import LeadershipPage, bp
from board.blocks.leadership.routes.statements import _keep
from board.core.opgaven.opgaven import Opgave
from board.web.guards import MANAGERS, allow, me
from board.web.responses import render


@bp.post("/besluiten")
@allow(*MANAGERS)
def add_decision(opgave: Opgave) -> ResponseReturnValue:
    form = DecisionForm()
    if not form.validate_on_submit():
        return render(replace(LeadershipPage.of(opgave), decision_form=form)), 422
    return _keep(opgave, form, Decision(opgave_id=opgave.id, person=me()), _("Het besluit staat er."))
