"""What went back in words, and what did not: who went on with it, and with what."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.core.opgaven.cards import Card, StillPublic
from board.core.undo.steps import CannotUndo, Stays
from board.team.change_log import FIELDS
from board.web.guards import me

PLACES = {"state": _l("waar de kaart staat"), "block": _l("de bouwsteen"), "week": _l("de week")}


def what_stays(stays: Sequence[Stays]) -> str:
    """“Ruth veranderde intussen de toelichting van ‘Bel tien mensen’. Dat blijft zo.”"""
    return " ".join(dict.fromkeys(_one(thing) for thing in stays))


def _one(kept: Stays) -> str:
    named = [str(words) for name, words in {**FIELDS, **PLACES}.items() if name in kept.fields]
    if not isinstance(kept.thing, Card) or not named:
        return _("%(who)s ging hier al mee verder.", who=_who(kept))
    words = {"who": _who(kept), "what": _(" en ").join(named), "card": short(kept.thing)}
    return _("%(who)s veranderde intussen %(what)s van ‘%(card)s’. Dat blijft zo.", **words)


def _who(kept: Stays) -> str:
    if kept.by is None:
        return _("Een collega")
    return _("Jij") if kept.by.id == me().id else kept.by.short_name


def why_not(problem: Exception) -> str:
    """Why nothing went back."""
    if isinstance(problem, StillPublic):
        return _("Dit resultaat staat openbaar. Trek het eerst in, dan kan de kaart weer open.")
    stays = problem.stays if isinstance(problem, CannotUndo) else ()
    reason = what_stays(stays) or _("Dit kan niet meer terug: wat erbij hoort, is er niet meer.")
    return f"{reason} {_('Er is niets teruggedraaid.')}"


def short(card: Card) -> str:
    """The action, short enough for a message."""
    return card.action if len(card.action) <= 48 else card.action[:47].rstrip() + "…"
