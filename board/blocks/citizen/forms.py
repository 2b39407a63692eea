"""What the second block asks: a need, in the inwoner's own words."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l

from board.blocks.citizen.models import Need
from board.blocks.shared import heard
from board.blocks.shared.noted_forms import NotedForm
from board.core.opgaven.opgaven import Opgave, group_named
from board.web.fields import line, text


class NeedForm(NotedForm):
    """A need: one sentence is enough."""

    text = text(
        _l("Wat zei de inwoner?"),
        needed=_l("Schrijf op wat je hoorde, in de woorden van de inwoner."),
        longest=500,
        reads="binnen",
        description=_l("In hun eigen woorden. Schrijf nooit op wie het zei."),
    )
    group = line(
        _l("Voor wie geldt dit?"),
        longest=80,
        description=_l("Bijvoorbeeld: huurders. Leeg laten mag."),
    )
    heard_where = heard.where()
    heard_on = heard.when()
    COLUMNS: ClassVar = {"group": "group_id"}

    def keep(self, need: Need, opgave: Opgave) -> None:
        """What was typed, on the need."""
        need.text, need.group = self.text.data, group_named(opgave, self.group.data or "")
        need.heard_where, need.heard_on = self.heard_where.data or "", heard.heard_on(self.heard_on)


def as_noted(need: Need) -> dict[str, Any]:
    """The form of a need as it is now."""
    return {
        "text": need.text,
        "group": need.group.name if need.group else "",
        "heard_where": need.heard_where,
        "heard_on": need.heard_on,
    }
