"""The pages of the second block: the needs that were heard, one more, and refining them."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from board.blocks.answers import of_one
from board.blocks.citizen.forms import NeedForm
from board.blocks.citizen.queries import needs as queries
from board.blocks.citizen.queries.signal_lines import lines_of
from board.blocks.citizen.queries.signal_rights import rights_of
from board.blocks.citizen.queries.signals import open_ones
from board.blocks.citizen.slots import review
from board.blocks.shared.occasion_fields import PLACES
from board.core.opgaven.opgaven import Opgave, groups
from board.core.record.weeks import today
from board.web.guards import READERS, allow, me

bp = Blueprint("citizen", __name__, url_prefix="/bord/opgaven/<slug>/inwoner")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, NeedForm(formdata=None, heard_on=today()))


def _page(opgave: Opgave, form: NeedForm) -> str:
    return render_template(
        "blocks/citizen/index.html",
        opgave=opgave,
        progress=of_one(review.progress, opgave, today()),
        needs=queries.needs(opgave),
        signals=lines_of(open_ones(opgave, today()), rights_of(me()), today()),
        groups=groups(opgave),
        places=PLACES,
        form=form,
    )
