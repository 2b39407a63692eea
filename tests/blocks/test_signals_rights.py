"""Who sees a signal and who acts on it: the rule of `rights`, for each kind of person."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Signal
from board.blocks.citizen.queries.signals import is_seen
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import OrgRole, Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import LIST, caught, days, main, url

SignIn = Callable[[Person], Client]
POSTS = ("/geef-door", "/kaart", "/teruggekoppeld", "/nu-niet", "/open", "/wijzig", "/weg")


class People:
    """Everybody who may have to do with a signal of an opgave."""

    def __init__(self, a: Builder, opgave: Opgave) -> None:
        self.catcher, self.claimer, self.stranger = a.person(), a.person(), a.person()
        self.member, self.lead = a.member(of=opgave), a.lead(of=opgave)
        self.reader, self.sponsor = a.reader(of=opgave), a.sponsor(of=opgave)
        self.neighbour = a.member(of=a.opgave("School"), role=Role.LEAD)
        self.manager, self.admin = a.manager(), a.admin()


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave("Geheime schulden")


@pytest.fixture
def people(a: Builder, opgave: Opgave) -> People:
    return People(a, opgave)


@pytest.fixture
def taken(people: People, opgave: Opgave) -> Signal:
    """A signal of the opgave that somebody has in hand."""
    signal = caught(opgave, caught_by=people.catcher)
    signal.claim(people.claimer, today())
    return signal


SEES = ["catcher", "claimer", "member", "lead", "reader", "sponsor", "manager", "admin"]
ACTS = ["catcher", "claimer", "member", "lead"]
EVERYBODY = [*SEES, "stranger", "neighbour"]


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_signal_in_hand_is_seen_by_its_opgave_and_by_who_had_to_do_with_it(
    who: str, people: People, taken: Signal, sign_in: SignIn
) -> None:
    client = sign_in(getattr(people, who))

    assert client.get(url(taken)).status_code == (200 if who in SEES else 404)
    assert (taken.text in main(client.get(LIST).text)) is (who in SEES)


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_acts_on_a_signal_in_hand(who: str, people: People, taken: Signal, sign_in: SignIn) -> None:
    client = sign_in(getattr(people, who))
    refused = 403 if who in SEES else 404

    assert (client.get(url(taken, "/wijzig")).status_code == refused) is (who not in ACTS)
    for step in POSTS:
        answer = client.post(url(taken, step))
        assert (answer.status_code == refused) is (who not in ACTS), step


@pytest.mark.parametrize("who", [who for who in SEES if who not in ACTS])
def test_who_only_looks_sees_no_form(who: str, people: People, taken: Signal, sign_in: SignIn) -> None:
    assert "<form" not in main(sign_in(getattr(people, who)).get(url(taken)).text)


@pytest.mark.parametrize("who", EVERYBODY)
def test_what_nobody_has_everybody_sees_and_may_take_up(
    who: str, people: People, opgave: Opgave, sign_in: SignIn
) -> None:
    orphan, lapsed = caught(opgave), caught(opgave)
    lapsed.claim(people.claimer, days(30))
    client = sign_in(getattr(people, who))

    for signal in (orphan, lapsed):
        assert "Ik pak het op" in main(client.get(url(signal)).text)
        assert client.post(url(signal, "/pak-op")).status_code == 303
        assert signal.claimed_by_id == getattr(people, who).id


@pytest.mark.parametrize("step", POSTS)
def test_who_does_not_have_it_is_asked_to_take_it_up_first(
    step: str, people: People, opgave: Opgave, sign_in: SignIn
) -> None:
    signal, client = caught(opgave), sign_in(people.stranger)

    assert client.post(url(signal, step), data={"told": "Hoi", "because": "Nee"}).location == url(signal)
    assert "Pak het eerst op." in client.get(url(signal)).text
    assert (signal.told, signal.not_now_because, signal.removed_at) == ("", "", None)


@pytest.mark.parametrize("who", EVERYBODY)
def test_without_an_opgave_everybody_sees_it_also_in_hand(who: str, people: People, sign_in: SignIn) -> None:
    signal = caught()
    signal.claim(people.claimer, today())

    assert sign_in(getattr(people, who)).get(url(signal)).status_code == 200


@pytest.mark.parametrize("who", ["stranger", "neighbour", "catcher"])
def test_who_does_not_see_the_opgave_does_not_read_its_name(
    who: str, people: People, opgave: Opgave, sign_in: SignIn
) -> None:
    signal = caught(opgave, caught_by=people.catcher)
    client = sign_in(getattr(people, who))

    for address in (LIST, url(signal), "/bord", *([url(signal, "/wijzig")] if who == "catcher" else [])):
        assert "Geheime schulden" not in client.get(address).text


def test_refining_leaves_the_opgave_that_the_catcher_may_not_know(
    people: People, opgave: Opgave, sign_in: SignIn
) -> None:
    signal = caught(opgave, caught_by=people.catcher)
    data = {"text": "Beter gezegd", "opgave": opgave.id}

    assert sign_in(people.catcher).post(url(signal, "/wijzig"), data=data).status_code == 303
    assert (signal.text, signal.opgave_id) == ("Beter gezegd", opgave.id)


@pytest.mark.parametrize("who", EVERYBODY)
def test_removed_it_is_not_there_for_anybody(who: str, people: People, taken: Signal, sign_in: SignIn) -> None:
    taken.remove()

    assert sign_in(getattr(people, who)).get(url(taken)).status_code == 404


def test_a_visitor_signs_in_first(visitor: Client, session: Session) -> None:
    signal = caught()

    assert visitor.get(LIST).status_code == 302
    assert visitor.get(url(signal)).status_code == 302
    assert visitor.post(url(signal, "/pak-op")).status_code == 401


def test_an_administrator_sees_all(a: Builder, taken: Signal) -> None:
    assert is_seen(a.person(org_role=OrgRole.ADMIN), taken, today())
