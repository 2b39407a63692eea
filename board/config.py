"""Settings, read once from OPGAVEBORD_* in the environment; a wrong value stops the start with a sentence."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from board import setting_values as read

WrongSetting = read.WrongSetting
PREFIX = "OPGAVEBORD_"
HERE = Path(__file__).parent


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
    def https(self) -> bool:
        return self.base_url.startswith("https://")


def load(environment: Mapping[str, str] | None = None, **given: object) -> Settings:
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
    values["base_url"] = _base_url(str(values.get("base_url", Settings.base_url)))
    if not values.get("secret_key"):
        values["secret_key"] = _kept_secret(instance)
    return Settings(**values)  # type: ignore[arg-type]


# Settings whose text has a form of its own; the others are read by their type.
OWN_FORM = {
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


def _database_url(text: str) -> str:
    try:
        url = make_url(text)
    except ArgumentError:
        raise WrongSetting(f"{PREFIX}DATABASE_URL is not a database address: “{text}”.") from None
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise WrongSetting(f"{PREFIX}DATABASE_URL must start with sqlite: or postgresql:, not “{text}”.")
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return url.render_as_string(hide_password=False)


def _base_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise WrongSetting(f"{PREFIX}BASE_URL must look like https://bord.gemeente.nl, not “{text}”.")
    return text.rstrip("/")


def _kept_secret(instance: Path) -> str:
    """The secret key in the instance folder, made at the first start; only the owner can read it."""
    file = instance / "secret_key"
    try:
        instance.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _existing_secret(file)
    except OSError as problem:
        raise WrongSetting(
            f"The folder {instance} cannot be written ({problem.strerror}). "
            f"Choose another with {PREFIX}INSTANCE, or set {PREFIX}SECRET_KEY."
        ) from None
    key = secrets.token_hex(32)
    with os.fdopen(handle, "w") as out:
        out.write(key)
    return key


def _existing_secret(file: Path) -> str:
    key = file.read_text().strip()
    if not key:
        raise WrongSetting(f"{file} is empty. Remove it, and a new secret key is made.")
    return key
