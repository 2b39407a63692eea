"""`opgavebord opgaven`: the opgaven that there are."""

import json

import click

from board.cli.database import database
from board.cli.settings import configured


@click.command("opgaven")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_opgaven(as_json: bool) -> None:
    """List the opgaven: slug, title, visibility."""
    from sqlalchemy import select

    from board import db
    from board.core.opgaven.opgaven import Opgave

    with database(configured()) as engine, db.opened(engine) as session:
        found = session.scalars(select(Opgave).order_by(Opgave.slug)).all()
        rows = [{"slug": opgave.slug, "title": opgave.title, "visibility": opgave.visibility.value} for opgave in found]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            click.echo(f"{row['slug']}\t{row['title']}\t{row['visibility']}")
