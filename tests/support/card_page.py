"""The page of a card: its address, its form, and saving it."""

from typing import Any

from werkzeug.test import TestResponse

from board.core.opgaven.cards import Card
from tests.client import Client


def url(card: Card, rest: str = "") -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}{rest}"


def form_of(card: Card, **typed: Any) -> dict[str, Any]:
    """What the card's form holds, with what somebody typed over it."""
    return {
        "action": card.action,
        "citizen_result": card.citizen_result,
        "owner_id": card.owner_id or 0,
        "helpers": [person.id for person in card.helpers],
        "block": card.block,
        "week": card.week or 0,
        "group": card.group.name if card.group else "",
        "labels": ", ".join(label.name for label in card.labels),
        "description": card.description,
    } | typed


def save(client: Client, card: Card, **typed: Any) -> TestResponse:
    return client.post(url(card), data=form_of(card, **typed))
