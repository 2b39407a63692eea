"""All that a request wrote is kept, or nothing; and its answer says which of the two."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, flash
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from board import db
from board.core.people.people import Person
from board.web.guards import TEAM, allow
from tests.live_app import client_of, live
from tests.support.one_team import CARD, cards, team_of

__all__ = ["live"]


def test_what_the_database_refuses_at_the_end_is_a_page(live: Flask) -> None:
    """Two rows where one may be, seen only when all is kept: nothing stays, and the cookie does not say it does."""
    ruth, address = team_of(live)
    client = client_of(live, ruth)

    def twice(**_values: object) -> str:
        email = "twee@gemeente.example"
        db.session.add_all([Person(name="Een", email=email), Person(name="Twee", email=email)])
        flash("staat erin")
        return "bewaard"

    view = live.view_functions["board.add"]
    live.view_functions["board.add"] = _guarded_as(view, twice)
    refused = client.post(address, data=CARD)

    assert refused.status_code == 409
    assert "staat erin" not in client.get("/bord").text
    with db.opened(live.extensions["engine"]) as session:
        assert session.scalar(select(func.count()).where(Person.email == "twee@gemeente.example")) == 0


@pytest.mark.parametrize(
    ("why", "status"), [(IntegrityError, 409), (OperationalError, 503), (StaleDataError, 409)], ids=str
)
def test_what_is_refused_at_the_very_end_is_a_page_too(
    live: Flask, monkeypatch: pytest.MonkeyPatch, why: Any, status: int
) -> None:
    ruth, address = team_of(live)
    client = client_of(live, ruth)
    fault = why("late") if why is StaleDataError else why("COMMIT", {}, Exception("late"))

    def refuse(_session: Session) -> None:
        raise fault

    with monkeypatch.context() as at_the_end:
        at_the_end.setattr(Session, "commit", refuse)
        assert client.post(address, data=CARD).status_code == status

    assert "ob-melding" not in client.get("/bord").text or "Ongedaan" not in client.get("/bord").text
    assert cards(live) == 0


def _guarded_as(view: Any, other: Callable[..., str]) -> Any:
    assert view.guard.roles == TEAM
    return allow(*TEAM)(other)


def test_a_view_that_forgot_to_begin_is_heard(live: Flask) -> None:
    """What it wrote would be dropped at the end, and it would say that it was kept."""
    ruth, address = team_of(live)

    @db.reads_first
    def forgets(**_values: object) -> str:
        db.session.add(Person(name="Een", email="een@gemeente.example"))
        db.session.flush()
        return "bewaard"

    live.view_functions["board.add"] = _guarded_as(live.view_functions["board.add"], forgets)

    assert client_of(live, ruth).post(address, data=CARD).status_code == 500
