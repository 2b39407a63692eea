"""`opgavebord import`: work from elsewhere."""

from pathlib import Path

import click

from board.cli.database import database
from board.cli.settings import configured


@click.group("import")
def bring_in() -> None:
    """Work from elsewhere."""


@bring_in.command("trello")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--opgave", "slug", required=True, help="Where the cards come; see: opgavebord opgaven.")
@click.option(
    "--list",
    "choices",
    multiple=True,
    metavar="NAME=PLACE",
    help='Where a list of Trello goes, such as --list "Besproken=gedaan". Give it again for another list.',
)
@click.option("--also-here", is_flag=True, help="Also when cards of this board stand in another opgave already.")
@click.option("--dry-run", is_flag=True, help="Only tell what would come in, and what would be lost.")
@click.option("--json", "machine", is_flag=True, help="As JSON.")
def import_trello(
    file: Path, slug: str, choices: tuple[str, ...], also_here: bool, dry_run: bool, machine: bool
) -> None:
    """Make cards of a Trello board: FILE is what Trello exports as JSON.

    A later export of the same board updates: what only changed there comes over, what changed here too is listed and
    stays. Choose about that on the page.
    """
    from board.exchange.trello import command as trello

    options = {"dry_run": dry_run, "machine": machine, "also_here": also_here}
    with database(configured()) as engine:
        click.echo(trello.run(engine, file, slug, choices, **options))
