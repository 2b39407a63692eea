"""`opgavebord toegang`: docs/toegang.md, for who builds Opgavebord."""

import click


@click.command(hidden=True)
def toegang() -> None:
    """Print docs/toegang.md: every address, and who may come there. For who builds Opgavebord."""
    from board import config
    from board.app import create_app
    from board.web.guard_table import table

    settings = config.load_settings({"OPGAVEBORD_SECRET_KEY": "no request is ever answered here"})
    click.echo(table(create_app(settings)), nl=False)
