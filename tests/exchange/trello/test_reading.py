"""A Trello export is read with all its variants; what cannot be read is counted."""

from datetime import UTC, datetime

import pytest

from tests.exchange.trello import trello


def test_a_board_without_any_other_array_is_read() -> None:
    found = trello.reading({"name": "Schulden", "lists": [{"id": "a", "name": "Te doen"}], "cards": []})
    assert (found.name, len(found.lists), found.cards_in_file) == ("Schulden", 1, 0)


@pytest.mark.parametrize("rubbish", [None, [], "x", 3, {"a": 1}, [None, 1, "x", {"id": {}}], {"id": []}])
def test_rubbish_in_any_array_is_passed_over(rubbish: object) -> None:
    raw = trello.board(cards=[trello.card()], **dict.fromkeys(trello.BOARD_FIELDS, rubbish))
    assert len(trello.planned(raw).cards) == 1


@pytest.mark.parametrize("rubbish", [None, [], "x", 3, -1.5, {"a": 1}, [None, 1, "x", {}], True, float("nan"), 10**400])
def test_rubbish_in_any_field_of_a_card_leaves_the_card(rubbish: object) -> None:
    card = {"id": trello.an_id(), **dict.fromkeys(trello.CARD_FIELDS, rubbish)}
    plan = trello.planned({"name": "x", "lists": [trello.a_list()], "cards": [card]})
    assert plan.counts.created + plan.counts.skipped == 1


def test_cards_that_are_no_cards_are_counted_as_unreadable() -> None:
    found = trello.reading(trello.board(cards=[trello.card(), "een kaart", None, 7, [], {"name": "zonder id"}]))
    assert (len(found.cards), found.unreadable, found.cards_in_file) == (1, 5, 6)


def test_a_card_that_is_twice_in_the_file_comes_in_once() -> None:
    card = trello.card()
    found = trello.reading(trello.board(cards=[card, {**card, "name": "Nog eens"}]))
    assert (len(found.cards), found.duplicates) == (1, 1)


def test_cards_stand_in_the_order_of_the_screen() -> None:
    late, early = trello.a_list("B", pos=200), trello.a_list("A", pos=100.5)
    cards = [
        trello.card("derde", idList=late["id"], pos=1),
        trello.card("tweede", idList=early["id"], pos=16384.25),
        trello.card("eerste", idList=early["id"], pos=-3),
        trello.card("zonder lijst", idList="weg", pos=0),
    ]
    found = trello.reading(trello.board(lists=[late, early], cards=cards))
    assert [card.name for card in found.cards] == ["eerste", "tweede", "derde", "zonder lijst"]


def test_a_card_knows_when_it_was_made_by_its_id() -> None:
    card = trello.card(id="5fcbec2e0000000000000000")
    found = trello.reading(trello.board(cards=[card])).cards[0]
    assert found.moments.created == datetime(2020, 12, 5, 20, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize("card_id", ["kaart-1", "000000000000000000000001", "ffffffffffffffffffffffff"])
def test_an_id_that_tells_no_date_leaves_it_to_the_action_log(card_id: str) -> None:
    made = {"type": "createCard", "date": "2021-02-03T04:05:06.000Z", "data": {"card": {"id": card_id}}}
    found = trello.reading(trello.board(cards=[trello.card(id=card_id)], actions=[made])).cards[0]
    assert found.moments.created == datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC)


def test_a_very_long_id_is_made_short_and_stays_the_same() -> None:
    raw = trello.board(cards=[trello.card(id="x" * 500)])
    first, second = trello.reading(raw).cards[0].id, trello.reading(raw).cards[0].id
    assert first == second
    assert len(first) == 64


def test_texts_lose_what_a_database_or_a_feed_refuses() -> None:
    # Lines end as in a text that is typed here.
    card = trello.card("Bel\x00 \ud800tien\x0b mensen", desc="regel\r\n\tmet tab\x01\udfff")
    found = trello.reading(trello.board(cards=[card])).cards[0]
    assert (found.name, found.description) == (
        "Bel tien mensen",
        "regel\n\tmet tab",
    )  # lines end as in a text typed here


def test_marks_of_trellos_editor_are_left_behind() -> None:
    links = 'Zie [kaart](https://a.nl/x "smartCard-inline") en [b](https://b.nl "\u200c").'
    desc = links + "\n\n\u200c\n\nEinde\n\n\u200c"
    found = trello.reading(trello.board(cards=[trello.card(desc=desc)])).cards[0]
    assert found.description == "Zie [kaart](https://a.nl/x) en [b](https://b.nl).\n\n\n\nEinde"


def test_families_of_emoji_stay_together() -> None:
    found = trello.reading(trello.board(cards=[trello.card("Gezin 👨‍👩‍👧 helpen")])).cards[0]
    assert found.name == "Gezin 👨‍👩‍👧 helpen"


def test_comments_come_from_the_action_log_oldest_first() -> None:
    card = trello.card()
    log = [
        trello.comment(card, "tweede", date="2026-03-02T10:00:00.000Z"),
        {"type": "updateCard", "data": {"card": card, "listBefore": {}, "listAfter": {}}},
        trello.comment(card, "eerste", date="2026-03-01T10:00:00.000Z"),
        trello.comment(card, "   "),
        trello.comment(trello.card(), "op een kaart die weg is"),
    ]
    found = trello.reading(trello.board(cards=[card], actions=log))
    assert [said.text for said in found.cards[0].comments] == ["eerste", "tweede"]
    assert (found.actions, found.other_actions, len(found.strays.comments)) == (5, 1, 1)
    assert found.cards[0].extras.blank_comments == 1


@pytest.mark.parametrize("rubbish", [None, {"a": 1}, ["x"], 3, "x"])
def test_rubbish_in_any_field_of_an_action_is_passed_over(rubbish: object) -> None:
    fields = ("id", "type", "date", "data", "memberCreator", "idMemberCreator", "member")
    card = trello.card()
    logs = [{**trello.comment(card, "Ja"), field: rubbish} for field in fields]
    found = trello.reading(trello.board(cards=[card], actions=[*logs, dict.fromkeys(fields, rubbish)]))
    assert len(found.cards[0].comments) >= 4


def test_the_author_of_a_comment_is_found_by_the_id_when_the_action_has_no_name() -> None:
    card = trello.card()
    said = {**trello.comment(card, "Ja"), "memberCreator": None, "idMemberCreator": "lid-Ruth Pinas"}
    found = trello.reading(trello.board(cards=[card], actions=[said], members=[trello.member("Ruth Pinas")]))
    assert found.cards[0].comments[0].author == "Ruth Pinas"


def test_old_exports_name_labels_by_their_colour() -> None:
    raw = trello.board(cards=[trello.card(labels=[{"color": "red", "name": ""}])], labelNames={"red": "Spoed"})
    assert [label.name for label in trello.reading(raw).cards[0].labels] == ["Spoed"]


def test_labels_are_found_by_id_when_the_card_only_names_ids() -> None:
    label = {"id": "l1", "name": "Spoed", "color": "red"}
    raw = trello.board(cards=[trello.card(idLabels=["l1", "weg"])], labels=[label])
    assert [label.name for label in trello.reading(raw).cards[0].labels] == ["Spoed", ""], (
        "what the file does not say is counted as blank"
    )
