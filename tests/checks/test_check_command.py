"""`opgavebord check`: lines in, what both checks say of each line out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from board import cli
from board.checks import language
from board.config import WrongSetting, load_settings


def check(given: bytes, *options: str) -> str:
    done = CliRunner().invoke(cli.main, ["check", *options], input=given)
    assert done.exit_code == 0, done.output
    return done.output


def outcomes(given: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in check(given, "--json").split("\n")[:-1]]


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPGAVEBORD_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("OPGAVEBORD_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    return tmp_path


def test_each_line_gets_one_object_in_order() -> None:
    first, empty, third = outcomes(b"Mevrouw De Vries heeft weer warm water.\n\nWij verkennen de samenwerking.\n")

    assert first["privacy"] == ["name"]
    assert first["label"] == "doen"
    assert (empty["privacy"], empty["findings"]) == ([], [])
    assert third["label"] == "proces"
    assert {"kind", "start", "end", "reason", "suggestion"} == set(third["findings"][0])


def test_the_label_is_that_of_the_language_check() -> None:
    lines = ["Wij brachten 40 tassen rond.", "Er is een traject gestart om de keten te versterken.", ""]

    assert [one["label"] for one in outcomes("\n".join(lines).encode() + b"\n")] == [
        language.check(line).label for line in lines
    ]


def test_a_place_counts_characters() -> None:
    line = "Één café: bel mevrouw Öztürk op 06-12345678"

    found = {row["kind"]: line[row["start"] : row["end"]] for row in outcomes(line.encode())[0]["findings"]}

    assert found["name"] == "mevrouw Öztürk"
    assert found["phone"] == "06-12345678"


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (b"", 0),
        (b"\n", 1),
        (b"\n\n\n", 3),
        (b"zonder einde", 1),
        (b"een\r\ntwee\r\n", 2),
        (b"\xff\xfe\x00 kapot \xc3\n\x00\n", 2),
        ("\ufeffWij plantten bomen.\n".encode(), 1),
        ("een\u2028twee\u0085drie\x0cvier\n".encode(), 1),
    ],
)
def test_whatever_comes_in_each_line_comes_out(given: bytes, lines: int) -> None:
    assert len(outcomes(given)) == lines
    assert len(check(given).split("\n")) == lines + 1


def test_for_a_person_it_stands_in_columns() -> None:
    plain = check(b"Bel 06-12345678\nWij plantten tien bomen.\n").splitlines()

    assert plain[0].split()[:3] == ["1", "doen", "phone"] or plain[0].split()[0] == "1"
    assert "phone 4-15" in plain[0]
    assert plain[1].split() == ["2", "doen", "-", "-"]


def test_no_personal_text_comes_back() -> None:
    line = "Mevrouw Gebremariam-Kowalczyk woont op Xylofoonstraat 12, bel 06-12345678."

    for said in (check(line.encode()), check(line.encode(), "--json")):
        assert not any(secret in said for secret in ("Gebremariam", "Xylofoon", "12345678"))


def test_it_needs_no_database_and_leaves_nothing_behind(nowhere: Path) -> None:
    check(b"Wij plantten tien bomen.\n", "--json")

    assert list(nowhere.iterdir()) == []


def test_an_organisation_has_words_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lijsten"
    folder.mkdir()
    (folder / "afkortingen.txt").write_text("KCC = het klantcontactcentrum\n", encoding="utf-8")
    line = b"Het KCC belt u.\n"

    given = json.loads(check(line, "--json", "--words", str(folder)))
    monkeypatch.setenv("OPGAVEBORD_WORDS", str(folder))

    assert given == json.loads(check(line, "--json"))
    assert "Schrijf liever: het klantcontactcentrum." in [row["suggestion"] for row in given["findings"]]


@pytest.mark.parametrize("wrong", ["nergens", "kapot"])
def test_lists_that_cannot_be_read_stop_with_a_sentence(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "kapot").mkdir()
    (tmp_path / "kapot" / "tijd.txt").write_bytes(b"\xff\xfe")

    done = CliRunner().invoke(cli.main, ["check", "--words", str(tmp_path / wrong)], input=b"")

    assert done.exit_code == 1
    assert "OPGAVEBORD_WORDS" in done.output
    with pytest.raises(WrongSetting, match=r"map met woordenlijsten|is niet te lezen"):
        load_settings({"OPGAVEBORD_WORDS": str(tmp_path / wrong)}, instance=tmp_path, secret_key="x")
