"""`opgavebord toegang`: docs/toegang.md, for who builds Opgavebord."""

import click

from board import config, create_app
from board.access_table import table


@click.command(hidden=True)
def toegang() -> None:
    """Print docs/toegang.md: every address, and who may come there. For who builds Opgavebord."""
    settings = config.load({"OPGAVEBORD_SECRET_KEY": "no request is ever answered here"})
    click.echo(table(create_app(settings)), nl=False)
