"""What the search finds for the second block: needs and signals."""

from flask import url_for
from flask_babel import lazy_gettext as _l

from board.blocks.answers import OpgavePlace, SearchKind
from board.core.search.hits import Hit


def _need(_hit: Hit, place: OpgavePlace | None) -> tuple[str, ...] | None:
    return (url_for("citizen.index", slug=place.slug), place.short_name) if place else None


def _signal(hit: Hit, place: OpgavePlace | None) -> tuple[str, ...]:
    return url_for("signals.signal", number=hit.thing_id), place.short_name if place else ""


KINDS = (
    SearchKind("need", "behoeften", _l("behoefte"), _l("behoeften"), _l("Wat inwoners nodig hebben"), _need),
    SearchKind("signal", "signalen", _l("signaal"), _l("signalen"), _l("Signalen"), _signal),
)
