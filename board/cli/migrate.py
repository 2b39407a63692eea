"""`opgavebord migrate`: the tables of this version."""

import click

from board import config
from board.cli.database import database
from board.cli.plainly import plainly


@click.command()
@plainly
def migrate() -> None:
    """Bring the database to the present."""
    with database(config.load()):
        click.echo("De database is bij.")
