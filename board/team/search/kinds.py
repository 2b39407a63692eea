"""What can be found, and how each kind is called on the screen, in the order of the page."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.blocks import BLOCKS
from board.blocks.answers import SearchKind

KINDS = (
    SearchKind("card", "kaarten", _l("kaart"), _l("kaarten"), _l("Kaarten")),
    SearchKind("result", "resultaten", _l("resultaat"), _l("resultaten"), _l("Resultaten")),
    *(kind for block in BLOCKS for kind in block.search),
)
BY_SLUG = {kind.slug: kind for kind in KINDS}


def counted(kind: SearchKind, number: int, more: bool) -> str:
    """“1 kaart”, “12 kaarten”, “meer dan 20 kaarten”."""
    if more:
        return _("meer dan %(number)s %(things)s", number=number, things=kind.many)
    return f"{number} {kind.one if number == 1 else kind.many}"
