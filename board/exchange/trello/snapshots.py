"""What a card says over there and here, field by field, as the merge compares it (board/core/record/merging.py)."""

from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card
from board.core.record.merging import Seen, Value, sealed
from board.exchange.trello.cards_to_come import PlannedCard, PlannedItem, PlannedNote
from board.exchange.trello.words import Words
from board.invisible import tidied

Values = dict[str, Value]
# Fields of which each value counts by itself.
LISTS = frozenset({"labels", "people"})
# Where a card stands says one thing together.
PLACE = ("state", "block")
# The mark of what nobody knows: it was here before imports kept what they wrote.
UNKNOWN: Value = ("onbekend",)
BEGINS = Words().origin_without_list.rstrip(".")


def in_trello(planned: PlannedCard) -> Values:
    """What the card says over there."""
    body, origin = parted(planned.description)
    people = [planned.owner_id, *planned.helper_ids]
    return {
        "action": _text(planned.action),
        "description": _text(body),
        "origin": _text(origin),
        "state": (planned.state,),
        "block": (planned.block,),
        "week": _text(planned.week),
        "labels": tuple(sorted({name.casefold() for name in planned.labels})),
        "people": tuple(dict.fromkeys(str(number) for number in people if number is not None)),
    }


def on_board(card: Card) -> Values:
    """What the card says here."""
    body, origin = parted(card.description)
    people = [card.owner_id, *(helper.id for helper in card.helpers)]
    return {
        "action": _text(card.action),
        "description": _text(body),
        "origin": _text(origin),
        "state": (card.state.value,),
        "block": (card.block,),
        "week": _text(card.week),
        "labels": tuple(sorted(label.name.casefold() for label in card.labels)),
        "people": tuple(dict.fromkeys(str(number) for number in people if number is not None)),
    }


def of_item(item: PlannedItem | CheckItem) -> Values:
    return {"text": _text(item.text), "done": ("y",) if item.done else ()}


def of_note(note: PlannedNote | CardNote) -> Values:
    return {"text": _text(note.text), "author": _text(note.author_id)}


def parted(description: str) -> tuple[str, str]:
    """What somebody wrote, and the last paragraph, in which the import says where the card came from."""
    body, _break, last = description.rpartition("\n\n")
    return (body, last) if last.startswith(BEGINS) else (description, "")


def joined(body: Value, origin: Value) -> str:
    """The description again."""
    return "\n\n".join([*body, *origin])


def seal(marks: Seen) -> str:
    """Marks as they are kept."""
    return " ".join(f"{name}:{','.join(values)}" for name, values in marks.items() if values)


def sealed_card(planned: PlannedCard) -> str:
    """What is kept of a card that was just made."""
    return sealed(in_trello(planned) | dict(planned.facts))


def _text(value: object) -> Value:
    text = tidied("" if value is None else str(value))
    return (text,) if text else ()
