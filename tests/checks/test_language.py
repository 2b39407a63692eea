"""The language check tells doing from process, and points at words with a reason and a suggestion."""

from pathlib import Path

import pytest

from board.checks.language import LanguageFinding, check


def of_kind(text: str, kind: str) -> list[LanguageFinding]:
    return [finding for finding in check(text).findings if finding.kind == kind]


def marked(text: str, kind: str) -> list[str]:
    return [finding.text for finding in of_kind(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Bel tien mensen",
        "Bankjes schuren en verven.",
        "Twaalf prullenbakken bij de haven geplaatst.",
        "U hoeft geen formulier meer in te vullen.",
        "De bel bij de balie doet het weer.",
        "Wij gaan komende maandag de sloot uitbaggeren.",
        "We telden de fietsers en schilderden dezelfde week een zebrapad.",
        "Na overleg met de buurt is de drempel in de Schoolstraat verwijderd.",
        "“Ik was in vijf minuten klaar”, zegt een bezoeker van het loket.",
        "Mw. Achterberg terugbellen over haar verhuizing.",
        "Wij maken het mogelijk dat mensen zonder trap de bieb in kunnen.",
        "Geen nota, geen overleg: we hebben de drempel eruit gehaald.",
    ],
)
def test_doing_is_read_as_doing(text: str) -> None:
    assert check(text).label == "doen"


@pytest.mark.parametrize(
    "text",
    [
        "Stuurgroep",
        "Afstemming met ketenpartners.",
        "Het borgen van de opgedane kennis.",
        "We jagen de vernieuwing aan.",
        "We bekijken of er een brug over de Singel kan komen.",
        "In 2030 moeten er 2.500 woningen bijgebouwd zijn.",
        "De leefwereld van het kind staat in alles wat wij doen centraal.",
        "Er is een plan gemaakt voor bankjes, bomen en lampen.",
        "De gemeente wil haar inwoners nog beter bedienen.",
        "In de memo staat wie er langs de deuren zou kunnen gaan.",
        "Concept-brief raad wachttijden",
        "Kom d’r maandag effe op terug.",
    ],
)
def test_process_is_read_as_process(text: str) -> None:
    assert check(text).label == "proces"


@pytest.mark.parametrize("text", ["", "   ", "…", "🙂", "\n\n"])
def test_a_text_without_words_gets_no_complaint(text: str) -> None:
    reading = check(text)

    assert reading.label == "doen"
    assert reading.findings == []


def test_one_sentence_of_doing_is_enough() -> None:
    assert check("We overlegden met de corporatie. Daarna kregen twaalf gezinnen een sleutel.").label == "doen"


def test_a_process_word_has_a_place_a_reason_and_a_suggestion() -> None:
    text = "Wij borgen de samenwerking."

    finding = of_kind(text, "process_word")[0]

    assert text[finding.start : finding.end] == finding.text == "borgen"
    assert finding.sentence(finding.reason).startswith("“borgen”")
    assert "Bijvoorbeeld" in finding.sentence(finding.suggestion)


def test_a_verb_that_stands_apart_is_named_whole() -> None:
    finding = of_kind("We jagen de vernieuwing aan.", "process_word")[0]

    assert finding.text == "jagen"
    assert finding.values["word"] == "aanjagen"


def test_a_sentence_of_doing_is_not_nagged_about_process_words() -> None:
    assert not of_kind("We onderzochten 80 klachten en stuurden iedereen een brief.", "process_word")


def test_twenty_words_fit_in_a_sentence_and_one_more_does_not() -> None:
    assert not of_kind("woord " * 20 + ".", "long_sentence")
    assert of_kind("woord " * 21 + ".", "long_sentence")[0].values == {"count": 21}


def test_an_abbreviation_with_stops_does_not_end_the_sentence() -> None:
    text = "Dat doen we i.h.k.v. de Wmo."

    assert marked(text, "abbreviation") == ["i.h.k.v.", "Wmo"]
    assert of_kind(text, "abbreviation")[0].values["meaning"] == "voor"


def test_abbreviations_that_everybody_knows_are_left_alone() -> None:
    assert not marked("De NS en de GGD hangen een AED op.", "abbreviation")


def test_a_passive_asks_who_does_it() -> None:
    assert marked("De vijver wordt in mei gebaggerd.", "passive") == ["wordt"]
    assert not marked("De vijver wordt door de buren gebaggerd.", "passive")


@pytest.mark.parametrize("word", ["subsidiariteit", "gremium"])
def test_a_little_used_word_is_pointed_at(word: str) -> None:
    assert marked(f"Zij zoeken een {word} voor ons.", "rare_word") == [word]


@pytest.mark.parametrize("word", ["zebrapad", "afmaakten", "straatlampen", "bankjes", "belde", "Zwaluwlaan"])
def test_forms_compounds_and_names_are_no_rare_words(word: str) -> None:
    assert not marked(f"Wij zien {word} in de buurt.", "rare_word")


def test_an_organisation_adds_words_and_takes_words_out(tmp_path: Path) -> None:
    (tmp_path / "proces_werkwoorden.txt").write_text("= Zeg het gewoon.\nom|flipperen\n-borgen\n", encoding="utf-8")
    (tmp_path / "afkortingen.txt").write_text("QZX = het team\n", encoding="utf-8")

    added = check("Wij flipperen de samenwerking om met QZX.", tmp_path)

    assert next(each.text for each in added.findings if each.kind == "process_word") == "flipperen"
    assert "het team" in [each.values.get("meaning") for each in added.findings]
    assert "borgen" not in [each.text for each in check("Wij borgen de samenwerking.", tmp_path).findings]
    assert "flipperen" not in marked("Wij flipperen de samenwerking om.", "process_word")
