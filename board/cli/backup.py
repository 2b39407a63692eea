"""`opgavebord backup`: one file with all of this installation, while people work."""

from pathlib import Path

import click

from board.cli.settings import configured


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace an earlier backup of that name.")
def backup(file: Path, overwrite: bool) -> None:
    """Write database, secret key and mail into FILE, and check it. Works while the server runs."""
    from board import backup as backups
    from board import db

    settings = configured()
    engine = db.make_engine(settings.database_url)
    try:
        made = backups.make(settings, engine, file.absolute(), overwrite)
    finally:
        engine.dispose()
    size = max(round(file.stat().st_size / 1000), 1)
    click.echo(f"Bewaard en nagekeken: {file} ({size} kB, {made.kind}, versie {made.revision}).")
    click.echo("Bewaar het waar alleen jij erbij kunt: er staan namen, wachtwoorden (versleuteld) en de sleutel in.")
