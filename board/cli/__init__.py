"""The `opgavebord` command: each command is a module here."""

from importlib.metadata import version
from pathlib import Path

import click

from board.cli.backup import backup
from board.cli.check import check
from board.cli.demo import show_demo
from board.cli.export import export
from board.cli.group import Commands
from board.cli.import_ import bring_in
from board.cli.index import rebuild_index
from board.cli.migrate import migrate
from board.cli.opgaven import list_opgaven
from board.cli.person import person
from board.cli.restore import restore
from board.cli.seed import add_load
from board.cli.serve import serve
from board.cli.settings import read_file
from board.cli.toegang import toegang
from board.config import PREFIX

COMMANDS: tuple[click.Command, ...] = (
    serve,
    show_demo,
    migrate,
    backup,
    restore,
    rebuild_index,
    person,
    list_opgaven,
    check,
    bring_in,
    export,
    add_load,
    toegang,
)


@click.group(cls=Commands)
@click.version_option(version("opgavebord"), message="Opgavebord %(version)s")
@click.option(
    "--settings",
    type=click.Path(path_type=Path),
    envvar=f"{PREFIX}SETTINGS",
    metavar="FILE",
    help="Read settings from this file; what stands in the environment goes first.",
)
@click.option("--traceback", is_flag=True, help="When something goes wrong: also tell where in the code.")
def main(settings: Path | None, traceback: bool) -> None:  # noqa: ARG001  the group looks at it
    """Opgavebord: plan klein, laat zien wat inwoners merken."""
    if settings is not None:
        read_file(settings)


for command in COMMANDS:
    main.add_command(command)
