"""The `opgavebord` command: each command is a module here."""

import click

from board.cli.check import check
from board.cli.demo import show_demo
from board.cli.export import export
from board.cli.import_ import bring_in
from board.cli.index import rebuild_index
from board.cli.migrate import migrate
from board.cli.opgaven import list_opgaven
from board.cli.person import person
from board.cli.seed import add_load
from board.cli.serve import serve
from board.cli.toegang import toegang

COMMANDS: tuple[click.Command, ...] = (
    serve,
    show_demo,
    migrate,
    rebuild_index,
    person,
    list_opgaven,
    check,
    bring_in,
    export,
    add_load,
    toegang,
)


@click.group()
def main() -> None:
    """Opgavebord: plan klein, laat zien wat inwoners merken."""


for command in COMMANDS:
    main.add_command(command)
