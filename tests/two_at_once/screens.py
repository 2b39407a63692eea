"""The forms of the screens: a card, its result, an opgave, the council, the people."""

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import OrgRole, Person, Role
from board.core.record.weeks import Week
from board.db import session
from tests.builders import Builder
from tests.photos import give_photo
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


def _photo(a: Builder, opgave: Opgave, me: Person) -> str:
    card = _told(a, opgave)
    assert card.result
    give_photo(card.result, by=me)
    return _of(card, "/foto")


def _week(_a: Builder, _opgave: Opgave, _me: Person) -> str:
    return f"/bord/week/vooraf?week={Week.now()}"


def _me(_a: Builder, _opgave: Opgave, _person: Person) -> str:
    return "/bord/ik"


def _person(a: Builder, _opgave: Opgave, me: Person) -> str:
    me.org_role = OrgRole.ADMIN
    return f"/bord/beheer/mensen/{a.person().id}"


SCREENS = {
    "a photo of the work": TwoAtOnce(_photo, ("alt", "Een brief op tafel."), ("credit", "Ruth")),
    "the words above a week": TwoAtOnce(_week, ("introduction", "Wat een week.")),
    "my account": TwoAtOnce(_me, ("last_name", "de Wit"), ("job_title", "adviseur"), alone=True),
    "a person in Beheer": TwoAtOnce(_person, ("last_name", "de Wit"), ("org_role", "manager"), alone=True),
    "how I am seen": TwoAtOnce(
        lambda _a, _opgave, _me: "/bord/ik/in-beeld", ("own_words", "Ik bel graag."), ("visibility", "role"), alone=True
    ),
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
