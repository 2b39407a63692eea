"""Every talent that is asked, over all opgaven: “Dat kan ik”, and the answer to who asked me."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done
from board.blocks.talents.forms import StepForwardForm
from board.blocks.talents.models import TalentOffer, TalentRequest
from board.blocks.talents.queries import offers
from board.blocks.talents.queries.offers import RequestForReader
from board.blocks.talents.queries.requests import is_on_team, lock_request
from board.core.record.weeks import today
from board.db import session
from board.invisible import single_line
from board.web.fields import MakingAct
from board.web.guards import me, signed_in
from board.web.responses import Page, came_from, flash_message, render, saved

bp = Blueprint("asked_talents", __name__, url_prefix="/bord/talenten")


@dataclass(frozen=True, kw_only=True)
class AskedTalentsPage(Page):
    """The list of talents that teams ask for."""

    template: ClassVar[str] = "blocks/talents/asked.html"
    asked: Sequence[RequestForReader]
    words: str
    act: MakingAct


@bp.get("", endpoint="index")
@signed_in()
def list_asked_talents() -> ResponseReturnValue:
    words = single_line(request.args.get("q") or "")
    return render(
        AskedTalentsPage(
            asked=offers.requests_everywhere(me(), today(), words), words=words, act=MakingAct(formdata=None)
        )
    )


def _after() -> str:
    return came_from() or url_for("asked_talents.index")


@bp.post("/<int:number>/dat-kan-ik", endpoint="can_do")
@signed_in()
def offer_talent(number: int) -> ResponseReturnValue:
    """Yes to a colleague who asked me; otherwise I offer myself. Who is on the team simply starts."""
    lock_request(number)
    asked, form = offers.get_request(number), StepForwardForm()
    mine = offers.my_offer(asked, me())
    if not form.validate_on_submit() or not asked.is_open:
        flash_message(_why_not(asked))
        return saved(_after())
    if mine is None:
        mine = asked.step_forward(me(), form.text.data or "")
        session.add(mine)
        session.flush()
    return done(_after(), _said_yes(mine))


def _why_not(asked: TalentRequest) -> str:
    if asked.is_over:
        return _("De kaart is klaar of gestopt. Er wordt niemand meer gezocht.")
    return _("Houd het bij 280 tekens.") if asked.is_open else _("Hier is al iemand voor gevonden.")


def _said_yes(mine: TalentOffer) -> str:
    """What happens with my yes, in words."""
    team = mine.request.opgave.team_name
    works = offers.works_on(me(), mine.opgave_id)
    if mine.by_themself and mine.agreed is not None:
        return _("%(team)s gaf al antwoord.", team=team)
    if mine.by_themself and not works:
        return _("Fijn. %(team)s ziet het en geeft antwoord.", team=team)
    mine.agree(on=today(), on_team=works or is_on_team(mine.opgave_id, me()))
    return _("Fijn, jij doet mee. Gevraagd: %(words)s.", words=mine.request.words)


@bp.post("/<int:number>/nu-niet", endpoint="not_now")
@signed_in()
def decline_request(number: int) -> ResponseReturnValue:
    """Not now to a colleague who asked; or I take my own offer back. Nobody asks why."""
    mine = offers.my_offer(offers.get_request(number), me())
    if mine is None or mine.agreed is not None:
        return saved(_after())
    if mine.by_themself:
        mine.remove()
        return done(_after(), _("Je aanbod is weg."))
    mine.not_now(on=today())
    return done(_after(), _("Goed. Niemand vraagt waarom."))
