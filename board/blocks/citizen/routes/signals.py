"""The pages of the signals: the list, catching one in a minute, one with everything, and refining it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.citizen.forms import SignalForm, signal_fields
from board.blocks.citizen.labels import KIND_SLUGS, KINDS, STATE_SLUGS, STATES
from board.blocks.citizen.models import Signal, SignalKind, SignalState
from board.blocks.citizen.queries import signals
from board.blocks.citizen.queries.signal_lines import SignalLine, lines_of
from board.blocks.citizen.queries.signal_rights import SignalRights, rights_of
from board.blocks.citizen.queries.signals import Filter, SignalBatch
from board.blocks.citizen.routes import signal_page
from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.shared.occasion_fields import PLACES
from board.core.record.weeks import today
from board.db import session
from board.invisible import single_line
from board.web.fields import MakingAct, whole_number
from board.web.guards import me, signed_in
from board.web.responses import Page, render

bp = Blueprint("signals", __name__, url_prefix="/bord/signalen")
# Signals stand on the pages of others too: Vandaag, a card, an opgave.
bp.add_app_template_filter(KINDS.__getitem__, "signal_kind")
bp.add_app_template_filter(STATES.__getitem__, "signal_state")
bp.add_app_template_filter(lambda place: PLACES.get(place, place), "heard_place")


@dataclass(frozen=True, kw_only=True)
class SignalsPage(Page):
    """The list of signals, as this visitor filtered it."""

    template: ClassVar[str] = "blocks/citizen/signals/index.html"
    parts: Sequence[tuple[SignalBatch, Sequence[SignalLine]]]
    wanted: Filter
    asked: Mapping[str, str]
    reach: SignalRights
    kind_slugs: Mapping[str, SignalKind]
    state_slugs: Mapping[str, SignalState]
    page_size: int
    act: MakingAct


@bp.get("", endpoint="index")
@signed_in()
def list_signals() -> ResponseReturnValue:
    """What nobody has comes first, the oldest on top. The filters stand in the address."""
    person, day = me(), today()
    reach = rights_of(person)
    wanted = _wanted(reach)
    parts = signals.signal_batches(person, wanted, day)
    return render(
        SignalsPage(
            parts=[(part, lines_of(part.signals, reach, day)) for part in parts],
            wanted=wanted,
            asked=_asked(),
            reach=reach,
            kind_slugs=KIND_SLUGS,
            state_slugs=STATE_SLUGS,
            page_size=signals.PAGE,
            act=signal_page.act(),
        )
    )


def _wanted(reach: SignalRights) -> Filter:
    """What the address asks for; what it asks in words that we do not know is not asked."""
    slug = request.args.get("opgave")
    return Filter(
        state=STATE_SLUGS.get(request.args.get("staat", "")),
        opgave_id=next((place.id for place in reach.places.values() if place.slug == slug), None),
        kind=KIND_SLUGS.get(request.args.get("soort", "")),
        text=single_line(request.args.get("q", "")),
        start=whole_number(request.args.get("vanaf")) or 0,
    )


def _asked() -> dict[str, str]:
    """The filters as they stand in the address, for links that keep them."""
    return {name: value for name in ("staat", "opgave", "soort", "q") if (value := request.args.get(name))}


@dataclass(frozen=True, kw_only=True)
class NewSignalPage(Page):
    """The page on which a signal is written down."""

    template: ClassVar[str] = "blocks/citizen/signals/new.html"
    form: SignalForm


@bp.get("/nieuw", endpoint="new")
@signed_in()
def show_new_signal() -> ResponseReturnValue:
    """One field, for a phone in one hand. `opgave` in the address fills that in."""
    reach = rights_of(me())
    slug = request.args.get("opgave")
    here = next((place.id for place in reach.places.values() if place.slug == slug), 0)
    form = SignalForm(formdata=None, heard_on=today(), opgave=here)
    form.offer(reach.places.values())
    return render(NewSignalPage(form=form))


@bp.post("/nieuw", endpoint="add")
@signed_in()
def add_signal() -> ResponseReturnValue:
    form = SignalForm()
    form.offer(rights_of(me()).places.values())
    if not form.validate_on_submit():
        return render(NewSignalPage(form=form)), 422
    signal = Signal(caught_by=me())
    form.keep(signal)
    session.add(signal)
    session.flush()
    return done(url_for(".signal", number=signal.id), _("Opgevangen. Wie pakt het op?"))


@bp.get("/<int:number>", endpoint="signal")
@signed_in()
def show_signal(number: int) -> ResponseReturnValue:
    return render(signal_page.SignalPage.of(signals.get_signal_for(me(), number, today())))


@bp.get("/<int:number>/wijzig", endpoint="refine")
@signed_in()
def show_signal_form(number: int) -> ResponseReturnValue:
    found, reach = signal_page.to_act_on(number)
    form = SignalForm.on(signal_fields(found))
    form.offer(reach.places.values(), found)
    return _edit(found, form)


@bp.post("/<int:number>/wijzig", endpoint="change")
@signed_in()
def edit_signal(number: int) -> ResponseReturnValue:
    found, reach = signal_page.to_act_on(number)
    form = SignalForm.sent_on(signal_fields(found), found)
    form.offer(reach.places.values(), found)
    if status := form.waits():
        return _edit(found, form), status
    form.keep(found)
    return done(signal_page.onward(found), _("Bewaard."), form)


@bp.post("/<int:number>/weg", endpoint="remove")
@signed_in()
def remove_signal(number: int) -> ResponseReturnValue:
    found, _reach = signal_page.to_act_on(number)
    found.remove()
    return done(url_for(".index"), _("Weggehaald."))


def _edit(found: Signal, form: SignalForm) -> str:
    back, remove_it = url_for(".signal", number=found.id), url_for(".remove", number=found.id)
    return edit_page(None, form, _("Signaal"), back, remove=remove_it)
