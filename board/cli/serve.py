"""`opgavebord serve`: the server for real work."""

import click

from board import config, db, demo, serving
from board.cli.database import database
from board.cli.plainly import plainly


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@plainly
def serve(host: str, port: int) -> None:
    """Serve the application; first the database is brought to the present."""
    settings = config.load()
    with database(settings) as engine, db.opened(engine):
        if not settings.demo and demo.found().invented:
            click.echo("Let op: in deze database staat de demo. De accounts van de demo werken nu niet.", err=True)
    serving.serve(settings, host, port)
