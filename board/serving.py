"""Starting the server: for real, or with the demo in it."""

import gc
import os
import sys

import click
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from sqlalchemy import Engine

from board import config, db, demo, schema
from board.checks import together
from board.config import Settings
from board.house_style import house_style


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve until somebody stops it. The workers read the same settings from the environment."""
    house_style(settings)  # a wrong file ends the start here, with its sentence
    together.warm_up(settings.words)
    click.echo(f"Opgavebord staat klaar op http://{host}:{port}  (stoppen: Ctrl+C)")
    sys.stdout.flush()
    # What is loaded now never changes; kept out of the collector's way, the workers share its memory.
    gc.collect()
    gc.freeze()
    Granian(
        "board:create_app",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=1,  # more threads in one process only wait for each other
        factory=True,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()


def fill_with_demo(engine: Engine, fresh: bool) -> None:
    """Put the demo in an empty database. Raises ClickException when somebody works in it for real."""
    with db.opened(engine):
        state = demo.state()
    if state is demo.State.IN_USE:
        raise click.ClickException(
            "In deze database wordt al echt gewerkt, dus de demo komt er niet in. "
            f"Kies een andere map met {config.PREFIX}INSTANCE of een andere {config.PREFIX}DATABASE_URL."
        )
    if state is demo.State.DEMO and fresh:
        schema.downgrade(engine, "base")
        schema.upgrade(engine)
        state = demo.State.EMPTY
    if state is demo.State.EMPTY:
        with db.transaction(engine):
            demo.load()


def demo_settings(port: int) -> Settings:
    """The settings of an organisation that does not exist; what is set already stays."""
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
    return config.load()
