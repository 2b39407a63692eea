"""The history of a card in words a colleague would use."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.blocks import BLOCKS, BY_KEY
from board.core.opgaven.cards import CardState
from board.core.record.history import Change
from board.web.labels import STATES, week_name

FIELDS = {
    "action": _l("wat we doen"),
    "citizen_result": _l("wat de inwoner gaat merken"),
    "owner_id": _l("wie het oppakt"),
    "helpers": _l("wie meehelpt"),
    "group_id": _l("voor wie het is"),
    "labels": _l("de labels"),
    "description": _l("de toelichting"),
    "position": _l("de plek in de rij"),
}


# What happened to the parts of a card itself: when one was made, when this field changed, and otherwise.
PARTS: dict[str, Mapping[str, Any]] = {
    "check_item": {"made": _l("zette iets op het lijstje"), "": _l("werkte het lijstje bij")},
    "card_note": {
        "made": _l("schreef een opmerking"),
        "removed_at": _l("haalde een opmerking weg"),
        "": _l("veranderde een opmerking"),
    },
}
WORDS = PARTS | {kind: words for block in BLOCKS for kind, words in block.audit.history.items()}


def story(change: Change) -> str:
    """“van gepland naar bezig; veranderde wat we doen”."""
    if change.kind != "card":
        return _around(change)
    if change.verb == "made":
        return _("haalde de kaart uit Trello") if _came(change) else _("zette de kaart op het bord")
    parts = [sentence for name, pair in change.fields.items() if (sentence := _sentence(name, *pair))]
    return "; ".join(dict.fromkeys(parts)) or _("veranderde de kaart")


def _came(change: Change) -> bool:
    return bool(change.fields.get("source", [None, None])[1])


def elsewhere(change: Change, created_at: datetime) -> list[tuple[datetime, str]]:
    """What happened to a card before it was brought here, the last thing first: [(moment, “klaar”)]."""
    if change.kind != "card" or change.verb != "made" or not _came(change):
        return []
    known = {name: pair[1] for name, pair in change.fields.items()}
    found = [(created_at, _("in Trello gemaakt"))]
    if finished := known.get("finished_at"):
        found.append((datetime.fromisoformat(finished), _("in Trello klaar")))
    elif known.get("state") == CardState.STOPPED.value:
        found.append((datetime.fromisoformat(known["state_since"]), _("in Trello weggelegd")))
    return sorted((moment for moment in found if moment[0] < change.at), reverse=True)


def _around(change: Change) -> str:
    if change.kind == "card_note" and change.verb == "made" and _came(change):
        name = change.fields.get("author_name", ["", ""])[1]
        if "Trello" in name:  # what the import has to say itself
            return _("schreef erbij wat Trello nog meer zegt")
        return _("bracht een opmerking mee van %(name)s", name=name)
    words = WORDS.get(change.kind, {})
    known = next((words[key] for key in (change.verb, *change.fields) if key in words), words.get(""))
    return str(known or _("veranderde iets bij de kaart"))


def _sentence(name: str, before: Any, after: Any) -> str:
    if name == "state":
        return _("van %(before)s naar %(after)s", before=STATES[CardState(before)], after=STATES[CardState(after)])
    if name == "block":
        return _("van %(before)s naar %(after)s", before=BY_KEY[before].title, after=BY_KEY[after].title)
    if name == "week":
        return _("gepland voor %(week)s", week=week_name(after)) if after else _("haalde de week weg")
    if name == "result_id":
        return _("legde de steen")
    return _("veranderde %(field)s", field=FIELDS[name]) if name in FIELDS else ""
