"""How we call what a team asks and what a leader answers."""

from typing import Any

from flask_babel import lazy_gettext as _l

from board.blocks.leadership.models import LeaderAnswer, SupportKind

KINDS = {
    SupportKind.OTHER: _l("iets anders"),
    SupportKind.MANDATE: _l("mandaat"),
    SupportKind.TIME: _l("tijd"),
    SupportKind.COLLEAGUE: _l("een collega"),
    SupportKind.MONEY: _l("geld"),
    SupportKind.RULE: _l("ruimte in een regel"),
}
ASKS = {
    SupportKind.OTHER: _l("vraagt om hulp"),
    SupportKind.MANDATE: _l("vraagt om mandaat"),
    SupportKind.TIME: _l("vraagt om tijd"),
    SupportKind.COLLEAGUE: _l("vraagt om een collega"),
    SupportKind.MONEY: _l("vraagt om geld"),
    SupportKind.RULE: _l("vraagt om ruimte in een regel"),
}
ANSWERS = {LeaderAnswer.YES: _l("Ja"), LeaderAnswer.NO: _l("Nee"), LeaderAnswer.NOT_KNOWN: _l("Dat weet ik nog niet")}
# What the history of a card says of these: when it was made, when this field changed, and otherwise.
HISTORY: dict[str, dict[str, Any]] = {
    "support_request": {
        "made": _l("vroeg om hulp"),
        "answer": _l("gaf antwoord op de vraag om hulp"),
        "": _l("veranderde de vraag om hulp"),
    },
}
