"""The forms of the screens: a card, its result, an opgave, the council, the people."""

from board.core.cards import Card, CardState
from board.core.opgaven import Opgave
from board.core.people import Person, Role
from board.db import session
from tests.builders import Builder
from tests.two_at_once import TwoAtOnce


def _card(a: Builder, opgave: Opgave, _me: Person) -> str:
    return _of(a.card(opgave))


def _finish(a: Builder, opgave: Opgave, _me: Person) -> str:
    return _of(_told(a, opgave), "/rond-af")


def _published(a: Builder, opgave: Opgave, me: Person) -> str:
    card = _told(a, opgave)
    assert card.result
    card.result.publish(by=me)
    return _of(card, "/rond-af")


def _told(a: Builder, opgave: Opgave) -> Card:
    card = a.card(opgave, state=CardState.DOING)
    a.result(card)
    session.flush()
    return card


def _of(card: Card, rest: str = "") -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}{rest}"


def _settings(_a: Builder, opgave: Opgave, _me: Person) -> str:
    return f"/bord/opgaven/{opgave.slug}/instellingen"


def _council(_a: Builder, opgave: Opgave, _me: Person) -> str:
    return f"/bord/raad/{opgave.slug}?periode=2026"


SCREENS = {
    "the settings of an opgave": TwoAtOnce(
        _settings, ("summary", "Over schulden."), ("contact_text", "Bel 088."), role=Role.LEAD
    ),
    "who may read an opgave": TwoAtOnce(
        _settings, ("summary", "Over schulden."), ("visibility", "internal"), role=Role.LEAD
    ),
    "words for the council": TwoAtOnce(_council, ("did", "Wij belden."), ("wants", "Rust."), role=Role.LEAD),
    "words for the council on what was noticed": TwoAtOnce(
        _council, ("noticed", "U krijgt rust."), ("programme", "6.3"), role=Role.LEAD
    ),
    "a card": TwoAtOnce(_card, ("action", "Bel dertig ouders"), ("description", "Ruth heeft de nummers")),
    "the labels of a card": TwoAtOnce(_card, ("action", "Bel dertig ouders"), ("labels", "bellen")),
    "a result": TwoAtOnce(_finish, ("deed", "wij belden lang"), ("lesson", "Bel na vijven.")),
    "a published result": TwoAtOnce(_published, ("deed", "wij belden lang"), ("lesson", "Bel na vijven.")),
}
