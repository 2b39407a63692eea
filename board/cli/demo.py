"""`opgavebord demo`: the invented municipality."""

import click

from board import serving
from board.cli.database import database
from board.cli.plainly import plainly


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--fresh", is_flag=True, help="Throw the demo away and begin again.")
@plainly
def show_demo(host: str, port: int, fresh: bool) -> None:
    """Serve an invented municipality to look around in."""
    settings = serving.demo_settings(port)
    with database(settings) as engine:
        serving.fill_with_demo(engine, fresh)
    serving.serve(settings, host, port)
