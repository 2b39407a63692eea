"""What is filtered on a board stands in its address, and says where something was found."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest

from board.core.opgaven.card_parts import CardNote, add_check_items, labels_named
from board.core.people.people import Person
from board.core.record.weeks import Week
from board.db import session
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def url(opgave: object, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}{rest}"  # type: ignore[attr-defined]


def test_the_filters_stand_in_the_address(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    ruth = a.member(of=opgave)
    a.card(opgave, "Van Ruth", owner=ruth, week=Week.now().code)
    a.card(opgave, "Van niemand", citizen_result="U hoort 100% meer")
    member = sign_in(ruth)

    assert "Van niemand" not in member.get(url(opgave, f"?wie={ruth.id}")).text
    assert "Van niemand" not in member.get(url(opgave, "?mij=1")).text
    assert "Van niemand" not in member.get(url(opgave, f"?week={Week.now()}")).text
    found = member.get(url(opgave, "?q=100%25 meer")).text
    assert "Van niemand" in found
    assert "Van Ruth</a>" not in found


def test_a_filter_that_makes_no_sense_is_passed_over(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    member = sign_in(a.member(of=opgave))

    for query in (
        "?wie=99999999999999",
        "?wie=x",
        "?week=2026-54",
        "?week=%00",
        "?groep=bestaat-niet",
        "?q=%00",
    ):
        assert member.get(url(opgave, query)).status_code == 200


@pytest.mark.parametrize(
    ("card", "typed"),
    [
        ("Vraag de conciërge om het hek", "concierge"),
        ("Bel de heer Özdemir", "ozdemir"),
        ("Vraag zzp’ers om advies", "zzp'ers"),
        ("Bel de verkeers\u00adregelaar", "verkeersregelaar"),
        ("Één loket voor alle schulden", "één loket"),
        ("Open CAFÉ De Brug", "cafe"),
        ("Schrijf twee brieven", "brief"),
        ("Praat met de basisschool", "school"),
        ("Haal het grofvuil bij mensen thuis op", "opgehaald"),
        ("Het vuil is opgeruimd", "ruim op"),
        ("Bel Özlem Yıldız", "yildiz"),
        ("Stuur foto’s per e-mail", "foto email"),
    ],
)
def test_a_card_is_found_in_any_writing_of_its_words(a: Builder, sign_in: SignIn, card: str, typed: str) -> None:
    opgave = a.opgave()
    a.card(opgave, card)
    a.card(opgave, "Iets heel anders")
    found = sign_in(a.member(of=opgave)).get(url(opgave, f"?q={quote(typed)}")).text

    assert found.count('class="ob-card"') == 1
    assert "Iets heel anders" not in found


@pytest.mark.parametrize("typed", ["gele", "stoepje", "verf koop", "gele verf"])
def test_a_card_is_found_by_its_notes_checklist_and_labels(a: Builder, sign_in: SignIn, typed: str) -> None:
    opgave = a.opgave()
    card = a.card(opgave, "Bel tien mensen", labels=labels_named(opgave, ["Geel"]))
    session.add(CardNote(opgave_id=opgave.id, card=card, text="De stoepjes zijn klaar", author_name="Ruth"))
    session.flush()
    add_check_items(card, ["Koop verf"])
    session.flush()

    assert "Bel tien mensen" in sign_in(a.member(of=opgave)).get(url(opgave, f"?q={quote(typed)}")).text


def test_cards_with_one_label(a: Builder, sign_in: SignIn) -> None:
    opgave, member = a.opgave(), None
    a.card(opgave, "Met label", labels=labels_named(opgave, ["échte haast", "Buurt, wijk"]))
    a.card(opgave, "Zonder label")
    labels_named(opgave, ["van niets meer"])
    member = sign_in(a.member(of=opgave))
    whole = member.get(url(opgave)).text
    choice = whole.split('<select name="label">')[1].split("</select>")[0]
    assert re.findall(r"<option[^>]*>([^<]+)", choice) == ["alle labels", "Buurt, wijk", "échte haast"]

    found = member.get(url(opgave, f"?label={quote('échte haast')}&lens=week")).text
    assert "Met label" in found
    assert "Zonder label" not in found
    assert "<option selected>échte haast</option>" in found
    assert f"?label={quote('échte haast')}" in found.replace("+", "%20"), "the other lens keeps the choice"
    assert "Met label" not in member.get(url(opgave, "?label=bestaat-niet")).text


def test_a_filter_says_how_many_cards_it_leaves(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    for action in ("Bel tien mensen", "Bel de school", "Schrijf een brief"):
        a.card(opgave, action)
    member = sign_in(a.member(of=opgave))

    assert "Je ziet" not in member.get(url(opgave)).text
    assert "Je ziet 2 kaarten van het bord." in member.get(url(opgave, "?q=gebeld")).text
    nothing = member.get(url(opgave, "?q=zwaluwstaart")).text
    assert "Geen kaart gevonden." in nothing
    assert 'href="/bord/zoek?q=zwaluwstaart"' in nothing


def test_a_board_without_labels_offers_none(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    assert 'name="label"' not in sign_in(a.member(of=opgave)).get(url(opgave)).text


def test_a_card_is_found_by_the_sentence_of_its_result(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.result(a.card(opgave, "Bel tien mensen"), "U krijgt één brief.")

    assert "Bel tien mensen" in sign_in(a.member(of=opgave)).get(url(opgave, "?q=brieven bel")).text


def test_on_a_phone_the_strip_says_in_which_columns_something_was_found(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.card(opgave, "Bel tien mensen", block="why")
    member = sign_in(a.member(of=opgave))

    assert "gevonden" not in member.get(url(opgave)).text
    strip = member.get(url(opgave, "?q=tien")).text.split('<nav class="ob-strip')[1].split("</nav>", maxsplit=1)[0]
    assert [text[0] for text in strip.split("<b>")[1:]] == ["1", "0", "0", "0", "0"]


def test_who_may_only_read_gets_no_drawing_of_who_may_do_more(a: Builder, sign_in: SignIn) -> None:
    """The drawing of a board is kept: a sponsor's, who may sign a worry, is not a reader's."""
    opgave = a.opgave(active=False)
    link = f'href="/bord/opgaven/{opgave.slug}/waarom">Waar lig jij wakker van?'

    assert link in sign_in(a.sponsor(opgave)).get(url(opgave)).text
    assert link not in sign_in(a.reader(opgave)).get(url(opgave)).text
    assert link in sign_in(a.sponsor(opgave)).get(url(opgave)).text
