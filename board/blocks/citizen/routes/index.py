"""The pages of the second block: the needs that were heard, one more, and refining them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import Blueprint
from flask.typing import ResponseReturnValue

from board.blocks.answers import Progress, of_one
from board.blocks.citizen.forms import NeedForm
from board.blocks.citizen.models import Need
from board.blocks.citizen.queries import needs as queries
from board.blocks.citizen.queries.signal_lines import SignalLine, lines_of
from board.blocks.citizen.queries.signal_rights import rights_of
from board.blocks.citizen.queries.signals import open_ones
from board.blocks.citizen.slots import review
from board.blocks.shared.occasion_fields import PLACES
from board.core.opgaven.opgaven import CitizenGroup, Opgave, groups
from board.core.record.weeks import today
from board.web.guards import READERS, allow, me
from board.web.responses import Page, render

bp = Blueprint("citizen", __name__, url_prefix="/bord/opgaven/<slug>/inwoner")


@bp.get("", endpoint="index")
@allow(*READERS)
def show_citizen(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, NeedForm(formdata=None, heard_on=today()))


@dataclass(frozen=True, kw_only=True)
class CitizenPage(Page):
    """The page of the second block: what citizens need, and their signals."""

    template: ClassVar[str] = "blocks/citizen/index.html"
    opgave: Opgave
    progress: Progress
    needs: Sequence[Need]
    signals: Sequence[SignalLine]
    groups: Sequence[CitizenGroup]
    places: Mapping[str, Any]
    form: NeedForm


def _page(opgave: Opgave, form: NeedForm) -> str:
    return render(
        CitizenPage(
            opgave=opgave,
            progress=of_one(review.progress, opgave, today()),
            needs=queries.needs(opgave),
            signals=lines_of(open_ones(opgave, today()), rights_of(me()), today()),
            groups=groups(opgave),
            places=PLACES,
            form=form,
        )
    )
