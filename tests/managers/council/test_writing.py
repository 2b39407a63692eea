"""Own words for the council: kept as they are, beside what the board says now, and touching nothing else."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.undo.versions import public_version
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import sent_by
from tests.managers.council import AUTUMN, LIST, OWN, csv, fields, lines, page, text_of, write
from tests.support.signals import undo_address

SignIn = Callable[[Person], Client]


def test_own_words_stand_in_the_list_the_text_and_the_csv(opgave: Opgave, manager: Client) -> None:
    assert write(manager, opgave, did=OWN, programme="6.3").status_code == 303

    for found in (manager.get(LIST).text, text_of(manager.get(page(opgave)).text), csv(manager)):
        assert OWN in found
        assert "U krijgt één brief." in found, "what nobody rewrote follows the board"
    assert "Programma 6.3" in manager.get(LIST).text
    assert "Wij gooiden zes brieven weg." in manager.get(page(opgave)).text, "beside it what the board says now"


def test_writing_touches_nothing_else(a: Builder, opgave: Opgave, manager: Client, visitor: Client) -> None:
    public, result = public_version(), a.public_result(opgave, happened_on=AUTUMN)
    addresses = ["/", "/opgaven", "/opgaven/schulden", "/feed.atom", f"/resultaten/{result.id}"]
    before = [(visitor.get(one).headers.get("ETag"), visitor.get(one).data) for one in addresses]
    versions = (opgave.version, result.version, result.changed_at, public_version())
    assert public_version() > public, "this test can see a change"

    assert write(manager, opgave, did=OWN, programme="6.3").status_code == 303
    manager.post(page(opgave).replace("?", "/opnieuw?"))

    assert (opgave.version, result.version, result.changed_at, public_version()) == versions
    assert [(visitor.get(one).headers.get("ETag"), visitor.get(one).data) for one in addresses] == before


def test_words_left_as_they_were_keep_following_the_board(
    a: Builder, opgave: Opgave, manager: Client, session: Session
) -> None:
    sent = fields(manager.get(page(opgave)).text) | {"wants": "Geen uitzetting meer."}
    a.public_result(opgave, "U belt en krijgt een mens.", happened_on=AUTUMN)  # while somebody types

    assert manager.post(page(opgave), data=sent).status_code == 303

    assert [(line.wants, line.did, line.noticed) for line in lines(session)] == [("Geen uitzetting meer.", "", "")]
    assert "U belt en krijgt een mens." in csv(manager)


def test_nothing_typed_keeps_nothing(opgave: Opgave, manager: Client, session: Session) -> None:
    assert write(manager, opgave).status_code == 303

    assert lines(session) == []


def test_personal_data_waits_for_a_reason(opgave: Opgave, manager: Client, session: Session) -> None:
    answer = write(manager, opgave, did="Bel mevrouw De Vries op 06 12345678.")

    assert answer.status_code == 422
    assert "Hier lijken gegevens van een mens te staan" in answer.text
    assert lines(session) == []
    again = manager.post(page(opgave), data=fields(answer.text) | {"because": "Haar nummer staat op onze site."})
    assert again.status_code == 303
    assert "Haar nummer staat op onze site." in manager.get(page(opgave)).text


def test_a_colleague_is_not_overwritten(a: Builder, opgave: Opgave, manager: Client, sign_in: SignIn) -> None:
    colleague = sign_in(a.lead(opgave))
    for theirs, mine in (("Van de collega.", "Van mij."), ("Van de collega, later.", "Van mij, later.")):
        sent = fields(manager.get(page(opgave)).text) | {"did": mine}
        assert write(colleague, opgave, did=theirs).status_code == 303

        answer = manager.post(page(opgave), data=sent)

        assert answer.status_code == 409
        assert theirs in answer.text
        assert fields(answer.text)["did"] == mine
        assert theirs in csv(manager)
    assert manager.post(page(opgave), data=sent_by(answer.text, page(opgave))).status_code == 303
    assert "Van mij, later." in csv(manager)


def again(opgave: Opgave) -> str:
    return page(opgave).replace("?", "/opnieuw?")


def version_of(client: Client, opgave: Opgave) -> str:
    """Which words the button takes away, as the page holds it."""
    return str(sent_by(client.get(page(opgave)).text, again(opgave))["gezien"])


def test_begin_again_takes_no_words_that_nobody_there_has_read(opgave: Opgave, manager: Client) -> None:
    write(manager, opgave, did=OWN)
    older = version_of(manager, opgave)
    write(manager, opgave, did="Nieuwere woorden van een collega.")

    manager.post(again(opgave), data={"gezien": older})

    assert "Nieuwere woorden" in csv(manager)
    assert "Lees ze eerst." in manager.get(page(opgave)).text


def test_begin_again_where_nobody_wrote_says_nothing(opgave: Opgave, manager: Client) -> None:
    manager.post(again(opgave))
    assert "Er staat weer" not in manager.get(page(opgave)).text


def test_begin_again_and_back(opgave: Opgave, manager: Client) -> None:
    write(manager, opgave, did=OWN, programme="6.3")
    assert "Bewaard. Zo leest de raad het." in manager.get(page(opgave)).text

    manager.post(again(opgave), data={"gezien": version_of(manager, opgave)})

    html = manager.get(page(opgave)).text
    assert OWN not in text_of(html)
    assert "Programma 6.3" in html
    manager.post(undo_address(html))
    assert OWN in csv(manager)


def test_the_first_words_can_be_taken_back_and_written_again(opgave: Opgave, manager: Client) -> None:
    write(manager, opgave, did=OWN)
    manager.post(undo_address(manager.get(page(opgave)).text))
    assert OWN not in csv(manager)

    assert write(manager, opgave, did="Anders.").status_code == 303
    assert "Anders." in csv(manager)


def test_the_code_of_the_programme_goes_on_to_later_periods(a: Builder, opgave: Opgave, manager: Client) -> None:
    write(manager, opgave, "2025", programme="10.1")
    write(manager, a.opgave("Aardig"), "2025", programme="6.3")
    a.opgave("Zonder")

    told = csv(manager)

    assert fields(manager.get(page(opgave)).text)["programme"] == "10.1"
    assert told.index('"6.3"') < told.index('"10.1"') < told.index("Zonder")
    write(manager, opgave, programme="7")
    assert '"7"' in csv(manager)
    assert '"10.1"' in csv(manager, "periode=2025")


@pytest.mark.parametrize(
    ("role", "may"), [("lead", True), ("sponsor", True), ("member", False), ("reader", False), ("admin", False)]
)
def test_who_looks_along_reads_and_who_manages_writes(
    a: Builder, opgave: Opgave, sign_in: SignIn, role: str, may: bool
) -> None:
    make = getattr(a, role)
    client = sign_in(make() if role == "admin" else make(opgave))

    html = client.get(page(opgave)).text

    assert "U krijgt één brief." in html
    assert ("Zeg het in eigen woorden" in html) is may
    for address in (page(opgave), page(opgave).replace("?", "/opnieuw?")):
        assert (client.post(address, data={"did": OWN}).status_code == 403) is not may


def test_a_strange_form_breaks_nothing(opgave: Opgave, manager: Client) -> None:
    for strange in (
        {"seen_at": "gisteren"},
        {"seen_at": "9999-12-31T23:59:59-23:59"},
        {"was": "x y z"},
        {"gezien": "x"},
    ):
        held = fields(manager.get(page(opgave)).text) | {"did": "Iets."}
        assert manager.post(page(opgave), data=held | strange).status_code in {303, 409}


def test_results_are_as_they_were(opgave: Opgave, manager: Client, session: Session) -> None:
    before = [(one.sentence, one.deed, one.version) for one in session.scalars(select(Result))]

    write(manager, opgave, noticed="Heel anders gezegd.")

    session.expire_all()
    assert [(one.sentence, one.deed, one.version) for one in session.scalars(select(Result))] == before
