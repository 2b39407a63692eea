"""The page of one signal, and the door to everything that is done on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar, Self

from flask import abort, redirect, request, url_for
from flask_babel import gettext as _

from board.blocks.citizen.forms import HandOverForm, NotNowForm, SignalCardForm, TellBackForm, first_step
from board.blocks.citizen.models import Signal, SignalState
from board.blocks.citizen.queries import signals
from board.blocks.citizen.queries.signal_lines import SignalLine, line_of
from board.blocks.citizen.queries.signal_rights import SignalRights, VisibleOpgave, rights_of
from board.core.record.weeks import today
from board.db import Refused
from board.web.fields import MakingAct
from board.web.guards import me
from board.web.responses import Page, flash_message, own_path


def act() -> MakingAct:
    """An empty button form."""
    return MakingAct(formdata=None)


def onward(signal: Signal) -> str:
    """Where the visitor came from, or the signal itself, or the list when they no longer see it."""
    if came_from := own_path(request.form.get("verder")):
        return came_from
    if signals.is_seen(me(), signal, today()):
        return url_for("signals.signal", number=signal.id)
    return url_for("signals.index")


def to_act_on(number: int) -> tuple[Signal, SignalRights]:
    """The signal, for who may act on it (`rights`).

    Nobody's signal asks to be taken up first (raises Refused); somebody else's is forbidden (403); hidden ones do not
    exist.
    """
    found, reach = signals.get_signal_for(me(), number, today()), rights_of(me())
    if not reach.may_act(found):
        if found.state_on(today()) is not SignalState.ORPHAN:
            abort(403)
        flash_message(_("Pak het eerst op. Daarna kun je ermee verder."))
        raise Refused(303, partial(redirect, url_for("signals.signal", number=number), 303))
    return found, reach


@dataclass(frozen=True, kw_only=True)
class SignalPage(Page):
    """Everything about one signal, and what this visitor can do with it now.

    A form in which something was just typed takes the place of its own.
    """

    template: ClassVar[str] = "blocks/citizen/signals/signal.html"
    line: SignalLine
    signal: Signal
    boards: Sequence[VisibleOpgave]
    card_place: VisibleOpgave | None
    told_form: TellBackForm
    card_form: SignalCardForm
    hand_over_form: HandOverForm
    not_now_form: NotNowForm = field(default_factory=lambda: NotNowForm(formdata=None))
    act: MakingAct = field(default_factory=act)

    def __post_init__(self) -> None:
        self.card_form.offer(self.boards)

    @classmethod
    def of(cls, signal: Signal) -> Self:
        reach, day = rights_of(me()), today()
        hand_over = HandOverForm(formdata=None)
        hand_over.offer(signals.colleagues_for(signal, reach.place(signal)))
        return cls(
            line=line_of(signal, reach, day),
            signal=signal,
            boards=reach.boards,
            card_place=reach.places.get(signal.card.opgave_id) if signal.card else None,
            told_form=TellBackForm.on({"told": ""}, told_on=day),
            card_form=SignalCardForm(formdata=None, action=first_step(signal)),
            hand_over_form=hand_over,
        )
