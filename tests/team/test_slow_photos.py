"""A photo over a slow line: nobody waits for it, and who may no longer come in brings nothing."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from board.core.people.people import Person
from board.core.people.sign_ins import SignIn
from board.core.record.photos import Photo
from board.core.record.pictures import develop
from board.db import is_writing, opened, session
from tests.builders import Builder
from tests.client import Client
from tests.photos import ALT, large_form, picture
from tests.support.card_page import url

Enter = Callable[[Person], Client]


class SlowLine(BytesIO):
    """A request of which the rest comes after somebody was let out."""

    def readinto(self, room: Any) -> int:
        with opened(session.get_bind()) as colleague:
            colleague.execute(delete(SignIn))
            colleague.commit()
        return super().readinto(room)


def test_who_is_let_out_meanwhile_brings_no_photo(sign_in: Enter, a: Builder) -> None:
    opgave = a.opgave("Schulden")
    card = a.card(opgave)
    a.result(card)
    ruth = a.member(opgave)
    form = large_form(picture(), alt=ALT, credit="", agreed="y", visibility="full", photo_until="2027-01-01")

    for address in (url(card, "/foto"), "/bord/ik/in-beeld"):
        body = form["data"]
        sent = {"content_type": form["content_type"], "content_length": len(body)}
        answer = sign_in(ruth).post(address, input_stream=SlowLine(body), **sent)
        assert answer.status_code == 401, address
    assert session.scalar(select(func.count()).select_from(Photo)) == 0


def test_a_photo_is_made_before_anybody_waits_for_us(
    sign_in: Enter, a: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opgave = a.opgave("Schulden")
    card = a.card(opgave)
    a.result(card)
    busy = []

    def watch(*brought: Any) -> Any:
        busy.append(is_writing())
        return develop(*brought)

    monkeypatch.setattr("board.web.photo_field.develop", watch)
    answer = sign_in(a.member(opgave)).post(url(card, "/foto"), **large_form(picture(), alt=ALT, credit="", agreed="y"))

    assert (answer.status_code, busy) == (303, [False])
