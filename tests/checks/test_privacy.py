"""The privacy check finds personal data of citizens, and leaves alone what only looks like it."""

import logging

import pytest

from board.checks import privacy
from board.checks.privacy import Finding
from board.checks.privacy.advice import ADVICE
from tests.checks.privacy_texts import KINDS, OWN, Text, measure, read

TEXTS = read(OWN)
WORKED_ON = [text for text in TEXTS if text.set == "work"]


def marked(text: str) -> dict[str, str]:
    return {found.kind: text[found.start : found.end] for found in privacy.find(text)}


@pytest.mark.parametrize("text", [text for text in WORKED_ON if text.is_personal], ids=lambda text: text.number)
def test_personal_data_is_found(text: Text) -> None:
    assert privacy.kinds(text.text)


@pytest.mark.parametrize("text", [text for text in WORKED_ON if not text.is_personal], ids=lambda text: text.number)
def test_a_clean_text_gives_no_alarm(text: Text) -> None:
    assert privacy.kinds(text.text) == []


@pytest.mark.parametrize("name", ["held", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"])
def test_the_texts_that_were_held_back_meet_the_aim(name: str) -> None:
    figures = measure(text for text in TEXTS if text.set == name)

    assert figures.recall >= 0.97
    assert figures.false_alarms <= 0.03


def test_there_are_enough_texts_of_both_sorts_and_of_each_kind() -> None:
    assert len(TEXTS) >= 900
    assert 0.4 < sum(text.is_personal for text in TEXTS) / len(TEXTS) < 0.6
    assert set().union(*(text.kinds for text in TEXTS)) == KINDS == set(ADVICE)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Betaald aan nl91 abna 0417 1643 00, ja", "iban", "nl91 abna 0417 1643 00"),
        ("Bel (0123) 45 67 89 voor hem.", "phone", "(0123) 45 67 89"),
        ("Post voor Dorpsstraat 12, 1234 AB.", "address", "Dorpsstraat 12, 1234 AB"),
        ("Dag mevrouw De Vries-Bos, welkom", "name", "mevrouw De Vries-Bos"),
        ("De jongen, geb. 2 mei 2011, zwemt.", "dob", "geb. 2 mei 2011"),
        ("Mail fatima.elamrani@example.nl.", "email", "fatima.elamrani@example.nl"),
        ("De auto (12-AEI-3) is weg", "kenteken", "12-AEI-3"),
        ("Brief voor 999956838 bezorgd", "bsn", "999956838"),
    ],
)
def test_a_finding_marks_the_place(text: str, kind: str, found: str) -> None:
    assert marked(text)[kind] == found


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06\u201112345678",  # a dash that does not break
        "Bel 06\u00a012\u00a034\u00a056\u00a078",  # spaces that do not break
        "Bel 06\u200b12345678",  # nothing to see
        "Bel ０６１２３４５６７８",  # wide digits
        "Bij mevrouw De\u00a0Vries",
        "Bij mevrouw O\u0308ztu\u0308rk",  # accents that stand loose
        "Rekening NL91\u00a0ABNA\u00a00417\u00a01643\u00a000",
        "Mail fatima.elamrani＠example.nl",
    ],
)
def test_look_alikes_hide_nothing(text: str) -> None:
    (found,) = privacy.find(text)

    assert text[found.start : found.end].split() == text.split(maxsplit=1)[1].split()


def test_a_finding_never_holds_the_text(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        findings = privacy.find("Mevrouw De Vries, 06-12345678, NL91ABNA0417164300, BSN 999956838.")

    assert {one.kind for one in findings} == {"name", "phone", "iban", "bsn"}
    assert all(set(Finding.__slots__) == {"kind", "start", "end"} for _ in findings)
    said = repr(findings) + caplog.text + "".join(capsys.readouterr())
    assert not any(secret in said for secret in ("Vries", "12345678", "ABNA", "999956838"))


def test_kinds_are_sorted_and_said_once() -> None:
    assert privacy.kinds("Mevrouw Bos en meneer Bos, 06-12345678 en 06-87654321") == ["name", "phone"]


PIECES = [
    "1", "06 ", "A. ", "Jan de ", "mevrouw ", "1234 AB ", "a@", "a.b-c", "NL91 ", "nul zes een ", "x", " ", "geb. 3-",
    "(", "Kerkstraat 12 ", "in de ", "12-AB-", "\u0301", "+31", "0-", "Van De Jan ", "Jan uit de A ", "a at b dot ",
    "1.2", "De Vries, de ", "wethouder Jan ", "nummer 1 in de ", "1234 AB nummer ", "bsn 1", "J. P. ", "Jan en zijn ",
]  # fmt: skip


@pytest.mark.parametrize(
    "piece",
    PIECES,
)
def test_a_long_text_comes_to_an_end(piece: str) -> None:
    """A pattern that looks back and forth would keep this test busy for hours."""
    text = piece * (100_000 // len(piece))

    assert all(0 <= found.start < found.end <= len(text) for found in privacy.find(text))
