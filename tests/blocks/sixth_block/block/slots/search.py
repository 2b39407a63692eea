"""Where a visit that the search finds leads."""

from flask import url_for

from board.blocks.answers import OpgavePlace
from board.core.search.hits import Hit


def leads(_hit: Hit, place: OpgavePlace | None) -> tuple[str, ...] | None:
    """To the page of the block."""
    return (url_for("neighbours.index", slug=place.slug), place.short_name) if place else None
