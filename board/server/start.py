"""Starting the server: for real, or with the demo in it."""

import gc
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace

import click
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LOGGING_CONFIG, LogLevels
from sqlalchemy import Engine

from board import config, db, demo, instance, seed
from board.app import create_app
from board.checks import together
from board.config import Settings
from board.core.opgaven.invented import DatabaseContents
from board.core.people.organisation import keep_authority, stored_authority
from board.db import schema
from board.server.port import Port
from board.web.proxies import at_start

# How long a request may still take when the server stops, in seconds.
PATIENCE = 8
# The line of a request and its headers come within so many seconds.
HEADERS_WITHIN = 15


class WorthTelling(logging.Filter):
    """Of what the server says: what went wrong, and that a worker which fell away is started again."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING or record.getMessage().startswith("Respawning")


def _handlers() -> dict[str, object]:
    handlers: dict[str, dict[str, object]] = LOGGING_CONFIG["handlers"]  # type: ignore[assignment]
    return {name: {**handler, "filters": ["worth"]} for name, handler in handlers.items()}


def serve(settings: Settings, port: Port) -> None:
    """Serve until somebody stops it. The workers read the same settings from the environment."""
    os.environ[f"{config.PREFIX}ID_AUTHORITY"] = settings.id_authority
    create_app(settings)  # whatever is wrong with it ends the start here, with its sentence
    together.warm_up(settings.words)
    if undeclared := at_start(settings):
        click.echo(f"Let op: {undeclared}", err=True)
    host = f"[{port.address}]" if ":" in port.address else port.address
    click.echo(f"Opgavebord staat klaar op http://{host}:{port.number}  (stoppen: Ctrl+C)")
    sys.stdout.flush()
    # What is loaded now never changes; kept out of the collector's way, the workers share its memory.
    gc.collect()
    gc.freeze()
    Granian(
        "board.server.front:front",
        address=port.address,
        port=port.number,
        interface=Interfaces.RSGI,
        workers=settings.workers,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN * 1000),
        factory=True,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE,
        log_level=LogLevels.info,
        log_dictconfig={"filters": {"worth": {"()": WorthTelling}}, "handlers": _handlers()},
    ).serve()


def fill_with_demo(engine: Engine, fresh: bool) -> None:
    """Put the demo in an empty database. Raises ClickException when anything stands there that is not of the demo."""
    with db.opened(engine):
        found = demo.contents()
    if found.real or (found.played and fresh):
        raise click.ClickException(_not_for_the_demo(engine, found))
    if found.invented and fresh:
        schema.downgrade(engine, "base")
        schema.upgrade(engine)
    with db.transaction(engine):
        # Asked again in one transaction with the demo: nobody began to work here in between.
        if demo.contents().is_empty:
            demo.load()


def fill_with_load(engine: Engine, opgaven: int, cards: int, random_seed: int) -> None:
    """Put a load in a database that is empty or holds one. Raises ClickException for any other."""
    with db.transaction(engine):
        # In one transaction with the load: nobody begins to work here in between.
        found = seed.contents()
        if found.real:
            raise click.ClickException(
                "Een meetlast komt alleen in een lege database, of bij een eerdere meetlast. "
                f"Hier staat {names(found.real)}. {OTHER_DATABASE}"
            )
        seed.load(seed.spread(cards, opgaven), random_seed)


OTHER_DATABASE = f"Kies een andere map met {config.PREFIX}INSTANCE of een andere {config.PREFIX}DATABASE_URL."


def _not_for_the_demo(engine: Engine, found: DatabaseContents) -> str:
    if not found.real:
        return (
            f"In deze demo maakte iemand zelf iets: {names(found.played)}. Dat gooit de demo niet weg. "
            f"Begin met een andere demo in een andere map ({config.PREFIX}INSTANCE), {_or_away(engine)}"
        )
    return (
        f"In deze database staat werk dat niet van de demo is: {names(found.real)}. De demo komt er niet bij, en "
        f"gooit er niets van weg. {OTHER_DATABASE} Verder werken waar je was: opgavebord serve."
    )


def _or_away(engine: Engine) -> str:
    if engine.dialect.name == "sqlite":
        return f"of haal {engine.url.database} zelf weg, met wat ernaast staat en eindigt op -wal en -shm."
    return "of maak deze database zelf leeg."


def names(several: Sequence[str], most: int = 3) -> str:
    """Some of these names, and how many more there are."""
    more = len(several) - most
    return ", ".join(several[:most]) + (f" en nog {more}" if more > 0 else "")


def at_address(settings: Settings, port: Port) -> Settings:
    """Links carry the address of the settings, or without one that on which we serve: never what a request says."""
    name = f"{config.PREFIX}BASE_URL"
    if not os.environ.get(name, "").strip():
        everywhere = port.address in {"0.0.0.0", "::"}  # noqa: S104  no address that anybody can open
        host = "127.0.0.1" if everywhere else f"[{port.address}]" if ":" in port.address else port.address
        os.environ[name] = f"http://{host}:{port.number}"  # for the workers
        settings = replace(settings, base_url=os.environ[name])
    instance.remember_address(settings.instance, settings.base_url)
    return settings


def with_authority(settings: Settings, engine: Engine, before: str = "") -> Settings:
    """Settings in which ids begin as they always did here; the first address that is served is kept for that.

    `before`: at which address a version that kept none was served last. Readers have the ids that it gave.
    """
    if settings.demo:
        return settings
    with db.opened(engine):
        kept = stored_authority()
    if kept is None:
        with db.transaction(engine):
            kept = keep_authority(settings.id_authority or before or settings.base_url)
    return replace(settings, id_authority=settings.id_authority or kept)


def speak_as_demo(port: int) -> None:
    """Settings of an organisation that does not exist; what is set already stays."""
    for name, value in {
        "DEMO": "1",
        "ORGANISATION": demo.ORGANISATION,
        "CONTACT_PHONE": demo.PHONE,
        "CONTACT_HOURS": demo.HOURS,
        "CONTACT_EMAIL": demo.EMAIL,
        "BASE_URL": f"http://127.0.0.1:{port}",
        **demo.STATEMENTS,
    }.items():
        os.environ.setdefault(config.PREFIX + name, value)
