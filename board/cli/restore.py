"""`opgavebord restore`: puts a backup back."""

from pathlib import Path

import click

from board.cli.settings import configured


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Also where work is already; that is put aside, not thrown away.")
def restore(file: Path, replace: bool) -> None:
    """Put back what “opgavebord backup” wrote into FILE. Stop the server first."""
    from board import backup as backups
    from board import db

    settings = configured()
    engine = db.make_engine(settings.database_url)
    try:
        told = backups.restore(settings, engine, file.absolute(), replace)
    finally:
        engine.dispose()
    for line in told:
        click.echo(line)
    click.echo("Start weer met: opgavebord serve")
