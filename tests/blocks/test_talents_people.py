"""What people write of themselves: their own words, theirs to change, and nobody's to count."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.talents.models import Talent, TalentKind
from tests.builders import Builder
from tests.counting import counting_queries
from tests.support.talents import SignIn, asked, can, undo, url

MENSEN = "/bord/mensen"


def test_one_field_is_enough(a: Builder, sign_in: SignIn, session: Session) -> None:
    samuel = a.person("Samuel Tesfay", job_title="begeleider")
    client = sign_in(samuel)
    assert client.get(f"{MENSEN}/ik").location == f"{MENSEN}/{samuel.id}"

    page = client.post(f"{MENSEN}/ik", data={"text": "ik spreek Tigrinya", "kind": "can"}, follow_redirects=True)
    assert "ik spreek Tigrinya" in page.text
    client.post(f"{MENSEN}/ik", data={"text": "filmen", "kind": "wants"})

    kinds = {one.text: one.kind for one in session.scalars(select(Talent))}
    assert kinds == {"ik spreek Tigrinya": TalentKind.CAN, "filmen": TalentKind.WANTS}


@pytest.mark.parametrize("data", [{"text": " "}, {"text": "x" * 121}, {"text": "filmen", "kind": "beste"}])
def test_what_cannot_be_is_asked_again(data: dict[str, str], a: Builder, sign_in: SignIn, session: Session) -> None:
    answer = sign_in(a.person()).post(f"{MENSEN}/ik", data=data)

    assert answer.status_code == 422
    assert session.scalars(select(Talent)).all() == []


def test_mine_is_changed_taken_away_and_put_back(a: Builder, sign_in: SignIn) -> None:
    me = a.person()
    talent, client = can(me, "ik film"), sign_in(me)
    here = f"{MENSEN}/ik/{talent.id}"

    seen = client.opened(here)
    client.post(here, data={"text": "ik film graag", "kind": "wants"})
    assert (talent.text, talent.kind) == ("ik film graag", TalentKind.WANTS)
    assert client.post(here, data={"text": "", "kind": "can"}).status_code == 422
    assert client.post(here, data=seen | {"text": "oud"}).status_code == 409
    gone = client.post(f"{here}/weg", follow_redirects=True)
    assert "ik film graag" not in gone.text
    undo(client, gone)

    assert talent.removed_at is None
    assert "ik film graag" in client.get(f"{MENSEN}/{me.id}").text


@pytest.mark.parametrize("rest", ["", "/weg"])
def test_a_colleague_reads_it_and_changes_nothing(rest: str, a: Builder, sign_in: SignIn) -> None:
    ruth = a.person("Ruth Pinas")
    talent, client = can(ruth, "ik luister"), sign_in(a.admin())

    answer = client.post(f"{MENSEN}/ik/{talent.id}{rest}", data={"text": "ik praat", "kind": "can"})

    assert answer.location == f"{MENSEN}/{ruth.id}"
    assert (talent.text, talent.removed_at) == ("ik luister", None)
    page = client.get(f"{MENSEN}/{ruth.id}").text
    assert "ik luister" in page
    assert "<form" not in page.split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", {"Ruth", "Samuel"}),
        ("brief", {"Ruth"}),
        ("Tigrinya", {"Samuel"}),
        ("tesf", {"Samuel"}),
        ("tekstschrijver", {"Femke"}),
        ("zwemmen", set()),
    ],
)
def test_people_are_found_by_what_they_can_their_name_and_their_job(
    words: str, found: set[str], a: Builder, sign_in: SignIn
) -> None:
    can(a.person("Ruth Pinas"), "ik schrijf brieven die iedereen snapt")
    can(a.person("Samuel Tesfay"), "ik spreek Tigrinya")
    a.person("Femke Bruinsma", job_title="tekstschrijver")

    page = sign_in(a.person("Bea")).get(f"{MENSEN}?q={words}").text

    assert {name for name in ("Ruth", "Samuel", "Femke") if name in page} == found


def test_no_number_and_no_address_stands_beside_a_person(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    ruth = a.member(of=opgave, email="geheim@lindewaard.example")
    for text in ("ik luister goed", "ik film graag", "ik schrijf brieven"):
        can(ruth, text)
    session.add(asked(opgave, "filmen").step_forward(ruth))
    client = sign_in(a.member(of=opgave, name="Bea"))

    for address in (MENSEN, f"{MENSEN}?q=film", f"{MENSEN}/{ruth.id}", url(opgave), "/bord/talenten"):
        main = client.get(address).text.split("<main", 1)[1].split("</main>", 1)[0]
        seen = re.sub(r"<[^>]+>", " ", main.replace("5 Talenten", "").replace("3 dagen geleden", ""))
        beside = [line for line in seen.splitlines() if "Ruth" in line or "ik " in line]
        assert not re.search(r"\d", " ".join(beside)), address
        assert "geheim@" not in main


def test_hundred_colleagues_cost_as_much_as_one(a: Builder, sign_in: SignIn, session: Session) -> None:
    client, numbers = sign_in(a.person()), []
    for times in (1, 20):
        for _ in range(times):
            can(a.person(), "ik film graag")
        with counting_queries() as queries:
            client.get(f"{MENSEN}?q=film")
        numbers.append(queries.number)

    assert numbers[0] == numbers[1]


def test_only_who_is_signed_in_reads_of_colleagues(a: Builder, visitor: object, sign_in: SignIn) -> None:
    assert visitor.get(MENSEN).status_code == 302  # type: ignore[attr-defined]
    assert sign_in(a.person()).get(f"{MENSEN}/999999").status_code == 404
