"""`opgavebord index`: the index of the search, anew."""

import click

from board.cli.database import database
from board.cli.settings import configured


@click.command("index")
def rebuild_index() -> None:
    """Make the index of the search anew, from all there is."""
    from board import db
    from board.core.search import index

    with database(configured()) as engine, db.opened(engine):
        click.echo(f"De zoekindex is opnieuw gemaakt, van {index.rebuild()} dingen.")
