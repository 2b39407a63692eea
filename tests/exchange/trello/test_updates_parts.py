"""What hangs on a card follows a later export by its number over there: lines of a checklist, and comments."""

import pytest

from board.core.opgaven.card_parts import add_check_items, checklist, notes
from board.core.opgaven.opgaven import Opgave
from board.db import session
from tests.builders import Builder
from tests.exchange.trello import trello
from tests.exchange.trello.exports import board, first, later


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


def test_lines_and_comments_follow_by_their_number_over_there(opgave: Opgave) -> None:
    was = trello.card("Bel")
    lines = [{"id": f"i{n}", "name": name, "state": "incomplete"} for n, name in enumerate(["een", "twee", "drie"])]
    said = trello.comment(was, "Gebeld") | {"id": "c1"}
    card = first(opgave, board(was, checklists=[trello.checklist(was, *lines)], actions=[said]))
    mine = checklist(card)
    mine[0].text = "één, en vlug"
    add_check_items(card, ["van hier"])
    session.commit()
    changed = [{**lines[0], "name": "eerst"}, {**lines[1], "state": "complete"}, {"id": "i9", "name": "negen"}]
    said["data"]["text"] = "Gebeld, zij belt terug"

    found = later(opgave, board(was, checklists=[trello.checklist(was, *changed)], actions=[said]))

    assert [(item.text, item.done) for item in checklist(card)] == [
        ("één, en vlug", False),
        ("twee", True),
        ("van hier", False),
        ("negen", False),
    ]
    assert [(each.name, each.here, each.there) for each in found.updates[0].asked] == [
        ("text", ("één, en vlug",), ("eerst",))
    ]
    assert [note.text for note in notes(card)] == ["Gebeld, zij belt terug"]


def test_a_comment_that_was_taken_away_here_does_not_come_back_nor_one_that_left_the_file_go(opgave: Opgave) -> None:
    was = trello.card("Bel")
    said = [trello.comment(was, text) | {"id": text} for text in ("weg", "blijft")]
    card = first(opgave, board(was, actions=said))
    next(note for note in notes(card) if note.text == "weg").remove()
    session.commit()

    later(opgave, board(was, actions=said[:1]))

    assert [note.text for note in notes(card)] == ["blijft"]
