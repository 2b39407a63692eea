"""Whatever goes wrong in a command, who runs it reads a sentence: no traceback, no password, and not status 0."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from board import db
from tests.cli.conftest import NOBODY, Run, Start
from tests.postgres import Postgres

PASSWORD = "Zw4luw-geheim"


def is_one_sentence(result: Result) -> bool:
    """An end that is told: on one line, after which nothing went on."""
    lines = [line for line in result.output.splitlines() if line.startswith("Error: ")]
    told = len(lines) == 1 and "Traceback" not in result.output and PASSWORD not in result.output
    return told and result.exit_code != 0 and isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"WORKERS": "0"}, "OPGAVEBORD_WORKERS moet een heel getal zijn van 1 tot en met 128"),
        ({"WORKERS": "99999"}, "OPGAVEBORD_WORKERS"),
        ({"SESSION_HOURS": "0"}, "OPGAVEBORD_SESSION_HOURS"),
        ({"NEED_WEEKS": "9" * 5000}, "OPGAVEBORD_NEED_WEEKS"),
        ({"SECRET_KEY": "k"}, "OPGAVEBORD_SECRET_KEY moet ten minste 32 tekens hebben"),
        ({"DATABASE_URL": f"mysql://bord:{PASSWORD}@db/bord"}, "moet beginnen met sqlite: of postgresql:"),
        ({"DATABASE_URL": f"postgresql+asyncpg://bord:{PASSWORD}@db/bord"}, "moet beginnen met"),
        ({"DATABASE_URL": f"postgresql://bord:{PASSWORD}@db:abc/bord"}, "geen adres van een database"),
        ({"DATABASE_URL": f"postgresql://bord:x@{PASSWORD}@db/bord"}, "%40"),
        ({"DATABASE_URL": f"postgresql://bord:{PASSWORD}@127.0.0.1:1/bord"}, "antwoordt geen database"),
        ({"DATABASE_URL": f"postgresql://bord:{PASSWORD}@nergens.invalid/bord"}, "nergens.invalid is niet te vinden"),
        ({"DATABASE_URL": f"postgresql://bord:{PASSWORD}@127.0.0.1:99999/bord"}, "127.0.0.1"),
        ({"DATABASE_URL": f"postgresql://bord:{PASSWORD}@127.0.0.1/bord?sslmode=soms"}, "127.0.0.1"),
        ({"DATABASE_URL": f"postgresql://bord:{PASSWORD}@127.0.0.1/bord?bestaat=niet"}, "127.0.0.1"),
        ({"DATABASE_URL": "sqlite://"}, "moet een bestand noemen"),
        ({"DATABASE_URL": "sqlite:////nergens/is/deze/map.sqlite"}, "/nergens/is/deze/map.sqlite"),
        ({"BASE_URL": f"https://bord:{PASSWORD}@bord.nl"}, "OPGAVEBORD_BASE_URL moet lijken op"),
        ({"BASE_URL": f"postgresql://bord:{PASSWORD}@db/bord"}, "OPGAVEBORD_BASE_URL moet lijken op"),
        ({"BASE_URL": "https://[bord"}, "OPGAVEBORD_BASE_URL moet lijken op"),
        ({"INSTANCE": "/"}, "niet alleen van Opgavebord"),
        ({"INSTANCE": "/etc"}, "niet alleen van Opgavebord"),
        ({"WOKERS": "2"}, "Bedoel je OPGAVEBORD_WORKERS?"),
        ({"DATABASE_ULR": f"postgresql://bord:{PASSWORD}@db/bord"}, "Bedoel je OPGAVEBORD_DATABASE_URL?"),
        ({"contact_email": "a@b.nl"}, "Bedoel je OPGAVEBORD_CONTACT_EMAIL?"),
    ],
)
def test_a_setting_that_cannot_work_is_told(run: Run, settings: dict[str, str], says: str) -> None:
    refused = run("migrate", **settings)

    assert is_one_sentence(refused)
    assert says in refused.output


def test_a_name_that_is_no_setting_at_all_is_told_and_goes_on(run: Run) -> None:
    done = run("migrate", REGENBOOG="1")

    assert done.exit_code == 0
    assert "OPGAVEBORD_REGENBOOG is geen instelling van deze versie" in done.output


def test_an_address_with_https_asks_for_the_proxy_that_speaks_it(run: Run) -> None:
    refused = run("serve", BASE_URL="https://bord.gemeente.example")

    assert is_one_sentence(refused)
    assert "OPGAVEBORD_PROXIES" in refused.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("serve", "--port", "99999"), "99999"),
        (("serve", "--port", "0"), "0"),
        (("serve", "--host", "192.0.2.1"), "192.0.2.1 is geen adres van deze machine"),
        (("serve", "--host", "nergens.invalid"), "nergens.invalid is niet te vinden"),
        (("demo", "--host", "x" * 300), "is niet te vinden"),
        (("import", "trello", "/nergens.json", "--opgave", "x"), "dit bestand is er niet"),
        (("--settings", "/nergens.env", "migrate"), "/nergens.env is niet te lezen"),
    ],
)
def test_a_word_that_cannot_work_is_told(run: Run, words: tuple[str, ...], says: str) -> None:
    refused = run(*words)

    assert is_one_sentence(refused)
    assert says in refused.output


def tables(database: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database)) as made:
        made.executescript(";".join(statements))


SPOILT: dict[str, Callable[[Path], object]] = {
    "a file for a folder": lambda bord: bord.rmdir() or bord.write_text("dit is een bestand"),  # type: ignore[func-returns-value]
    "a folder for a key": lambda bord: (bord / "secret_key").mkdir(),
    "an empty key": lambda bord: (bord / "secret_key").touch(),
    "a key of bytes": lambda bord: (bord / "secret_key").write_bytes(b"\xff\xfe" * 40),
    "a key that leads nowhere": lambda bord: (bord / "secret_key").symlink_to(bord / "weg"),
    "a garbage database": lambda bord: (bord / "opgavebord.sqlite").write_bytes(b"\x07" * 8192),
    "a folder for a database": lambda bord: (bord / "opgavebord.sqlite").mkdir(),
    "a newer database": lambda bord: tables(
        bord / "opgavebord.sqlite",
        "CREATE TABLE alembic_version (version_num VARCHAR(32))",
        "INSERT INTO alembic_version VALUES ('9999')",
    ),
    "tables of somebody else": lambda bord: tables(bord / "opgavebord.sqlite", "CREATE TABLE person (id INTEGER)"),
    "a folder for a lock": lambda bord: (bord / "opgavebord.sqlite.lock").mkdir(),
}


@pytest.mark.parametrize("command", ["migrate", "serve", "opgaven", "index", "demo", "seed"])
@pytest.mark.parametrize("what", SPOILT)
def test_an_installation_that_is_not_whole_is_told(run: Run, tmp_path: Path, what: str, command: str) -> None:
    (tmp_path / "bord").mkdir()
    SPOILT[what](tmp_path / "bord")

    refused = run(command)

    assert is_one_sentence(refused)
    assert str(tmp_path) in refused.output or "versie 9999" in refused.output


def test_what_belongs_to_another_account_is_told(start: Start, folder: Path) -> None:
    (folder / "bord").mkdir(mode=0o755)
    (folder / "bord").chmod(0o777)
    key = folder / "bord" / "secret_key"
    key.write_text("k" * 64)
    key.chmod(0)
    if os.geteuid() == 0:
        os.chown(key, NOBODY, NOBODY)

    refused = start("migrate")

    assert refused.returncode == 1
    assert refused.stderr == (
        f"Error: De geheime sleutel {key} is niet te lezen of te maken: geen toegang. "
        "Kies een andere map met OPGAVEBORD_INSTANCE, of geef een sleutel in OPGAVEBORD_SECRET_KEY.\n"
    )


@pytest.mark.parametrize("command", ["migrate", "opgaven", "serve"])
def test_a_folder_that_cannot_be_written_is_told(start: Start, folder: Path, command: str) -> None:
    assert start("migrate").returncode == 0
    for file in (folder / "bord").iterdir():
        file.chmod(0o400)
    (folder / "bord").chmod(0o500)

    refused = start(command)

    assert refused.returncode == 1
    assert refused.stderr.startswith("Error: ")
    assert refused.stderr.count("\n") == 1
    (folder / "bord").chmod(0o700)


UNKNOWN = [
    OSError(errno.ENOSPC, "No space left on device", "/disk/vol"),
    OSError(errno.EROFS, "Read-only file system", "/disk/dicht"),
    OSError("zonder nummer"),
    MemoryError(),
    RecursionError("te diep"),
    db.Busy(),
    KeyError("sleutel"),
    ValueError(f"dit lukt niet: postgresql://bord:{PASSWORD}@db/bord\nen nog een regel"),
    ModuleNotFoundError("No module named 'weg'"),
    *(
        kind("SELECT 1", {}, Exception(f"{said} {PASSWORD}\nregel twee"))
        for kind in (OperationalError, ProgrammingError, DBAPIError)
        for said in ("database or disk is full", "wat nog niemand zag")
    ),
]


@pytest.mark.parametrize("problem", UNKNOWN, ids=lambda problem: str(problem)[:40])
@pytest.mark.parametrize("command", ["migrate", "opgaven", "demo"])
def test_also_what_nobody_foresaw_is_a_sentence(
    run: Run, clean: pytest.MonkeyPatch, problem: Exception, command: str
) -> None:
    def fail(_url: str) -> None:
        raise problem

    clean.setattr(db, "make_engine", fail)

    assert is_one_sentence(run(command, DATABASE_URL=f"postgresql://bord:{PASSWORD}@db/bord"))


def test_who_wants_to_know_where_it_went_wrong_can(run: Run, clean: pytest.MonkeyPatch) -> None:
    clean.setattr(db, "make_engine", lambda _url: 1 / 0)

    assert isinstance(run("--traceback", "migrate").exception, ZeroDivisionError)


def test_a_database_server_that_refuses_is_told(run: Run, postgres: Postgres) -> None:
    there = postgres.url
    assert there is not None
    missing = there.set(database="bestaat_niet").render_as_string(hide_password=False)
    stranger = there.set(username="onbekend", password=PASSWORD).render_as_string(hide_password=False)

    assert "is geen database bestaat_niet" in run("migrate", DATABASE_URL=missing).output
    refused = run("migrate", DATABASE_URL=stranger)
    assert is_one_sentence(refused)
    assert "laat gebruiker onbekend niet in" in refused.output


def test_without_settings_a_command_says_where_it_works(run: Run, clean: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clean.delenv("OPGAVEBORD_INSTANCE")
    clean.chdir(tmp_path)

    assert f"we werken in {tmp_path / 'instance'}" in run("migrate").output
    assert "we werken in" not in run("migrate", INSTANCE=os.fspath(tmp_path / "eigen")).output
