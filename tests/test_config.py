"""Settings: good ones are read, and a wrong one stops the start with a sentence."""

import stat
from pathlib import Path

import pytest

from board.config import WrongSetting, load_settings


def with_(tmp_path: Path, **values: str) -> dict[str, str]:
    return {"OPGAVEBORD_INSTANCE": str(tmp_path)} | {f"OPGAVEBORD_{name.upper()}": v for name, v in values.items()}


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    settings = load_settings(with_(tmp_path))

    assert settings.database_url == f"sqlite:///{tmp_path / 'opgavebord.sqlite'}"
    assert not settings.https
    assert not settings.demo


def test_a_missing_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first, second = load_settings(with_(tmp_path)), load_settings(with_(tmp_path))

    assert first.secret_key == second.secret_key
    assert len(first.secret_key) == 64
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_plain_postgresql_addresses_get_our_driver(tmp_path: Path) -> None:
    settings = load_settings(with_(tmp_path, database_url="postgresql://bord:geheim@db/bord"))

    assert settings.database_url == "postgresql+psycopg://bord:geheim@db/bord"


@pytest.mark.parametrize(
    ("name", "wrong", "says"),
    [
        ("database_url", "mysql://x/y", "OPGAVEBORD_DATABASE_URL moet beginnen met sqlite: of postgresql:"),
        ("database_url", "geen adres", "OPGAVEBORD_DATABASE_URL is geen adres van een database"),
        ("base_url", "bord.gemeente.nl", "OPGAVEBORD_BASE_URL moet lijken op https://bord.gemeente.nl"),
        ("base_url", "https://x.nl/pad", "OPGAVEBORD_BASE_URL moet lijken op"),
        ("id_authority", "https://x.nl/pad", "OPGAVEBORD_ID_AUTHORITY moet een naam zijn zoals bord.gemeente.nl"),
        ("id_authority", "twee namen", "OPGAVEBORD_ID_AUTHORITY moet een naam zijn"),
        ("workers", "twee", "OPGAVEBORD_WORKERS moet een heel getal zijn"),
        ("demo", "misschien", "OPGAVEBORD_DEMO moet 1 of 0 zijn"),
        ("poll_seconds", "-1", "OPGAVEBORD_POLL_SECONDS moet een heel getal zijn"),
    ],
)
def test_a_wrong_value_says_which_and_what_would_work(tmp_path: Path, name: str, wrong: str, says: str) -> None:
    with pytest.raises(WrongSetting, match=says):
        load_settings(with_(tmp_path, **{name: wrong}))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", "http://hier.example"),
        ("bord.gemeente.nl", "https://bord.gemeente.nl"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
    ],
)
def test_ids_begin_with_the_name_that_is_set_or_else_with_the_address(tmp_path: Path, said: str, meant: str) -> None:
    assert load_settings(with_(tmp_path, base_url="http://hier.example", id_authority=said)).authority == meant


def test_an_instance_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("dit is een bestand")

    with pytest.raises(WrongSetting, match="OPGAVEBORD_INSTANCE"):
        load_settings(with_(tmp_path / "vol" / "map"))


def test_an_empty_secret_key_file_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()

    with pytest.raises(WrongSetting, match="is leeg"):
        load_settings(with_(tmp_path))
