"""`opgavebord demo`: the invented municipality."""

import click

from board.cli.database import database
from board.cli.serve import HOST, PORT
from board.cli.settings import configured


@click.command("demo")
@HOST
@PORT
@click.option("--fresh", is_flag=True, help="Throw the demo away and begin again.")
def show_demo(host: str, port: int, fresh: bool) -> None:
    """Serve an invented municipality to look around in."""
    from board import backup
    from board.db import schema
    from board.server import port as ports
    from board.server import start

    start.speak_as_demo(port)
    settings = configured()
    with ports.claim(host, port) as claimed, backup.serving(settings):
        with database(settings) as engine, schema.alone(engine):
            start.fill_with_demo(engine, fresh)
        start.serve(settings, claimed)
