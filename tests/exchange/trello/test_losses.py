"""Before anything is written the import names what will be lost, and only what is really in the file."""

import pytest

from board.exchange.trello.plan.losses import LossReason
from tests.exchange.trello import trello


def test_a_plain_board_loses_nothing() -> None:
    assert trello.planned(trello.board(cards=[trello.card()])).lost == ()


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        (
            "uploads",
            {"attachments": [{"name": "brief.pdf", "url": "https://trello.com/x", "isUpload": True}]},
        ),
        ("due_time", {"due": "2026-11-20T12:00:00Z"}),
        ("start_dates", {"start": "2026-11-20T12:00:00Z"}),
        ("covers", {"cover": {"color": "pink"}}),
        ("covers", {"cover": {"idAttachment": "a1"}}),
        ("covers", {"idAttachmentCover": "a1"}),
        ("stickers", {"stickers": [{"image": "taco-cool"}]}),
        ("votes", {"idMembersVoted": ["m1"]}),
        ("votes", {"badges": {"votes": 1}}),
        ("label_colours", {"labels": [{"name": "Spoed", "color": "red"}]}),
        ("long_labels", {"labels": [{"name": "lang " * 20, "color": None}]}),
        ("card_links", {"attachments": [{"name": "x", "url": "https://trello.com/c/abc/1-x"}]}),
        ("mirrors", {"cardRole": "mirror", "mirrorSourceId": "x"}),
        ("templates", {"isTemplate": True}),
        ("card_power_ups", {"pluginData": [{"value": "{}"}]}),
        ("older_comments", {"badges": {"comments": 1}}),
        ("members_without_name", {"idMembers": ["vertrokken"]}),
        ("lost_choices", {"customFieldItems": [{"idCustomField": "f", "idValue": "weg", "value": None}]}),
        ("nameless_fields", {"customFieldItems": [{"idCustomField": "weg", "value": {"text": "Z-123"}}]}),
        ("odd_due_dates", {"due": "volgende week"}),
        ("coordinates", {"coordinates": {"latitude": 52.09, "longitude": 5.12}}),
        ("coordinates", {"coordinates": "52.09,5.12"}),
        ("recurrences", {"recurrenceRule": {"rule": "FREQ=MONTHLY"}}),
        ("sources", {"urlSource": "https://example.org/zaak/123"}),
        ("first_names", {"originalName": "Bel iedereen"}),
        ("senders", {"sourceEmail": "iemand@example.org"}),
        ("empty_labels", {"labels": [{"id": "l", "name": "", "color": None}]}),
        ("empty_labels", {"idLabels": ["weg"]}),
        ("empty_attachments", {"attachments": [{"name": "", "url": ""}]}),
        ("lists_not_in_file", {"idList": "weg"}),
        ("link_cards", {"cardRole": "link"}),
        ("link_cards", {"cardRole": "board"}),
        ("other_cards", {"cardRole": "nieuw soort"}),
    ],
)
def test_what_a_card_loses_is_named_once(what: str, fields: trello.Json) -> None:
    phase = {"id": "f", "name": "Fase", "type": "list", "options": []}
    fields_of_board = [phase] if what == "lost_choices" else []
    raw = trello.board(cards=[trello.card(**fields)], customFields=fields_of_board)
    assert trello.lost(raw) == {what: 1, **({"empty_lists": 1} if what == "lists_not_in_file" else {})}


def test_empty_checklists_lines_and_comments_are_named_and_a_name_is_kept() -> None:
    card = trello.card(badges={"comments": 1})
    lists = [trello.checklist(card, name="Belanghebbenden"), trello.checklist(card, "een", " ", name="Eerst")]
    raw = trello.board(cards=[card], checklists=lists, actions=[trello.comment(card, " ")])
    assert trello.lost(raw) == {"empty_checklists": 1, "empty_lines": 1, "empty_comments": 1}
    assert "Leeg lijstje: Belanghebbenden" in trello.one(raw).description


def test_lines_of_a_checklist_whose_card_is_gone_are_counted() -> None:
    raw = trello.board(cards=[trello.card()], checklists=[trello.checklist(trello.card(), "een", "twee", name="Weg")])
    assert trello.lost(raw) == {"checklists_of_removed_cards": 1, "lines_of_removed_cards": 2}


