"""The `opgavebord` command."""

import json
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from sqlalchemy import select

from board import config, db, schema
from board.config import Settings, WrongSetting
from board.core import sign_ins
from board.core.opgaven import Opgave
from board.core.people import OrgRole, Person, by_email


@click.group()
def main() -> None:
    """Opgavebord: plan klein, laat zien wat inwoners merken."""


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """A wrong setting ends the command with its sentence, not with a traceback."""

    @wraps(command)
    def careful(*args: Any, **values: Any) -> Any:
        try:
            return command(*args, **values)
        except WrongSetting as problem:
            raise click.ClickException(str(problem)) from None

    return careful


@main.command()
@plainly
def migrate() -> None:
    """Bring the database to the present."""
    schema.upgrade(db.make_engine(config.load().database_url))
    click.echo("De database is bij.")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@plainly
def serve(host: str, port: int) -> None:
    """Serve the application; first the database is brought to the present."""
    settings = config.load()
    schema.upgrade(db.make_engine(settings.database_url))
    _serve(settings, host, port)


@main.command("opgaven")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@plainly
def list_opgaven(as_json: bool) -> None:
    """List the opgaven: slug, title, visibility."""
    with db.opened(db.make_engine(config.load().database_url)) as session:
        found = session.scalars(select(Opgave).order_by(Opgave.slug)).all()
        rows = [{"slug": one.slug, "title": one.title, "visibility": one.visibility.value} for one in found]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            click.echo(f"{row['slug']}\t{row['title']}\t{row['visibility']}")


@main.group()
def person() -> None:
    """People who may sign in."""


@person.command("add")
@click.argument("email")
@click.option("--name", required=True, help="First and last name.")
@click.option("--role", type=click.Choice([role.value for role in OrgRole]), help="Role in the organisation.")
@plainly
def add_person(email: str, name: str, role: str | None) -> None:
    """Add a person, and print the link by which they choose a password."""
    settings = config.load()
    with db.transaction(db.make_engine(settings.database_url)) as session:
        if "@" not in email or by_email(email) is not None:
            raise click.ClickException(f"{email} is geen e-mailadres, of staat er al.")
        added = Person(email=email.strip().lower(), name=name, org_role=OrgRole(role) if role else None)
        session.add(added)
        session.flush()
        token = sign_ins.make_link(added)
    click.echo(f"{name} staat erin. Kies een wachtwoord (een uur geldig):")
    click.echo(f"{settings.base_url}/bord/wachtwoord/{token}")


def _serve(settings: Settings, host: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    click.echo(f"Opgavebord staat klaar op http://{host}:{port}  (stoppen: Ctrl+C)")
    sys.stdout.flush()
    Granian(
        "board:create_app",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=1,
        factory=True,
        websockets=False,
        log_level="warning",
    ).serve()
