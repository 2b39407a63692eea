"""Own words for the council after the board moved on: what came is said, and what is taken back goes out nowhere."""

from collections.abc import Callable

import time_machine
from sqlalchemy.orm import Session

from board.blocks.increments.models import BigResult
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import worries
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.managers.council import AUTUMN, LIST, MOMENT, OWN, csv, fields, lines, page, text_of, write
from tests.support.signals import main

SignIn = Callable[[Person], Client]


def test_what_happened_since_is_said_and_leads_there(
    a: Builder, opgave: Opgave, manager: Client, clock: time_machine.Traveller
) -> None:
    kept, taken = (a.public_result(opgave, sentence, happened_on=AUTUMN) for sentence in ("Eerst dit.", "Weg hiermee."))
    write(manager, opgave, did=OWN)
    assert "Sinds iemand dit schreef" not in manager.get(page(opgave)).text
    clock.shift(MOMENT)
    new = a.public_result(opgave, "Nieuw erbij.", happened_on=AUTUMN)
    kept.edit("Nu beter gezegd.", kept.outcome, kept.happened_on, kept.deed)
    taken.withdraw("Een fout.")

    html = main(manager.get(page(opgave)).text)

    said = (
        "Sinds iemand dit schreef kwam er 1 resultaat bij, veranderde er 1 resultaat en is er 1 resultaat ingetrokken."
    )
    assert said in html
    assert said in manager.get(LIST).text
    for result in (new, kept, taken):
        assert f'href="/resultaten/{result.id}"' in html.split('id="sinds"')[1]
    assert "Weg hiermee." not in html
    assert OWN not in csv(manager), "words of before a correction wait until somebody read them again"
    write(manager, opgave, did=f"{OWN} En meer.")
    assert OWN in csv(manager)
    assert "Sinds iemand dit schreef" not in manager.get(page(opgave)).text, "who writes has seen it"


def test_withdrawn_words_go_out_nowhere(a: Builder, opgave: Opgave, manager: Client) -> None:
    result = a.public_result(opgave, "Mevrouw De Boer kreeg haar sleutel terug.", happened_on=AUTUMN)
    write(manager, opgave, noticed="In oktober: mevrouw De Boer kreeg haar sleutel terug.", because="Zij wil dat.")
    held = fields(manager.get(page(opgave)).text)
    waits = manager.post(page(opgave), data=held | {"noticed": "Mevrouw De Boer kreeg haar sleutel terug. Mooi."})
    manager.post(page(opgave), data=fields(waits.text) | {"because": "Zij wil dat zelf."})
    assert "sleutel terug. Mooi." in csv(manager)
    result.withdraw("Zij wil het niet meer.")

    html = manager.get(page(opgave)).text

    for found in (csv(manager), text_of(html), main(manager.get(LIST).text)):
        assert "sleutel" not in found
        assert "U krijgt één brief." in found, "until then the board speaks"
    assert f'href="/resultaten/{result.id}">Er staan woorden in van resultaat {result.id}, en dat is' in html
    assert "sleutel terug. Mooi." in fields(html)["noticed"], "nobody’s work is thrown away"


def test_also_a_few_words_of_what_was_withdrawn_wait(
    a: Builder, opgave: Opgave, manager: Client, clock: time_machine.Traveller
) -> None:
    result = a.public_result(opgave, "Acht kinderen wezen ons de weg.", happened_on=AUTUMN)
    write(manager, opgave, did="Acht kinderen hielpen.", noticed="De buurt merkte het.")
    clock.shift(MOMENT)
    result.withdraw("Een fout.")

    assert "Acht kinderen" not in csv(manager)
    assert "De buurt merkte het." not in csv(manager)
    assert "Lees de eigen woorden na en bewaar ze." in manager.get(page(opgave)).text
    write(manager, opgave, did="Wij vroegen de weg.")
    assert "De buurt merkte het." in csv(manager)


def test_a_bigger_result_that_was_taken_away_goes_out_nowhere(
    opgave: Opgave, manager: Client, session: Session
) -> None:
    big = BigResult(opgave=opgave, sentence="Niemand krijgt meer dan één brief per week.")
    session.add(big)
    session.flush()
    write(manager, opgave, noticed="Niemand krijgt meer dan één brief per week. Mooi.")
    assert "één brief per week. Mooi." in csv(manager)
    big.remove()

    assert "één brief per week" not in csv(manager)


def test_a_worry_that_is_hidden_goes_out_nowhere(a: Builder, opgave: Opgave, manager: Client) -> None:
    worry = worries(opgave)[0]
    write(manager, opgave, wants=f"Wij willen dat dit stopt. {worry.text}")
    assert worry.text in csv(manager)
    worry.hide()

    assert "niemand opent" not in csv(manager)
    assert "Er staan woorden in die inwoners niet lezen" in manager.get(page(opgave)).text


def test_an_opgave_that_goes_inside_takes_its_words_along(opgave: Opgave, manager: Client, session: Session) -> None:
    write(manager, opgave, did=OWN)
    names = ("title", "short_name", "summary", "contact_title", "contact_text", "contact_place")
    words = {name: getattr(opgave, name) for name in names}
    opgave.set_up(words, type(opgave.visibility).INTERNAL)

    assert OWN not in csv(manager) + manager.get(LIST).text + manager.get(page(opgave)).text
    refused = manager.post(page(opgave), data={"did": "Toch nog dit."})
    assert refused.status_code == 409
    assert "Toch nog dit." in refused.text, "what was typed comes back"
    assert [line.did for line in lines(session)] == [OWN]


def test_own_words_of_many_ask_no_more_questions_than_of_one(a: Builder, opgave: Opgave, manager: Client) -> None:
    def edited(one: Opgave) -> None:
        gone = a.public_result(one, "Zes brieven gingen er weg vandaag.", happened_on=AUTUMN)
        write(manager, one, did="Zes brieven gingen er weg vandaag.")
        gone.withdraw("Een fout.")
        assert manager.get(LIST).status_code == 200

    edited(opgave)
    with counting_queries() as first:
        manager.get(LIST)
    for number in range(4):
        edited(a.opgave(f"Meer {number}"))

    with counting_queries() as many:
        manager.get(LIST)

    assert many.number == first.number <= 13
