"""What a form says of the results that stood on its page."""

from board.core.opgaven.cards import Card
from board.core.publishing.result_photos import photo_of
from board.web.seen_form import version_of


def version(card: Card) -> str:
    """As the result of this card stands now."""
    assert card.result is not None
    return version_of(card.result, photo_of(card.result))


def seen(*cards: Card) -> dict[str, object]:
    """These are ticked in the week, as they stand now."""
    return {"kaarten": [card.id for card in cards]} | {f"kaart-{card.id}-version": version(card) for card in cards}
