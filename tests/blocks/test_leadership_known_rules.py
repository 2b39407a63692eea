"""Rules in the way are suggested without saying of which team: only of what I may read, or named by two opgaven."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from board.blocks.leadership.models import SupportKind
from board.blocks.leadership.queries.support_requests import known_rules, rules_in_the_way
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.support.support_requests import ask, url

SignIn = Callable[[Person], Client]


def named(session: Session, *rules: tuple[Opgave, str]) -> None:
    for opgave, rule in rules:
        ask(opgave, session, by=None, kind=SupportKind.RULE, rule=rule)


def test_a_rule_of_one_team_is_suggested_to_who_may_read_that_team(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    ours, hidden = a.opgave(), a.opgave("Geheim", public=False)
    member = a.member(of=ours)
    named(session, (hidden, "geheimhouding rond mevrouw Jansen"), (ours, "De paraaf"))

    assert list(known_rules(member)) == ["De paraaf"]
    assert set(known_rules(a.manager())) == {"De paraaf", "geheimhouding rond mevrouw Jansen"}
    card = a.card(ours)
    for page in (url(ours), f"/bord/opgaven/{ours.slug}/kaarten/{card.id}", url(ours, f"/kaarten/{card.id}/vraag")):
        assert "mevrouw Jansen" not in sign_in(member).get(page).text


def test_what_two_opgaven_named_is_known_to_all(a: Builder, session: Session) -> None:
    one, two = a.opgave("School", public=False), a.opgave("Balie", public=False)
    named(session, (one, "Vier weken wachten"), (two, "vier weken wachten!"), (one, "Twee keer"), (one, "twee keer"))

    assert list(known_rules(a.member(of=a.opgave()))) == ["Vier weken wachten"]


def test_what_is_counted_stands_there_in_our_own_first_words(a: Builder, session: Session) -> None:
    theirs, ours = a.opgave("School"), a.opgave()
    named(session, (theirs, "DE PARAAF!!"), (ours, "De paraaf"), (ours, "de  paraaf"))

    (count,) = rules_in_the_way(ours)

    assert (count.rule, count.here, count.everywhere) == ("De paraaf", 2, 3)
    assert list(known_rules(a.member(of=ours))) == ["De paraaf"]
