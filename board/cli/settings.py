"""The settings as every command begins with them: from a file and the environment, with a word about what is odd."""

import os
from pathlib import Path

import click

from board import config, instance
from board.config import PREFIX, Settings, WrongSetting
from board.setting_values import reason

BESIDE = ("-wal", "-shm", "-journal", ".lock", ".served", "-queue")
PLACES = (f"{PREFIX}INSTANCE", f"{PREFIX}DATABASE_URL")


def read_file(file: Path) -> None:
    """Put the settings of a file in the environment, in which what stands there already goes first.

    Written as systemd reads an EnvironmentFile: NAME=value, quotes when you like, # before a remark.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise WrongSetting(f"Het bestand met instellingen {file} is geen tekst in UTF-8.") from None
    except OSError as problem:
        raise WrongSetting(f"Het bestand met instellingen {file} is niet te lezen: {reason(problem)}.") from None
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line[0] in "#;":
            continue
        name, is_one, value = line.partition("=")
        if not is_one or not name.strip().isidentifier():
            raise WrongSetting(f"{file}, regel {number}: hier moet NAAM=waarde staan.")
        os.environ.setdefault(name.strip(), _unquoted(value.strip()))


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value


def configured(**given: object) -> Settings:
    """The settings, after which the folder is there and closed to others. Tells on standard error what is odd.

    Raises WrongSetting.
    """
    _tell_of_slips()
    settings = config.load_settings(None, **given)
    click.get_current_context().find_root().obj = settings
    if not any(os.environ.get(name, "").strip() for name in PLACES):
        click.echo(f"Geen map of database ingesteld: we werken in {settings.instance}.", err=True)
    instance.prepare(settings.instance, *_database_files(settings))
    return settings


def _tell_of_slips() -> None:
    """A name that is almost a setting is a mistake and ends the command; one that we do not know is only told."""
    for name, meant in config.slips(os.environ).items():
        if meant:
            raise WrongSetting(f"{name} is geen instelling. Bedoel je {meant}?")
        click.echo(f"Let op: {name} is geen instelling van deze versie, en doet niets.", err=True)


def _database_files(settings: Settings) -> list[Path]:
    file = config.sqlite_file(settings)
    return [Path(f"{file}{ending}") for ending in ("", *BESIDE)] if file else []
