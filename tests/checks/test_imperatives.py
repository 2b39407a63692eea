"""An order that would be published as what was done is seen, and said in the past where that is sure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.checks.language.imperatives import Order, orders


def proposals(text: str) -> list[str]:
    return [order.proposal for order in orders(text)]


@pytest.mark.parametrize(
    ("order", "done"),
    [
        ("Plaats een bankje bij de vijver", "We plaatsten een bankje bij de vijver."),
        ("Bel tien mensen", "We belden tien mensen."),
        ("Hang een bordje op bij de ingang", "We hingen een bordje op bij de ingang."),
        ("Vervang het slot van de kleedkamer!", "We vervingen het slot van de kleedkamer."),
        ("Verf de bankjes groen.", "We verfden de bankjes groen."),
        ("Plant vijf bomen", "We plantten vijf bomen."),
        ("Meld de losse tegel", "We meldden de losse tegel."),
        ("Zet zaterdag koffie in het buurthuis", "We zetten zaterdag koffie in het buurthuis."),
        ("Laat de klok weer lopen", "We lieten de klok weer lopen."),
        ("Schrijf een brief aan alle 340 huishoudens", "We schreven een brief aan alle 340 huishoudens."),
        ("Ga langs bij mevrouw in de Beukenhof", "We gingen langs bij mevrouw in de Beukenhof."),
        ("Leg tegels recht", "We legden tegels recht."),
        ("Open de poort", "We openden de poort."),
    ],
)
def test_an_order_is_said_in_the_past(order: str, done: str) -> None:
    assert proposals(order) == [done]


@pytest.mark.parametrize(
    "text",
    [
        "We plaatsten een bankje bij de vijver.",
        "Plaats is klaar",
        "Lamp portiek Anjerstraat",
        "Aanleg fietspad Molenweg",
        "Start aanleg fietspad",
        "Open dag bij de brandweer",
        "Vraag van een bewoner beantwoord",
        "Bewoners helpen elkaar",
        "Bankjes schuren en verven.",
        "Werk aan de brug is af",
        "Kunt u er weer door?",
        "",
        "🙂",
    ],
)
def test_what_is_no_order_is_left_alone(text: str) -> None:
    assert proposals(text) == []


@pytest.mark.parametrize("text", ["Jaag de duiven weg", "Plaats morgen een bankje", "Dek de put af voor vrijdag"])
def test_without_certainty_no_sentence_is_proposed(text: str) -> None:
    assert proposals(text) == [""]


def test_each_order_of_a_text_has_its_place() -> None:
    text = "We veegden de stoep. Bel tien mensen. Snoei de heg."

    assert [text[one.start : one.end] for one in orders(text)] == ["Bel", "Snoei"]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gets_an_answer(text: str) -> None:
    assert all(isinstance(one, Order) and 0 <= one.start < one.end <= len(text) for one in orders(text))
