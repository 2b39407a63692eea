"""Routes for leaders: a note to the team."""

from dataclasses import replace

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.leadership.forms import LeaderNoteForm
from board.blocks.leadership.models import LeaderNote
from board.blocks.leadership.routes.index import LeadershipPage, bp
from board.blocks.leadership.routes.statements import _keep
from board.core.opgaven.opgaven import Opgave
from board.web.guards import LEADERS, allow, me
from board.web.responses import render


@bp.post("/notities")
@allow(*LEADERS)
def add_note(opgave: Opgave) -> ResponseReturnValue:
    form = LeaderNoteForm()
    if not form.validate_on_submit():
        return render(replace(LeadershipPage.of(opgave), note_form=form)), 422
    return _keep(opgave, form, LeaderNote(opgave_id=opgave.id, person=me()), _("Het team kan het lezen."))
