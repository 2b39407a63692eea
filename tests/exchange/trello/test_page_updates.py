"""On the page: what a later export changes, whom a name is, where the board stands besides, and the way back."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from board.core.opgaven.card_parts import CardNote, notes
from board.core.opgaven.cards import Card
from board.core.opgaven.imports import BoardImport
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.merging import mark
from board.db import session
from board.exchange.trello.routes import imports
from board.exchange.trello.write.proposal import Proposal, propose
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.exchange.trello import trello
from tests.exchange.trello.exports import board
from tests.exchange.trello.page import kept, page
from tests.exchange.trello.page_updates import bring, chosen_file
from tests.exchange.trello.written import cards_of, how_many

SignIn = Callable[[Person], Client]
WAS = trello.card("Bel", desc="tekst", idMembers=["lid-Ina"])
MEMBERS = [trello.member("Ina")]


def test_the_page_shows_what_changed_and_asks_where_both_did(lead: Client, opgave: Opgave) -> None:
    bring(lead, opgave, board(WAS))
    (card,) = cards_of(opgave)
    card.edit(action="Bel de huurders")
    session.commit()
    address = chosen_file(lead, opgave, board({**WAS, "name": "Bel iedereen", "desc": "nieuwe tekst"}))

    seen = lead.get(address).text

    assert "nieuwe tekst" in seen
    assert "Bel iedereen" in seen
    assert "1 verschil wacht op jouw keuze" in seen
    assert "Werk de kaarten bij" in seen
    (choice,) = re.findall(r'name="(kies-[^"]+)" value="(daar:[^"]+)"', seen)
    answer = lead.post(address, data=dict([choice]), follow_redirects=True)
    session.expire_all()
    assert "1 kaart is bijgewerkt." in answer.text
    assert (card.action, card.description.partition("\n")[0]) == ("Bel iedereen", "nieuwe tekst")


def test_very_many_questions_come_in_parts_and_each_part_is_kept(lead: Client, opgave: Opgave) -> None:
    cards = [trello.card(f"Bel {number}") for number in range(45)]
    bring(lead, opgave, board(*cards))
    for card in cards_of(opgave):
        card.edit(action=f"{card.action} morgen")
    session.commit()
    address = chosen_file(lead, opgave, board(*({**card, "name": f"{card['name']} nu"} for card in cards)))

    first = lead.get(address).text
    assert "Deel 1 van 3." in first
    fields = dict(re.findall(r'name="(kies-[^"]+)" value="(daar:[^"]+)"', first))
    assert len(fields) == 20
    second = lead.post(f"{address}/tel", data=fields | {"pagina": "2"}, follow_redirects=True).text
    assert "Deel 2 van 3." in second
    assert "25 verschillen wachten op jouw keuze" in second
    lead.post(address)
    session.expire_all()
    assert sorted(card.action.split()[-1] for card in cards_of(opgave)) == ["morgen"] * 25 + ["nu"] * 20


def test_a_board_that_stands_elsewhere_asks_for_a_deliberate_yes(
    lead: Client, opgave: Opgave, a: Builder, sign_in: SignIn
) -> None:
    bring(lead, opgave, board(WAS))
    school = a.opgave("Veilig naar school", slug="school")
    person = a.lead(school)
    other = sign_in(person)
    address = chosen_file(other, school, board(WAS))

    assert "een opgave waar je niet bij hoort (1 kaart)" in other.get(address).text
    refused = other.post(address)
    assert (refused.status_code, cards_of(school)) == (422, [])
    assert "Zet het vinkje" in refused.text
    a.membership(opgave, person, Role.READER)
    assert f"{opgave.title} (1 kaart" in other.get(address).text
    assert other.post(address, data={"ook-hier": "1"}).status_code == 303
    assert len(cards_of(school)) == 1


def test_who_a_name_is_can_be_said_before_and_corrected_afterwards(lead: Client, opgave: Opgave, a: Builder) -> None:
    stefan, ina = a.person("Stéphane Wit"), a.person("Ina Groen")
    raw = board(WAS, trello.card("Los", idMembers=["lid-Ina"]), members=MEMBERS)
    raw["actions"] = [trello.comment(WAS, "Gebeld", by="Ina") | {"id": "c"}]
    field = f"wie-{mark('Ina')}"
    address = chosen_file(lead, opgave, raw)
    unknown = lead.post(address, data={field: "Niemand Bekend"})
    assert (unknown.status_code, how_many(Card)) == (422, [0])
    assert "kennen we hier niet" in unknown.text

    report = lead.post(address, data={field: "Stéphane Wit"}).location or ""
    first, second = cards_of(opgave)
    assert (first.owner, second.owner, notes(first)[0].author) == (stefan, stefan, stefan)
    second.edit(owner=None)
    session.commit()
    seen = lead.get(report).text
    assert 'value="Stéphane Wit"' in seen

    lead.post(f"{report}/mensen", data={field: "Ina Groen", f"was-{field}": str(stefan.id)})
    session.expire_all()
    assert (first.owner, second.owner, notes(first)[0].author) == (ina, None, ina)
    lead.post(f"{report}/mensen", data={field: "", f"was-{field}": str(stefan.id)})
    session.expire_all()
    assert first.owner == ina, "a colleague chose meanwhile"
    lead.post(f"{report}/mensen", data={field: "", f"was-{field}": str(ina.id)})
    session.expire_all()
    assert [first.owner, notes(first)[0].author, notes(first)[0].author_name] == [None, None, "Ina"]


def test_what_was_said_of_a_name_holds_for_a_later_export(lead: Client, opgave: Opgave, a: Builder) -> None:
    stefan = a.person("Stéphane Wit")
    bring(lead, opgave, board(WAS, members=MEMBERS), **{f"wie-{mark('Ina')}": "Stéphane Wit"})

    bring(lead, opgave, board(WAS, trello.card("Nieuw", idMembers=["lid-Ina"]), members=MEMBERS))

    assert [card.owner for card in cards_of(opgave)] == [stefan, stefan]


def test_who_got_an_account_since_is_known_the_next_time(lead: Client, opgave: Opgave, a: Builder) -> None:
    bring(lead, opgave, board(WAS, members=MEMBERS), **{f"wie-{mark('Ina')}": ""})
    ina = a.person("Ina")
    session.commit()

    bring(lead, opgave, board(WAS, trello.card("Nieuw", idMembers=["lid-Ina"]), members=MEMBERS))

    assert [card.owner for card in cards_of(opgave)] == [ina, ina]


def test_of_two_who_bring_the_same_file_at_once_one_import_is_left(
    lead: Client, opgave: Opgave, a: Builder, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sign_in(a.lead(opgave))
    theirs = chosen_file(other, opgave, board(WAS))
    mine = chosen_file(lead, opgave, board(WAS))
    plan_first = propose

    def slow(*given: Any) -> Proposal:
        found = plan_first(*given)
        monkeypatch.setattr(imports, "propose", plan_first)
        other.post(theirs)
        return found

    monkeypatch.setattr(imports, "propose", slow)
    assert lead.post(mine).status_code == 303
    assert how_many(Card, BoardImport) == [1, 1]


def test_the_way_back_is_on_the_report_and_twice_is_no_harm(lead: Client, opgave: Opgave, a: Builder) -> None:
    report = bring(lead, opgave, board(WAS, trello.card("Los")))
    cards_of(opgave)[1].edit(week=202650)
    session.commit()

    assert "Hier werkte al iemand aan" in lead.get(report).text
    assert "Eerder opgehaald" in lead.get(page(opgave)).text
    gone = lead.post(f"{report}/weg", follow_redirects=True).text
    assert "De import is ongedaan gemaakt." in gone
    assert "Deze kaarten bleven staan" in gone
    again = lead.post(f"{report}/weg", follow_redirects=True).text
    assert "al ongedaan gemaakt" in again
    session.expire_all()
    assert [card.action for card in cards_of(opgave)] == ["Los"]


def test_only_who_leads_or_who_brought_it_undoes_it(lead: Client, opgave: Opgave, a: Builder, sign_in: SignIn) -> None:
    report = bring(lead, opgave, board(WAS))
    member = a.member(opgave)
    client = sign_in(member)

    assert client.get(report).status_code == 200
    assert "Maak de import ongedaan" not in client.get(report).text
    assert "alleen de opgavemanager" in client.post(f"{report}/weg", follow_redirects=True).text
    assert how_many(Card) == [1]
    session.scalars(select(BoardImport)).one().person_id = member.id
    session.commit()
    assert client.post(f"{report}/weg").status_code == 303
    assert how_many(Card, CardNote) == [0, 0]
    assert lead.get(f"{page(opgave)}/verslag/999").status_code == 404


def test_the_same_file_twice_says_that_there_is_nothing_new(lead: Client, opgave: Opgave) -> None:
    lead.post(kept(lead, opgave))
    seen = lead.get(kept(lead, opgave)).text

    assert "Hier is niets nieuws bij" in seen
    assert how_many(BoardImport) == [1]


@pytest.mark.parametrize("where", ["", "/tel"])
def test_the_questions_about_the_database_do_not_grow_with_the_cards(lead: Client, opgave: Opgave, where: str) -> None:
    cards = [trello.card(f"Bel {number}") for number in range(30)]
    bring(lead, opgave, board(*cards))

    def queries_for(number: int) -> int:
        address = chosen_file(lead, opgave, board(*({**card, "desc": "nieuw"} for card in cards[:number])))
        with counting_queries() as queries:
            lead.get(address) if not where else lead.post(address + where)
        return len(queries.asked)

    assert queries_for(30) <= queries_for(2) + 2