def test_what_is_kept_in_another_form_is_told_apart() -> None:
    plan = trello.planned(trello.board(cards=[trello.card(due="2026-11-20T12:00:00Z", cover={"color": "pink"})]))
    assert [[each.what for each in part] for part in (plan.changed, plan.gone)] == [["due_time"], ["covers"]]


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("list_limits", {"lists": [trello.a_list(softLimit=3)]}),
        ("rights", {"memberships": [{"idMember": "m", "memberType": "admin"}]}),
        ("power_ups", {"pluginData": [{"value": "{}"}]}),
        ("board_description", {"desc": "Wat wij willen"}),
        ("unused_labels", {"labels": [{"id": "l", "name": "Niemand", "color": "red"}]}),
        ("history", {"actions": [{"type": "updateCard"}]}),
        ("comments_of_removed_cards", {"actions": [trello.comment(trello.card(), "Weg")]}),
        ("empty_comments_of_removed_cards", {"actions": [trello.comment(trello.card(), " ")]}),
        ("checklists_of_removed_cards", {"checklists": [trello.checklist(trello.card(), name="Weg")]}),
        ("empty_lists", {"lists": [trello.a_list(), trello.a_list("Leeg")]}),
        ("background", {"prefs": {"backgroundImage": "https://example.org/strand.jpg"}}),
        ("unused_labels", {"labels": [{"id": "l", "name": "", "color": "red"}]}),
        ("unused_fields", {"customFields": [{"id": "f2", "name": "Wijk", "type": "text"}]}),
    ],
)
def test_what_the_board_loses_is_named_once(what: str, fields: trello.Json) -> None:
    assert trello.lost(trello.board(cards=[trello.card()], **fields)) == {what: 1}


@pytest.mark.parametrize("reminder", [None, -1])
def test_a_due_date_without_a_reminder_loses_no_reminder(reminder: int | None) -> None:
    card = trello.card(due="2026-11-20T12:00:00Z", dueReminder=reminder)
    assert trello.lost(trello.board(cards=[card])) == {"due_time": 1}


def test_a_reminder_is_named() -> None:
    card = trello.card(due="2026-11-20T12:00:00Z", dueReminder=1440)
    assert trello.lost(trello.board(cards=[card])) == {"due_time": 1, "reminders": 1}


def test_dates_and_people_of_checklist_lines_are_named() -> None:
    card = trello.card()
    line = {"name": "een", "due": "2026-11-20T12:00:00Z", "idMember": "m1"}
    raw = trello.board(cards=[card], checklists=[trello.checklist(card, line)])
    assert trello.lost(raw) == {"item_dates_and_people": 2}


def test_comments_that_trello_counts_but_does_not_give_are_named_with_their_card() -> None:
    card = trello.card("Bel tien mensen", badges={"comments": 5})
    plan = trello.planned(trello.board(cards=[card], actions=[trello.comment(card, "Ja"), trello.comment(card, "Nee")]))
    (loss,) = plan.lost
    assert (loss.what, loss.count, loss.why, loss.examples) == (
        "older_comments",
        3,
        LossReason.NOT_IN_FILE,
        ("Bel tien mensen",),
    )


def test_a_full_log_says_that_older_comments_may_be_missing_only_when_cards_do_not_count_them() -> None:
    log = [{"type": "updateCard"}] * 1000
    assert "comments_before_the_log" in trello.lost(trello.board(cards=[trello.card()], actions=log))
    counted = trello.card(badges={"comments": 0})
    assert trello.lost(trello.board(cards=[counted], actions=log)) == {"history": 1000}


def test_people_without_an_account_are_named() -> None:
    raw = trello.board(cards=[trello.card(idMembers=["lid-Ina"])], members=[trello.member("Ina"), trello.member("Jo")])
    (loss,) = trello.planned(raw).lost
    assert (loss.what, loss.count, loss.why, loss.examples) == (
        "members_without_account",
        1,
        LossReason.NO_ACCOUNTS_ARE_MADE,
        ("Ina",),
    )


def test_no_more_than_three_examples_are_given() -> None:
    cards = [trello.card(f"Kaart {n}", cover={"color": "pink"}) for n in range(5)]
    (loss,) = trello.planned(trello.board(cards=cards)).lost
    assert (loss.count, loss.examples) == (5, ("Kaart 0", "Kaart 1", "Kaart 2"))


def test_a_file_that_claims_a_million_votes_costs_no_memory() -> None:
    assert trello.lost(trello.board(cards=[trello.card(badges={"votes": 10**9})])) == {"votes": 1_000_000}
