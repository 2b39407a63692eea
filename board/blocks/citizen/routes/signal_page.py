"""The page of one signal, and the door to everything that is done on it."""

from functools import partial
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask_babel import gettext as _

from board.blocks.citizen.forms import HandOverForm, NotNowForm, SignalCardForm, TellBackForm, first_step
from board.blocks.citizen.models import Signal, SignalState
from board.blocks.citizen.queries import signals
from board.blocks.citizen.queries.signal_lines import line_of
from board.blocks.citizen.queries.signal_rights import SignalRights, rights_of
from board.core.record.weeks import today
from board.db import Refused
from board.web.fields import MakingAct
from board.web.guards import me
from board.web.responses import flash_message, own_path


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


def show_signal(signal: Signal, **forms: Any) -> str:
    """Everything about one signal, and what this visitor can do with it now.

    `forms`: what was just typed in one of its forms (`told`, `not_now`, `card`).
    """
    reach, day = rights_of(me()), today()
    hand_over = HandOverForm(formdata=None)
    card = forms.get("card") or SignalCardForm(formdata=None, action=first_step(signal))
    hand_over.offer(signals.colleagues(signal, reach.place(signal)))
    card.offer(reach.boards)
    return render_template(
        "blocks/citizen/signals/signal.html",
        line=line_of(signal, reach, day),
        signal=signal,
        boards=reach.boards,
        card_place=reach.places.get(signal.card.opgave_id) if signal.card else None,
        told_form=forms.get("told") or TellBackForm.on({"told": ""}, told_on=day),
        not_now_form=forms.get("not_now") or NotNowForm(formdata=None),
        hand_over_form=hand_over,
        card_form=card,
        act=act(),
    )
