"""A file that is not a Trello board is refused with a reason, whatever it is."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.exchange.trello.read import export
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.read.export import read_export
from board.exchange.trello.read.files import NotATrelloBoard, Refusal
from tests.exchange.trello import trello


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"\xef\xbb\xbf \r\n", Refusal.EMPTY),
        (b"<!DOCTYPE html><title>Log in to Trello</title>", Refusal.WEB_PAGE),
        (b"Card ID,Card Name,Card URL\n1,Bel,x", Refusal.CSV),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Refusal.PICTURE),
        (b"\xff\xfe\xfd\xfc\xfb", Refusal.NOT_JSON),
        (b'{"cards": [{"id": "1", "na', Refusal.CUT_OFF),
        (b'{"cards": ' + b"9" * 5000 + b"}", Refusal.CUT_OFF),
        (b"[" * 200_000, Refusal.TOO_DEEP),
        (b'{"a":' * 200_000, Refusal.TOO_DEEP),
        (b"[]", Refusal.NOT_A_BOARD),
        (b"null", Refusal.NOT_A_BOARD),
        (b'"cards"', Refusal.NOT_A_BOARD),
        (b"{}", Refusal.NOT_A_BOARD),
        (b'{"cards": [], "lists": []}', Refusal.NOT_A_BOARD),
        (b'{"cards": {}, "lists": null, "name": "x"}', Refusal.NOT_A_BOARD),
        (b'{"cards": ["a", 1], "lists": [null]}', Refusal.NOT_A_BOARD),
        (b'{"name": "Bel", "idList": "1", "idBoard": "2"}', Refusal.SINGLE_CARD),
        (b'{"_format": "wekan-board-1.0.0", "cards": [], "lists": []}', Refusal.OTHER_TOOL),
        (b'{"_id": "x", "cards": [], "lists": []}', Refusal.OTHER_TOOL),
    ],
)
def test_a_file_that_is_no_board_is_refused_with_its_reason(data: bytes, reason: Refusal) -> None:
    with pytest.raises(NotATrelloBoard) as refused:
        read_export(data)
    assert refused.value.reason is reason
    assert str(refused.value)


def test_a_file_of_more_than_fifty_megabytes_is_refused_before_it_is_read() -> None:
    with pytest.raises(NotATrelloBoard) as refused:
        read_export(b" " * (export.MAX_BYTES + 1))
    assert refused.value.reason is Refusal.TOO_BIG


def test_a_file_of_millions_of_empty_parts_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "MAX_PARTS", 100)
    with pytest.raises(NotATrelloBoard):
        read_export(b'{"id":"1","name":"x","lists":[],"cards":[' + b"{}," * 200 + b"{}]}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_board_may_be_saved_in_any_unicode_encoding(encoding: str) -> None:
    raw = trello.board(name="Ideeën", cards=[trello.card("Één kaart 💡")])
    found = read_export(json.dumps(raw, ensure_ascii=False).encode(encoding))
    assert (found.name, found.cards[0].name) == ("Ideeën", "Één kaart 💡")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused(found: object) -> None:
    _read_or_refused(json.dumps(found).encode())


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refused(data)


def _read_or_refused(data: bytes) -> None:
    with suppress(NotATrelloBoard):
        assert isinstance(read_export(data), TrelloBoard)
