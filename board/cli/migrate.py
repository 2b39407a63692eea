"""`opgavebord migrate`: the tables of this version."""

import click

from board.cli.database import database
from board.cli.settings import configured


@click.command()
def migrate() -> None:
    """Bring the database to the present."""
    with database(configured()):
        click.echo("De database is bij.")
