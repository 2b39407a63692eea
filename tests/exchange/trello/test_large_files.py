"""A lead may send fifty megabytes; nobody else may, and nobody may send more."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from board.core.people.people import Person
from board.exchange.models import Upload
from tests.builders import Builder
from tests.client import Client
from tests.exchange.trello import trello
from tests.exchange.trello.written import how_many
from tests.support.forms import token_in

MEGABYTE = 1024 * 1024
PAGE = "/bord/opgaven/schulden/importeer"


@pytest.fixture
def lead(app: Flask, sign_in: Callable[[Person], Client], a: Builder) -> Client:
    app.config["WTF_CSRF_ENABLED"] = True  # its token is read from the same large form
    return sign_in(a.lead(a.opgave(slug="schulden")))


def export_of(size: int) -> bytes:
    whole = trello.as_file(trello.board(cards=[trello.card()], desc="@"))
    return whole.replace(b"@", b"x" * (size - len(whole) + 1))


def form(data: bytes, token: str) -> dict[str, Any]:
    """A form as a browser sends it. The test client would keep a large one in a file, and leave that open."""
    edge = b"--edge\r\nContent-Disposition: form-data; name="
    parts = [
        edge + b'"csrf_token"\r\n\r\n' + token.encode() + b"\r\n",
        edge + b'"bestand"; filename="bord.json"\r\nContent-Type: application/json\r\n\r\n' + data,
        b"\r\n--edge--\r\n",
    ]
    return {"data": b"".join(parts), "content_type": "multipart/form-data; boundary=edge"}


def test_fifty_megabytes_come_in(lead: Client) -> None:
    data = export_of(50 * MEGABYTE)
    answer = lead.post(PAGE, **form(data, token_in(lead.get(PAGE).text)))

    assert (len(data), answer.status_code) == (50 * MEGABYTE, 303)


def test_a_byte_more_is_refused_with_the_form(lead: Client) -> None:
    answer = lead.post(PAGE, **form(export_of(50 * MEGABYTE + 1), token_in(lead.get(PAGE).text)))

    assert answer.status_code == 422
    assert "groter dan 50 MB" in answer.text


def test_much_more_is_not_even_received(lead: Client) -> None:
    answer = lead.post(PAGE, **form(b"x" * 51 * MEGABYTE, token_in(lead.get(PAGE).text)))

    assert answer.status_code == 413
    assert "Dit bestand is groter dan 50 MB." in answer.text
    assert "opgavebord import trello bord.json --opgave schulden" in answer.text
    assert 'aria-invalid="true"' in answer.text, "on the page where it was chosen"
    assert how_many(Upload) == [0]


def test_without_its_token_a_large_file_does_nothing(lead: Client) -> None:
    assert lead.post(PAGE, **form(export_of(3 * MEGABYTE), "verzonnen")).status_code == 400


def test_who_is_not_signed_in_sends_nothing_large(lead: Client, visitor: Client) -> None:
    assert visitor.post(PAGE, **form(b"x" * 3 * MEGABYTE, "")).status_code == 413


def test_other_forms_stay_small(lead: Client) -> None:
    answer = FlaskClient.post(lead, f"{PAGE}/x/tel", **form(b"x" * 3 * MEGABYTE, ""))

    assert answer.status_code == 413
