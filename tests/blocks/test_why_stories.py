"""Stories of inwoners behind the worry: one field is enough, and nobody's name is asked."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.why.models import Story
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import main, undo_address

SignIn = Callable[[Person], Client]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/waarom{rest}"


def told(opgave: Opgave, session: Session, text: str = "Zij telde 31 brieven.") -> Story:
    story = Story(opgave=opgave, text=text, heard_on=today())
    session.add(story)
    session.flush()
    return story


@pytest.mark.parametrize("who", ["lead", "member", "sponsor"])
def test_one_field_is_enough(who: str, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(getattr(a, who)(of=opgave))

    assert client.post(url(opgave, "/verhalen"), data={"story": "Zij telde 31 brieven."}).location == url(opgave)

    story = session.scalars(select(Story)).one()
    assert (story.text, story.heard_where, story.heard_on) == ("Zij telde 31 brieven.", "", today())
    assert "Zij telde 31 brieven." in main(client.get(url(opgave)).text)


def test_where_and_when_come_later(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    story, client = told(opgave, session), sign_in(a.member(of=opgave))
    assert "Zij telde 31 brieven." in client.get(url(opgave, f"/verhalen/{story.id}")).text

    data = {"story": "Zij telde 32 brieven.", "heard_where": "keukentafel", "heard_on": "2026-01-05"}
    client.post(url(opgave, f"/verhalen/{story.id}"), data=data)

    page = main(client.get(url(opgave)).text)
    assert "Zij telde 32 brieven." in page
    assert "gehoord aan de keukentafel · 5 januari 2026" in page


def test_taken_away_it_can_come_back(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    story, client = told(opgave, session), sign_in(a.member(of=opgave))

    client.post(url(opgave, f"/verhalen/{story.id}/weg"))
    page = client.get(url(opgave)).text

    assert "Zij telde 31 brieven." not in main(page)
    assert client.get(url(opgave, f"/verhalen/{story.id}")).status_code == 404
    client.post(undo_address(page))
    assert "Zij telde 31 brieven." in main(client.get(url(opgave)).text)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"story": " "}, "story"),
        ({"story": "x" * 2001}, "story"),
        ({"heard_on": "ooit"}, "heard_on"),
        ({"heard_where": "thuis"}, "heard_where"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    changes: dict[str, str], wrong: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()

    data = {"story": "Zij telde brieven."} | changes
    answer = sign_in(a.member(of=opgave)).post(url(opgave, "/verhalen"), data=data)

    assert answer.status_code == 422
    assert f'id="{wrong}-fout"' in answer.text
    assert changes.get("story", "Zij telde brieven.") in answer.text
    assert session.scalars(select(Story)).all() == []


@pytest.mark.parametrize(("who", "status"), [("reader", 403), ("manager", 403), ("person", 404)])
def test_who_does_not_work_on_it_tells_no_story(
    who: str, status: int, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    story = told(opgave, session)
    client = sign_in(a.reader(of=opgave) if who == "reader" else getattr(a, who)())

    for address in ("/verhalen", f"/verhalen/{story.id}", f"/verhalen/{story.id}/weg"):
        assert client.post(url(opgave, address), data={"story": "Anders"}).status_code == status
    assert session.scalars(select(Story.text)).all() == ["Zij telde 31 brieven."]


def test_the_form_says_that_nobody_may_be_recognised(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    page = sign_in(a.member(of=opgave)).get(url(opgave)).text

    assert "Zonder naam, adres of iets anders waaraan je iemand herkent." in page
    assert "Wat maakte één inwoner mee waar deze zorg over gaat?" in page
