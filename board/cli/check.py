"""`opgavebord check`: lines of text, read by both checks."""

import sys

import click

from board.setting_values import word_lists


@click.command()
@click.option("--json", "machine", is_flag=True, help="One JSON object for each line.")
@click.option("--words", metavar="FOLDER", envvar="OPGAVEBORD_WORDS", help="Word lists of your own; see docs/taal.md.")
def check(machine: bool, words: str | None) -> None:
    """Check lines from standard input: doing or process, and personal data of citizens."""
    from board.checks import command as checks

    extra = word_lists("OPGAVEBORD_WORDS", words.strip()) if words and words.strip() else None
    for line in checks.run(sys.stdin.buffer, machine=machine, extra=extra):
        click.echo(line)
