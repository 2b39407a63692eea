"""`opgavebord person`: people who may sign in."""

import click

from board.cli.database import database
from board.cli.settings import configured
from board.core.people.name_parts import split
from board.core.people.names import LONGEST_NAME, Name
from board.invisible import single_line

ROLES = ("manager", "admin")  # the values of OrgRole, which only the database needs
LONGEST_ADDRESS = 254


@click.group()
def person() -> None:
    """People who may sign in."""


@person.command("add")
@click.argument("email")
@click.option("--first-name", default="", help="First name, as they want it.")
@click.option("--last-name", default="", help="Last name, with what belongs before it: van der Berg.")
@click.option("--name", default="", help="Both in one, as a list may have it; it is split with care.")
@click.option("--role", type=click.Choice(ROLES), help="Role in the organisation.")
@click.option("--in-demo", is_flag=True, help="Also when the demo is in this database.")
def add_person(email: str, first_name: str, last_name: str, name: str, role: str | None, in_demo: bool) -> None:
    """Add a person, and print the link by which they choose a password."""
    from board import db, demo
    from board.core.people import sign_ins
    from board.core.people.people import OrgRole, Person, by_email
    from board.server import start

    settings, called = configured(), _name(first_name, last_name, name)
    with database(settings) as engine, db.transaction(engine) as session:
        if not (in_demo or settings.demo) and (found := demo.contents()).invented and not found.real:
            raise click.ClickException(
                f"In deze database staat de demo. {start.OTHER_DATABASE} "
                "Hoort deze persoon toch bij de demo: --in-demo. De demo gooit dan niets meer weg."
            )
        email = single_line(email).lower()
        if "@" not in email or len(email) > LONGEST_ADDRESS or by_email(email) is not None:
            raise click.ClickException(f"{email} is geen e-mailadres, of staat er al.")
        added = Person(email=email, full_name=called, org_role=OrgRole(role) if role else None)
        session.add(added)
        session.flush()
        token = sign_ins.make_link(added, sign_ins.INVITATION_LASTS)
    click.echo(f"{called.whole} staat erin. Kies een wachtwoord (een week geldig):")
    click.echo(f"{settings.base_url}/bord/wachtwoord/{token}")


@person.command("name")
@click.argument("email")
@click.option("--first-name", default="", help="First name, as they want it.")
@click.option("--last-name", default="", help="Last name, with what belongs before it: van der Berg.")
def change_name(email: str, first_name: str, last_name: str) -> None:
    """Say what somebody's first and last name are."""
    from board import db
    from board.core.people.people import by_email

    settings, called = configured(), _name(first_name, last_name)
    with database(settings) as engine, db.transaction(engine):
        found = by_email(email)
        if found is None:
            raise click.ClickException(f"{email} staat er niet in.")
        found.full_name = called
    click.echo(f"{email} heet nu {called.whole}. Voornaam: {called.first or '–'}, achternaam: {called.last or '–'}.")


def _name(first: str, last: str, in_one: str = "") -> Name:
    """The name that was given, in its parts. Refuses what is empty, or too long to keep."""
    first, last, in_one = single_line(first), single_line(last), single_line(in_one)
    called = Name(first, last) if first or last else split(in_one)
    if not called.whole:
        raise click.ClickException("Geef een naam: --first-name en --last-name.")
    if len(called.first) > LONGEST_NAME or len(called.last) > LONGEST_NAME:
        raise click.ClickException(f"Houd voornaam en achternaam elk bij {LONGEST_NAME} tekens.")
    if called.in_doubt:
        click.echo(
            f"Voornaam: {called.first or '–'}, achternaam: {called.last or '–'}. Klopt dat niet? Zeg het in Beheer."
        )
    return called


@person.command("link")
@click.argument("email")
def new_link(email: str) -> None:
    """Print a new link to choose a password: for who lost it, or whose invitation ended. Older links stop working."""
    from board import db
    from board.core.people import sign_ins
    from board.core.people.people import by_email

    settings = configured()
    with database(settings) as engine, db.transaction(engine):
        found = by_email(email)
        if found is None:
            raise click.ClickException(f"{email} staat er niet in. Voeg toe met: opgavebord person add")
        name, token = found.name, sign_ins.make_link(found)
    click.echo(f"{name} kiest hiermee een nieuw wachtwoord (een uur geldig, werkt één keer):")
    click.echo(f"{settings.base_url}/bord/wachtwoord/{token}")
