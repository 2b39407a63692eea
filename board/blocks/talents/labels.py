"""What the kinds of talents are called, in the words of who has them."""

from typing import Any

from flask_babel import lazy_gettext as _l

from board.blocks.talents.models import TalentKind

KINDS = {TalentKind.CAN: _l("Dit kan ik, en doe ik graag"), TalentKind.WANTS: _l("Dit wil ik leren")}
# What the history of a card says of these: when it was made, when this field changed, and otherwise.
HISTORY: dict[str, dict[str, Any]] = {
    "talent_request": {
        "made": _l("vroeg een talent"),
        "found_on": _l("vond het talent"),
        "": _l("veranderde de vraag om een talent"),
    },
    "lesson_use": {"": _l("gebruikte hier een les van een ander")},
}
