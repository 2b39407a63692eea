"""`opgavebord person`: people who may sign in."""

import click

from board import db, demo, serving
from board.cli.database import database
from board.cli.settings import configured
from board.core import sign_ins
from board.core.people import OrgRole, Person, by_email


@click.group()
def person() -> None:
    """People who may sign in."""


@person.command("add")
@click.argument("email")
@click.option("--name", required=True, help="First and last name.")
@click.option("--role", type=click.Choice([role.value for role in OrgRole]), help="Role in the organisation.")
@click.option("--in-demo", is_flag=True, help="Also when the demo is in this database.")
def add_person(email: str, name: str, role: str | None, in_demo: bool) -> None:
    """Add a person, and print the link by which they choose a password."""
    settings = configured()
    with database(settings) as engine, db.transaction(engine) as session:
        if not (in_demo or settings.demo) and (found := demo.contents()).invented and not found.real:
            raise click.ClickException(
                f"In deze database staat de demo. {serving.OTHER_DATABASE} "
                "Hoort deze persoon toch bij de demo: --in-demo. De demo gooit dan niets meer weg."
            )
        if "@" not in email or by_email(email) is not None:
            raise click.ClickException(f"{email} is geen e-mailadres, of staat er al.")
        added = Person(email=email.strip().lower(), name=name, org_role=OrgRole(role) if role else None)
        session.add(added)
        session.flush()
        token = sign_ins.make_link(added, sign_ins.INVITATION_LASTS)
    click.echo(f"{name} staat erin. Kies een wachtwoord (een week geldig):")
    click.echo(f"{settings.base_url}/bord/wachtwoord/{token}")


@person.command("link")
@click.argument("email")
def new_link(email: str) -> None:
    """Print a new link to choose a password: for who lost it, or whose invitation ended. Older links stop working."""
    settings = configured()
    with database(settings) as engine, db.transaction(engine):
        found = by_email(email)
        if found is None:
            raise click.ClickException(f"{email} staat er niet in. Voeg toe met: opgavebord person add")
        name, token = found.name, sign_ins.make_link(found)
    click.echo(f"{name} kiest hiermee een nieuw wachtwoord (een uur geldig, werkt één keer):")
    click.echo(f"{settings.base_url}/bord/wachtwoord/{token}")
