"""All text of a Trello card finds a place: what has no field stands in the description."""

from typing import Any

import pytest

from board.exchange.trello.plan.words import shorten
from tests.exchange.trello import trello

NAMED = [{"id": "f1", "name": "Wijk", "type": "text"}]


def described(**fields: Any) -> str:
    return trello.one(trello.board(lists=[trello.a_list("Lijst A")], cards=[trello.card(**fields)])).description


def test_a_long_title_is_shortened_between_words_and_kept_whole() -> None:
    title = "Bel alle mensen die " + "heel " * 60 + "lang wachten"
    card = trello.one(trello.board(cards=[trello.card(title)]))
    assert card.action.endswith("heel…")
    assert 190 < len(card.action) <= 200
    assert card.description.startswith(f"Hele titel: {title}")


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("kort", 10, "kort"),
        ("precies 10", 10, "precies 10"),
        ("bel tien mensen", 10, "bel tien…"),
        ("bel tien, en meer", 10, "bel tien…"),
        ("x" * 30, 10, "x" * 9 + "…"),
        ("a " + "x" * 30, 10, "a xxxxxxx…"),
    ],
)
def test_text_is_cut_between_words_where_that_leaves_enough(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


def test_a_card_without_a_title_gets_one() -> None:
    assert trello.one(trello.board(cards=[trello.card("")])).action == "Kaart zonder titel"


def test_a_card_says_where_it_came_from() -> None:
    text = described(desc="Eerst dit.", shortUrl="https://trello.com/c/abc")
    assert text == "Eerst dit.\n\nUit Trello, lijst “Lijst A”. [Kaart in Trello](<https://trello.com/c/abc>)"


def test_a_code_block_that_was_left_open_is_closed_before_what_follows() -> None:
    assert described(desc="```\ncode").startswith("```\ncode\n```\n\nUit Trello")


@pytest.mark.parametrize(
    ("desc", "begin"),
    [
        ("    som = 1 + 1\n    som", "    som = 1 + 1\n    som"),
        ("\n\n\tcode", "\tcode"),
        ("  gewoon", "gewoon"),
    ],
)
def test_the_first_line_of_a_block_of_code_keeps_its_indent(desc: str, begin: str) -> None:
    assert described(desc=desc).startswith(f"{begin}\n\nUit Trello")


def test_a_title_that_was_changed_is_kept() -> None:
    assert "Heette eerst: Bel iedereen" in described(originalName="Bel iedereen")
    assert "Heette eerst" not in described(originalName="Bel tien mensen")


def test_custom_fields_become_lines_of_text() -> None:
    fields: list[tuple[str, str, trello.Json, str]] = [
        ("Wijk", "text", {"value": {"text": "Noord"}}, "Noord"),
        ("Bedrag", "number", {"value": {"number": "2000"}}, "2000"),
        ("Gebeld", "checkbox", {"value": {"checked": "true"}}, "ja"),
        ("Sinds", "date", {"value": {"date": "2026-03-09T11:00:00.000Z"}}, "9-3-2026"),
        ("Soort", "list", {"idValue": "o1", "value": None}, "Huur"),
    ]
    options = [{"id": "o1", "value": {"text": "Huur"}}]
    definitions = [{"id": f"f-{name}", "name": name, "type": kind, "options": options} for name, kind, _, _ in fields]
    items = [{"idCustomField": f"f-{name}", **item} for name, _, item, _ in fields]
    raw = trello.board(cards=[trello.card(customFieldItems=items)], customFields=definitions)
    lines = trello.one(raw).description.splitlines()
    assert lines[:2] == ["Velden in Trello:", ""]
    assert lines[2:7] == [f"- {name}: {shown}" for name, _, _, shown in fields]


@pytest.mark.parametrize("item", [{"value": {"checked": "false"}}, {"value": None}, {"idValue": "weg"}, {}])
def test_a_custom_field_that_is_not_filled_in_is_left_out(item: trello.Json) -> None:
    card = trello.card(customFieldItems=[{"idCustomField": "f1", **item}, {"idCustomField": "weg"}])
    assert "Wijk" not in trello.one(trello.board(cards=[card], customFields=NAMED)).description


def test_attachments_become_links_and_an_unsafe_address_stays_text() -> None:
    text = described(
        attachments=[
            {"name": "Brief [1]", "url": "https://a.nl/b(1) c.pdf", "isUpload": True},
            {"name": "raar", "url": "javascript:alert(1)"},
            {"name": "", "url": None},
        ]
    )
    assert "Bijlagen in Trello:\n\n- [Brief \\[1\\]](<https://a.nl/b(1)%20c.pdf>)\n- raar javascript:alert(1)" in text
    assert "](javascript" not in text


def test_a_place_on_the_map_is_kept_as_text() -> None:
    assert "Plek: Stadhuis, Markt 1" in described(locationName="Stadhuis", address="Markt 1", coordinates={"x": 1})


def test_checklists_keep_their_order_their_ticks_and_their_names() -> None:
    card = trello.card()
    done = {"name": "twee", "state": "complete", "pos": -1}
    lists = [
        trello.checklist(card, "drie", name="Later", pos=2),
        trello.checklist(card, "een", done, "  ", name="Eerst", pos=1),
        trello.checklist(card, name="Leeg", pos=0),
    ]
    items = trello.one(trello.board(cards=[card], checklists=lists)).checklist
    assert [(item.text, item.done) for item in items] == [
        ("Eerst: twee", True),
        ("Eerst: een", False),
        ("Later: drie", False),
    ]


def test_one_checklist_with_a_telling_name_keeps_it_in_the_description() -> None:
    card = trello.card()
    planned = trello.one(trello.board(cards=[card], checklists=[trello.checklist(card, "melk", name="Boodschappen")]))
    assert planned.checklist[0].text == "melk"
    assert "Lijstje: Boodschappen" in planned.description


def test_a_long_checklist_line_is_shortened_and_kept_whole() -> None:
    card, long = trello.card(), "woord " * 80
    planned = trello.one(trello.board(cards=[card], checklists=[trello.checklist(card, long)]))
    assert len(planned.checklist[0].text) <= 280
    assert long.strip() in planned.description


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ({"name": "Spoed", "color": "red"}, "Spoed"),
        ({"name": "", "color": "red"}, "rood"),
        ({"name": "", "color": "green_dark"}, "donkergroen"),
        ({"name": None, "color": "magenta"}, "magenta"),
        ({"name": "Grijs", "color": None}, "Grijs"),
    ],
)
def test_a_label_without_a_name_is_called_by_its_colour(label: trello.Json, name: str) -> None:
    assert trello.one(trello.board(cards=[trello.card(labels=[label])])).labels == (name,)


def test_labels_of_one_name_are_told_apart_by_their_colour_and_empty_ones_are_none() -> None:
    labels = [
        {"name": "Spoed", "color": "red"},
        {"name": "spoed", "color": "blue"},
        {"name": "", "color": None},
    ]
    names = trello.one(trello.board(cards=[trello.card(labels=labels)])).labels
    assert names == ("Spoed (rood)", "spoed (blauw)")
