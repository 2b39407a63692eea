"""A list that got another name in Trello is shown at an update, once, and its cards take the name over."""

from collections.abc import Callable

import pytest

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.db import session
from board.exchange.trello import overview
from board.exchange.trello.command import as_json
from board.exchange.trello.plan.lists import guess
from board.exchange.trello.report import as_text
from board.exchange.trello.write.proposal import Proposal, propose
from tests.builders import Builder
from tests.client import Client
from tests.exchange.trello import trello
from tests.exchange.trello.exports import DONE, TO_DO, later
from tests.exchange.trello.page_updates import bring, chosen_file
from tests.exchange.trello.written import bring_in, cards_of

BEL, SCHRIJF = trello.card("Bel", idList=TO_DO["id"]), trello.card("Schrijf", idList=TO_DO["id"])
KLAAR = trello.card("Klaar werk", idList=DONE["id"])


def board(to_do: str, *cards: trello.Json, **fields: object) -> trello.Json:
    return trello.board(id="bord-1", lists=[{**TO_DO, "name": to_do}, DONE], cards=list(cards), **fields)


def proposed(opgave: Opgave, raw: trello.Json) -> Proposal:
    read = trello.reading(raw)
    return propose(opgave, read, guess(read))


@pytest.mark.parametrize("name", ["Nu", "Nu [snel] <b>", "“Nu”.", "Te doen (oud)", "Uit Trello"])
def test_a_new_name_is_shown_of_the_list_and_not_of_each_card(opgave: Opgave, name: str) -> None:
    bring_in(opgave, board("Te doen", BEL, SCHRIJF, KLAAR))
    session.commit()
    raw = board(name, BEL, {**SCHRIJF, "desc": "een brief"}, KLAAR)

    found = proposed(opgave, raw)

    assert found.renamed_lists == [("Te doen", name, 2)]
    shown = overview.changes(found, 1)
    assert [(card.title, [each.label for each in card.differences]) for card in shown.taken] == [
        ("Schrijf", ["de toelichting"])
    ]
    assert shown.renamed == found.renamed_lists
    later(opgave, raw)
    assert cards_of(opgave)[0].description.count("lijst") == 1
    assert not proposed(opgave, raw).renamed_lists
    assert proposed(opgave, board("Te doen", BEL, SCHRIJF, KLAAR)).renamed_lists == [(name, "Te doen", 2)]


def test_a_card_that_went_to_another_list_renames_nothing(opgave: Opgave) -> None:
    bring_in(opgave, board("Te doen", BEL, KLAAR))
    session.commit()

    assert not proposed(opgave, board("Te doen", {**BEL, "idList": DONE["id"]}, KLAAR)).renamed_lists


def test_the_command_says_it_too(opgave: Opgave) -> None:
    bring_in(opgave, board("Te doen", BEL))
    session.commit()

    found = proposed(opgave, board("Nu", BEL))

    said = as_text(found.board, found.mapping, found.plan, dry_run=True, found=found)
    assert "De lijst “Te doen” heet in Trello nu “Nu”: 1 kaart." in said
    assert as_json(found.plan, found)["renamed_lists"] == [{"before": "Te doen", "now": "Nu", "cards": 1}]


def test_the_page_says_it_and_speaks_of_nobody_here_only_when_somebody_is_not(
    lead: Client, opgave: Opgave, a: Builder, sign_in: Callable[[Person], Client]
) -> None:
    a.person("Ruth Pinas")
    known = {**BEL, "idMembers": ["lid-Ruth Pinas"]}
    members = [trello.member("Ruth Pinas"), trello.member("Ina")]
    bring(lead, opgave, board("Te doen", known, members=members))

    page = lead.get(chosen_file(lead, opgave, board("Nu", known, members=members))).text
    assert "De lijst “Te doen” heet in Trello nu “Nu”: 1 kaart." in page
    assert "Leeg is niemand hier" not in page
    page = lead.get(chosen_file(lead, opgave, board("Nu", {**known, "idMembers": ["lid-Ina"]}, members=members))).text
    assert "Leeg is niemand hier" in page
