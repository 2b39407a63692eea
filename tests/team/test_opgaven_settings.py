"""The settings of an opgave: its words, who may see its results, and where an inwoner can turn to."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from board.core.opgaven.opgaven import Audience, Opgave
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import sent_by

SignIn = Callable[[Person], Client]
WORDS = {
    "title": "Niemand meer zijn huis uit",
    "short_name": "Geldzorgen",
    "summary": "Nieuw",
    "visibility": "internal",
    "contact_title": "Zorgen over geld?",
    "contact_text": "Bel 088 000 00 00.",
    "contact_place": "De Brug, Marktplein 4",
}


def url(opgave: Opgave) -> str:
    return f"/bord/opgaven/{opgave.slug}/instellingen"


def filled(client: Client, opgave: Opgave, **changes: Any) -> dict[str, Any]:
    """The form as this visitor has it open."""
    return client.opened(url(opgave)) | WORDS | changes


@pytest.mark.parametrize("who", ["lead", "admin"])
def test_who_leads_and_who_administers_change_the_words(
    who: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave(slug="schulden")
    client = sign_in(a.lead(of=opgave) if who == "lead" else a.admin())

    answer = client.post(url(opgave), data=filled(client, opgave))

    session.refresh(opgave)
    assert answer.location == "/bord/opgaven/schulden"
    assert {name: getattr(opgave, name) for name in WORDS if name != "visibility"} == {
        name: words for name, words in WORDS.items() if name != "visibility"
    }
    assert opgave.visibility is Audience.INTERNAL


def test_the_address_never_changes(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave(slug="schulden")
    client = sign_in(a.lead(of=opgave))

    client.post(url(opgave), data=filled(client, opgave, slug="anders", short_name="Heel anders"))

    session.refresh(opgave)
    assert opgave.slug == "schulden"


def test_before_it_becomes_public_you_see_what_everyone_will_see(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave(public=False)
    a.public_result(opgave)
    a.result(a.card(opgave), "Nog niet openbaar.")

    page = sign_in(a.lead(of=opgave)).get(url(opgave)).text

    assert "Dit ziet iedereen als je het openbaar maakt" in page
    assert "resultaten die jullie publiceren (nu 1)" in page
    assert "Nooit openbaar:" in page


@pytest.mark.parametrize("who", ["member", "reader", "sponsor", "manager"])
def test_others_may_not(who: str, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.manager() if who == "manager" else getattr(a, who)(of=opgave))

    assert client.get(url(opgave)).status_code == 403
    assert client.post(url(opgave), data=WORDS).status_code == 403


def test_for_a_stranger_the_opgave_does_not_exist(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.person())

    assert client.get(url(opgave)).status_code == 404
    assert client.post(url(opgave), data=WORDS).status_code == 404


def test_without_a_title_nothing_is_saved_and_the_text_stays(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.lead(of=opgave))

    answer = client.post(url(opgave), data=filled(client, opgave, title=""))

    session.refresh(opgave)
    assert answer.status_code == 422
    assert 'id="title-fout"' in answer.text
    assert 'value="Geldzorgen"' in answer.text
    assert opgave.short_name == "Schulden"


def test_two_people_at_once_see_each_others_words_and_lose_none(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    first, second = sign_in(a.lead(of=opgave)), sign_in(a.admin())
    mine = filled(first, opgave, summary="Van mij")
    second.post(url(opgave), data=filled(second, opgave, summary="Van haar"))

    answer = first.post(url(opgave), data=mine)

    assert answer.status_code == 409
    assert "Van mij" in answer.text
    assert "Van haar" in answer.text
    session.refresh(opgave)
    assert opgave.summary == "Van haar"


def test_after_seeing_the_other_text_my_text_can_still_be_saved(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    first, second = sign_in(a.lead(of=opgave)), sign_in(a.admin())
    mine = filled(first, opgave, summary="Van mij")
    second.post(url(opgave), data=filled(second, opgave, summary="Van haar"))
    shown = first.post(url(opgave), data=mine).text

    first.post(url(opgave), data=sent_by(shown, url(opgave)))

    session.refresh(opgave)
    assert opgave.summary == "Van mij"


def test_an_address_made_of_words_of_before_goes_when_inwoners_come_to_see_it(
    a: Builder, sign_in: SignIn, session: Session, visitor: Client
) -> None:
    opgave = a.opgave(slug="mevrouw-de-vries", short_name="Mevrouw de Vries", public=False)
    session.commit()
    client = sign_in(a.lead(of=opgave))

    opened = filled(client, opgave, visibility="public", contact_place="De Brug")

    answer = client.post(url(opgave), data=opened | {"short_name": "Hulp thuis"})

    assert opgave.slug == "hulp-thuis"
    assert answer.location == "/bord/opgaven/hulp-thuis"
    assert visitor.get("/opgaven/mevrouw-de-vries").status_code == 404


def test_an_address_that_inwoners_know_stays_when_it_is_opened_again(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave(slug="schulden", short_name="Schulden")
    session.commit()
    client = sign_in(a.lead(of=opgave))

    client.post(url(opgave), data=filled(client, opgave, visibility="internal"))
    opened = filled(client, opgave, visibility="public", contact_place="De Brug")
    assert client.post(url(opgave), data=opened).status_code == 303

    assert opgave.slug == "schulden"
