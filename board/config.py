"""Settings, read once from OPGAVEBORD_* in the environment; a wrong value stops the start with a sentence."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from board import instance as folder
from board import setting_values as read

WrongSetting = read.WrongSetting
PREFIX = "OPGAVEBORD_"
HERE = Path(__file__).parent
# Named as settings are, and read elsewhere: the file with settings, for the commands.
OTHER_NAMES = {"SETTINGS"}
DRIVERS = {name: name for name in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg")}
DRIVERS["postgresql"] = "postgresql+psycopg"


def files(name: str) -> Path:
    """The folder `name` (templates, static, migrations): inside the wheel, or beside board/ in a checkout."""
    packed = HERE / "_files" / name
    return packed if packed.is_dir() else HERE.parent / name


@dataclass(frozen=True)
class Limits:
    """After how long the board asks attention. Field `x` is the setting OPGAVEBORD_X."""

    heartbeat_weeks: int = 6
    need_weeks: int = 3
    claim_workdays: int = 10
    silence_weeks: int = 2
    doing_at_once: int = 3
    answer_weeks: int = 2
    talent_weeks: int = 2


@dataclass(frozen=True)
class Settings:
    """Everything that differs between two installations. Field `x_y` is read from OPGAVEBORD_X_Y."""

    instance: Path
    database_url: str
    secret_key: str
    base_url: str = "http://127.0.0.1:8000"
    id_authority: str = ""
    organisation: str = "Gemeente Voorbeeld"
    contact_phone: str = ""
    contact_hours: str = ""
    contact_email: str = ""
    logo: Path | None = None
    theme: Path | None = None
    theme_class: str = ""
    accessibility_status: str = ""
    accessibility_url: str = ""
    accessibility_tested: date | None = None
    privacy_controller: str = ""
    privacy_officer: str = ""
    privacy_url: str = ""
    privacy_logs: str = ""
    security_contact: str = ""
    security_policy: str = ""
    security_expires: date | None = None
    licence: str = "https://creativecommons.org/publicdomain/zero/1.0/"
    embed_hosts: tuple[str, ...] = ()
    words: Path | None = None
    demo: bool = False
    proxies: int = 0
    workers: int = 2
    session_hours: int = 12
    poll_seconds: int = 15
    compress: bool = True
    server_timing: bool = False
    heartbeat_weeks: int = Limits.heartbeat_weeks
    need_weeks: int = Limits.need_weeks
    claim_workdays: int = Limits.claim_workdays
    silence_weeks: int = Limits.silence_weeks
    doing_at_once: int = Limits.doing_at_once
    answer_weeks: int = Limits.answer_weeks
    talent_weeks: int = Limits.talent_weeks

    @property
    def limits(self) -> Limits:
        return Limits(**{name: getattr(self, name) for name in Limits.__dataclass_fields__})

    @property
    def authority(self) -> str:
        """The address with which ids in feeds and open data begin. It stays when the site moves."""
        return self.id_authority or self.base_url

    @property
    def https(self) -> bool:
        return self.base_url.startswith("https://")


def load_settings(environment: Mapping[str, str] | None = None, **given: object) -> Settings:
    """Settings from the environment; `given` goes first (tests and the demo).

    Raises WrongSetting with a sentence for the administrator.
    """
    env = os.environ if environment is None else environment
    values: dict[str, object] = {}
    for name, setting in Settings.__dataclass_fields__.items():
        text = env.get(PREFIX + name.upper())
        if name in given:
            values[name] = given[name]
        elif text is not None and text.strip():
            reader = OWN_FORM.get(name) or READERS[str(setting.type)]
            values[name] = reader(PREFIX + name.upper(), text.strip())
    instance = Path(str(values.get("instance", "instance"))).resolve()
    values["instance"] = instance
    values.setdefault("database_url", f"sqlite:///{instance / 'opgavebord.sqlite'}")
    values["database_url"] = _database_url(str(values["database_url"]))
    served_at = folder.remembered_address(instance) or Settings.base_url
    values["base_url"] = _base_url(str(values.get("base_url") or served_at))
    if not values.get("secret_key"):
        folder.prepare(instance)
        values["secret_key"] = folder.secret_key(instance)
    return Settings(**values)  # type: ignore[arg-type]


# Settings whose text has a form of its own; the others are read by their type.
OWN_FORM = {
    "secret_key": read.secret,
    "id_authority": read.authority,
    "logo": read.logo,
    "theme": read.theme,
    "theme_class": read.css_class,
    "accessibility_status": read.status,
    "accessibility_url": read.web_address,
    "accessibility_tested": read.day,
    "privacy_url": read.web_address,
    "security_contact": read.contact,
    "security_policy": read.web_address,
    "security_expires": read.end_day,
    "licence": read.web_address,
    "embed_hosts": read.hosts,
    "words": read.word_lists,
}
READERS = {
    "int": read.whole_number,
    "bool": read.yes_or_no,
    "str": read.words,
    "Path": read.path,
    "<class 'int'>": read.whole_number,
    "<class 'bool'>": read.yes_or_no,
    "<class 'str'>": read.words,
    "<class 'pathlib.Path'>": read.path,
}


def sqlite_file(settings: Settings) -> Path | None:
    """The file of an SQLite database; None for another kind of database."""
    from sqlalchemy.engine import make_url

    url = make_url(settings.database_url)
    return Path(str(url.database)).resolve() if url.get_backend_name() == "sqlite" else None


def _database_url(text: str) -> str:
    """The address, with our driver. What is wrong is told without the address: a password stands in it."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    name = f"{PREFIX}DATABASE_URL"
    example = "postgresql://gebruiker@host/database of sqlite:////map/bestand.sqlite"
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise WrongSetting(f"{name} is geen adres van een database. Het moet lijken op {example}.") from None
    if url.drivername not in DRIVERS:
        raise WrongSetting(f"{name} moet beginnen met sqlite: of postgresql:, zoals {example}.")
    if "@" in f"{url.host}{url.database}" and url.host:
        raise WrongSetting(f"{name}: schrijf een @, : of / in het wachtwoord als %40, %3A of %2F.")
    if url.drivername.startswith("sqlite") and url.database in {None, "", ":memory:"}:
        raise WrongSetting(f"{name} moet een bestand noemen: sqlite:////map/bestand.sqlite.")
    return url.set(drivername=DRIVERS[url.drivername]).render_as_string(hide_password=False)


def _base_url(text: str) -> str:
    if not read.is_origin(text):
        raise WrongSetting(
            f"{PREFIX}BASE_URL moet lijken op https://bord.gemeente.nl, zonder iets erachter, niet op “{text}”."
        )
    return text.rstrip("/")


def slips(environment: Mapping[str, str]) -> dict[str, str]:
    """Names that look like settings and are none, each with the setting that may be meant, or nothing."""
    known = {name.upper() for name in Settings.__dataclass_fields__} | OTHER_NAMES
    names = {name: name.upper().removeprefix(PREFIX) for name in sorted(environment) if name.upper().startswith(PREFIX)}
    strange = {name: bare for name, bare in names.items() if name != PREFIX + bare or bare not in known}
    return {
        name: PREFIX + meant[0] if (meant := get_close_matches(bare, known, n=1, cutoff=0.75)) else ""
        for name, bare in strange.items()
        if not bare.startswith("TEST_")
    }
