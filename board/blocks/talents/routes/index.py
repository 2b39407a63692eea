"""The block on one opgave: the talents that are asked, who can do it, and what others did with our lessons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from board.blocks.answers import Progress, of_one
from board.blocks.talents.forms import TalentRequestForm
from board.blocks.talents.models import LessonUse
from board.blocks.talents.queries import lessons, people, requests
from board.blocks.talents.queries.people import Colleague, Match
from board.blocks.talents.queries.requests import RequestWithOffers
from board.blocks.talents.slots.review import progress
from board.core.opgaven.opgaven import Opgave, team
from board.core.record.weeks import today
from board.web.fields import MakingAct
from board.web.guards import READERS, allow
from board.web.responses import Page, came_from, render

bp = Blueprint("talents", __name__, url_prefix="/bord/opgaven/<slug>/talenten")


def after(opgave: Opgave) -> str:
    """Where somebody goes on: the card or page from which they came, or the block."""
    return came_from() or url_for("talents.index", slug=opgave.slug)


@bp.get("", endpoint="index")
@allow(*READERS)
def show_talents(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, TalentRequestForm(formdata=None))


@dataclass(frozen=True, kw_only=True)
class TalentsPage(Page):
    """The page of the fifth block: talents asked, and lessons of this opgave."""

    template: ClassVar[str] = "blocks/talents/index.html"
    opgave: Opgave
    progress: Progress
    open: Sequence[tuple[RequestWithOffers, Sequence[Match]]]
    found: Sequence[RequestWithOffers]
    ours: Sequence[Colleague]
    used: Sequence[LessonUse]
    form: TalentRequestForm
    act: MakingAct


def _page(opgave: Opgave, form: TalentRequestForm) -> str:
    everybody, sought = people.everybody(), requests.requests_with_offers(opgave)
    members = {membership.person_id for membership in team(opgave)}
    return render(
        TalentsPage(
            opgave=opgave,
            progress=of_one(progress, opgave, today()),
            open=[(talent, _who_can(talent, everybody)) for talent in sought if talent.request.is_open],
            found=[talent for talent in sought if talent.request.found_on is not None],
            ours=[colleague for colleague in everybody if colleague.id in members],
            used=lessons.uses_of_lessons(opgave),
            form=form,
            act=MakingAct(formdata=None),
        )
    )


def _who_can(sought: requests.RequestWithOffers, everybody: list[people.Colleague]) -> list[people.Match]:
    card = sought.request.card
    without = sought.known | ({card.owner_id} if card and card.owner_id else set())
    return people.who_can(sought.request.words, without, everybody)
