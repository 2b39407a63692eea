"""What a form says of the results that stood on its page."""

from board.core.opgaven.cards import Card
from board.core.publishing.result_photos import photo_of
from board.core.record.merging import sealed
from board.web.seen_form import as_it_stands


def version(card: Card) -> str:
    """As the result of this card stands now, in the words of a form that shows it."""
    assert card.result is not None
    stands = as_it_stands(card.result, photo_of(card.result))
    return sealed({stands.key: (stands.value,)})


def seen(*cards: Card) -> dict[str, object]:
    """These are ticked in the week, as they stand now."""
    return {"kaarten": [card.id for card in cards]} | {f"kaart-{card.id}-gezien": version(card) for card in cards}
