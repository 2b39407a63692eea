"""What kinds and states of a signal are called, on the screen and in addresses."""

from typing import Any

from flask_babel import lazy_gettext as _l

from board.blocks.citizen.models import SignalKind, SignalState

KINDS = {
    SignalKind.QUESTION: _l("vraag"),
    SignalKind.STORY: _l("verhaal"),
    SignalKind.CHANCE: _l("kans"),
    SignalKind.INITIATIVE: _l("initiatief"),
}


STATES = {
    SignalState.ORPHAN: _l("niemand gaat hierover"),
    SignalState.CLAIMED: _l("opgepakt"),
    SignalState.CARDED: _l("heeft een kaart"),
    SignalState.ANSWERED: _l("teruggekoppeld"),
    SignalState.NOT_NOW: _l("nu niet"),
}


# What kinds and states are called in addresses.
KIND_SLUGS = {
    "vraag": SignalKind.QUESTION,
    "verhaal": SignalKind.STORY,
    "kans": SignalKind.CHANCE,
    "initiatief": SignalKind.INITIATIVE,
}


STATE_SLUGS = {
    "niemand": SignalState.ORPHAN,
    "opgepakt": SignalState.CLAIMED,
    "kaart": SignalState.CARDED,
    "teruggekoppeld": SignalState.ANSWERED,
    "nu-niet": SignalState.NOT_NOW,
}
# What the history of a card says of these: when it was made, when this field changed, and otherwise.
HISTORY: dict[str, dict[str, Any]] = {
    "signal": {
        "card_id": _l("maakte deze kaart van een signaal"),
        "told": _l("vertelde de inwoner wat ermee gebeurde"),
        "": _l("werkte het signaal bij"),
    },
}
