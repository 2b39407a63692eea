"""Geleerd finds a situation in the words people use for it, and a use stands there once."""

import pytest

from board.core.opgaven.cards import CardState
from board.core.people.people import Person
from tests.builders import Builder
from tests.support.lessons import GELEERD, stopped, uses
from tests.support.signals import main
from tests.support.talents import SignIn, asked, can, url

EMPTY = "Je opent iets nieuws en er komt niemand"
NO_ANSWER = "iemand neemt de telefoon niet op"


@pytest.mark.parametrize(
    ("words", "first", "partly"),
    [
        ("er komt niemand op ons spreekuur", EMPTY, True),
        ("wie neemt telefoon niet op", NO_ANSWER, False),
        ("niemand", EMPTY, False),
    ],
)
def test_a_situation_is_found_by_most_of_its_words(
    words: str, first: str, partly: bool, a: Builder, sign_in: SignIn
) -> None:
    opgave = a.opgave()
    for situation in (EMPTY, NO_ANSWER, "iemand komt te laat", "het regent op het plein"):
        stopped(a, opgave, f"Les: {situation}.", situation)

    page = sign_in(a.person()).get(f"{GELEERD}?q={words}").text

    found = page.split('<ul class="ob-lijst ob-lessen">', 1)[1].split("</ul>", 1)[0]
    assert f"Les: {first}." in found.split("</li>", 1)[0]
    assert "het regent" not in found
    assert ("Geen les heeft al deze woorden." in page) is partly


def test_pressed_twice_it_says_that_it_stood_there(a: Builder, sign_in: SignIn) -> None:
    card, school = stopped(a, a.opgave()), a.opgave("School")
    client = sign_in(a.member(of=school))

    for said in ("leest dat jullie hier iets aan hadden.", "Dat stond er al."):
        page = client.post(
            f"{GELEERD}/{card.lesson_id}/gebruikt", data={"where": f"o{school.id}"}, follow_redirects=True
        ).text
        assert said in page
    assert "Ongedaan maken" not in page
    assert len(uses()) == 1


def test_common_words_alone_make_nobody_know(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave, "Krijg een nieuwe plek te zien")
    can(a.person("Noor Visser"), "ik maak van elke nieuwe plek iets goeds")
    stopped(a, a.opgave("School"), "Mensen zien een nieuwe plek pas als iemand er staat.")

    page = sign_in(a.member(of=opgave)).get(url(opgave, f"/kaarten/{card.id}/wie")).text

    assert "Noor Visser" not in page
    assert "Mensen zien een nieuwe plek" not in page


def knows(person: Person) -> Person:
    can(person, "ik maak filmpjes")
    return person


def test_who_declined_is_not_asked_again(a: Builder, sign_in: SignIn) -> None:
    opgave, noor = a.opgave(), knows(a.person("Noor Visser"))
    card, member = a.card(opgave, "Maak een filmpje"), a.member(of=opgave)
    request = asked(opgave, card=card)
    client, page = sign_in(member), url(opgave, f"/kaarten/{card.id}/wie")
    assert "Vraag Noor" in client.get(page).text

    client.post(url(opgave, f"/{request.id}/vraag/{noor.id}"))
    sign_in(noor).post(f"/bord/talenten/{request.id}/nu-niet")

    for where in (page, url(opgave), f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}"):
        assert "Noor" not in main(client.get(where).text)


def test_what_a_closed_card_asked_is_not_looked_for_any_more(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    noor, card = knows(a.person("Noor Visser")), a.card(opgave, state=CardState.DOING)
    request, client = asked(opgave, card=card), sign_in(a.member(of=opgave))
    assert "Vraag Noor" in client.get(url(opgave)).text
    card.stop()

    assert "filmpje maken" not in client.get(url(opgave)).text.split("Vraag een talent")[0]
    page = client.get(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}").text
    assert "filmpje maken" in page
    assert "Vraag Noor" not in page
    late = sign_in(noor).post(f"/bord/talenten/{request.id}/dat-kan-ik", follow_redirects=True).text
    assert "De kaart is klaar of gestopt." in late
