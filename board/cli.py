"""The `opgavebord` command."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Engine, select

from board import config, create_app, db, demo, schema, seed, serving
from board.access_table import table
from board.blocks import week_facts
from board.checks import command as checks
from board.config import Settings, WrongSetting
from board.core import sign_ins
from board.core.opgaven import Opgave
from board.core.people import OrgRole, Person, by_email
from board.core.search import index
from board.exchange.trello import command as trello
from board.public.site import pages as site
from board.setting_values import word_lists


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


@contextmanager
def database(settings: Settings) -> Iterator[Engine]:
    """The configured database, brought to the present, so that no command needs another one first."""
    engine = db.make_engine(settings.database_url)
    try:
        schema.upgrade(engine)
        _index_what_is_new(engine)
        _keep_the_weeks(engine)
        yield engine
    finally:
        engine.dispose()


def _index_what_is_new(engine: Engine) -> None:
    """A database from before the search, or with a load in it, is found through from the start."""
    with db.opened(engine) as session:
        behind = index.is_behind(session)
    if behind:
        with db.transaction(engine) as session:
            index.catch_up(session)


def _keep_the_weeks(engine: Engine) -> None:
    """How each opgave stood in the weeks that are over, so that the past stays what it was."""
    with db.opened(engine):
        behind = week_facts.is_behind()
    if behind:
        with db.transaction(engine):
            week_facts.keep()


@main.command()
@plainly
def migrate() -> None:
    """Bring the database to the present."""
    with database(config.load()):
        click.echo("De database is bij.")


@main.command("index")
@plainly
def rebuild_index() -> None:
    """Make the index of the search anew, from all there is."""
    with database(config.load()) as engine, db.transaction(engine) as session:
        click.echo(f"De zoekindex is opnieuw gemaakt, van {index.rebuild(session)} dingen.")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@plainly
def serve(host: str, port: int) -> None:
    """Serve the application; first the database is brought to the present."""
    settings = config.load()
    with database(settings) as engine, db.opened(engine):
        if not settings.demo and demo.found().invented:
            click.echo("Let op: in deze database staat de demo. De accounts van de demo werken nu niet.", err=True)
    serving.serve(settings, host, port)


@main.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--fresh", is_flag=True, help="Throw the demo away and begin again.")
@plainly
def show_demo(host: str, port: int, fresh: bool) -> None:
    """Serve an invented municipality to look around in."""
    settings = serving.demo_settings(port)
    with database(settings) as engine:
        serving.fill_with_demo(engine, fresh)
    serving.serve(settings, host, port)


@main.command("seed")
@click.option("--opgaven", type=click.IntRange(1), default=10, show_default=True, help="How many opgaven.")
@click.option(
    "--cards",
    type=click.IntRange(0),
    default=2000,
    show_default=True,
    help="How many cards in total; each opgave gets an equal share.",
)
@click.option("--random-seed", default=1, show_default=True, help="The same seed gives the same texts.")
@plainly
def add_load(opgaven: int, cards: int, random_seed: int) -> None:
    """Add invented opgaven and cards, to measure with. Only in a database that is empty or holds such a load."""
    with database(config.load()) as engine:
        serving.fill_with_load(engine, opgaven, cards, random_seed)
    click.echo(f"Toegevoegd: {opgaven} opgaven met samen {cards} kaarten. Wie meet: {seed.MEASURER}")


@main.command("opgaven")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@plainly
def list_opgaven(as_json: bool) -> None:
    """List the opgaven: slug, title, visibility."""
    with database(config.load()) as engine, db.opened(engine) as session:
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
@click.option("--in-demo", is_flag=True, help="Also when the demo is in this database.")
@plainly
def add_person(email: str, name: str, role: str | None, in_demo: bool) -> None:
    """Add a person, and print the link by which they choose a password."""
    settings = config.load()
    with database(settings) as engine, db.transaction(engine) as session:
        if not (in_demo or settings.demo) and (found := demo.found()).invented and not found.real:
            raise click.ClickException(
                f"In deze database staat de demo. {serving.OTHER_DATABASE} "
                "Hoort deze persoon toch bij de demo: --in-demo. De demo gooit dan niets meer weg."
            )
        if "@" not in email or by_email(email) is not None:
            raise click.ClickException(f"{email} is geen e-mailadres, of staat er al.")
        added = Person(email=email.strip().lower(), name=name, org_role=OrgRole(role) if role else None)
        session.add(added)
        session.flush()
        token = sign_ins.make_link(added)
    click.echo(f"{name} staat erin. Kies een wachtwoord (een uur geldig):")
    click.echo(f"{settings.base_url}/bord/wachtwoord/{token}")


@main.group("import")
def bring_in() -> None:
    """Work from elsewhere."""


@bring_in.command("trello")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--opgave", "slug", required=True, help="Where the cards come; see: opgavebord opgaven.")
@click.option("--dry-run", is_flag=True, help="Only tell what would come in, and what would be lost.")
@click.option("--json", "machine", is_flag=True, help="As JSON.")
@plainly
def import_trello(file: Path, slug: str, dry_run: bool, machine: bool) -> None:
    """Make cards of a Trello board: FILE is what Trello exports as JSON."""
    with database(config.load()) as engine:
        click.echo(trello.run(engine, file, slug, dry_run=dry_run, machine=machine))


@main.group()
def export() -> None:
    """What citizens read, to put elsewhere."""


@export.command("site")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--verbose", is_flag=True, help="Name each file that changed.")
@plainly
def export_site(folder: Path, verbose: bool) -> None:
    """Write all public pages as plain files into DIR, for any web server; a next run changes only what changed."""
    settings = config.load(compress=False)
    with database(settings):
        try:
            report = site.export(create_app(settings), folder)
        except (site.NotOurFolder, OSError) as problem:
            raise click.ClickException(str(problem)) from None
    for line in site.told(report, verbose):
        click.echo(line)
    if broken := site.broken(report):
        raise click.ClickException(broken)


@main.command()
@click.option("--json", "machine", is_flag=True, help="One JSON object for each line.")
@click.option("--words", metavar="FOLDER", envvar="OPGAVEBORD_WORDS", help="Word lists of your own; see docs/taal.md.")
@plainly
def check(machine: bool, words: str | None) -> None:
    """Check lines from standard input: doing or process, and personal data of citizens."""
    extra = word_lists("OPGAVEBORD_WORDS", words.strip()) if words and words.strip() else None
    for line in checks.run(sys.stdin.buffer, machine=machine, extra=extra):
        click.echo(line)


@main.command(hidden=True)
def toegang() -> None:
    """Print docs/toegang.md: every address, and who may come there. For who builds Opgavebord."""
    click.echo(table(create_app(config.load({"OPGAVEBORD_SECRET_KEY": "no request is answered"}))), nl=False)
