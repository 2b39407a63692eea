"""`opgavebord export`: what citizens read, to put elsewhere."""

from pathlib import Path

import click

from board.cli.database import database
from board.cli.group import for_everyone
from board.cli.settings import configured


@click.group()
def export() -> None:
    """What citizens read, to put elsewhere."""


@export.command("site")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--verbose", is_flag=True, help="Name each file that changed.")
def export_site(folder: Path, verbose: bool) -> None:
    """Write all public pages as plain files into DIR, for any web server; a next run changes only what changed."""
    from board.app import create_app
    from board.public.site import pages as site
    from board.server import start

    settings = configured(compress=False)
    with database(settings) as engine:
        settings = start.with_authority(settings, engine)
        try:
            with for_everyone():
                report = site.export(create_app(settings), folder)
        except site.NotOurFolder as problem:
            raise click.ClickException(str(problem)) from None
    for line in site.report_lines(report, verbose):
        click.echo(line)
    if broken := site.broken_message(report):
        raise click.ClickException(broken)
