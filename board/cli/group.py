"""The one place through which each command runs: private files, and a sentence instead of a traceback."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from board.config import Settings
from board.instance import FOR_THE_OWNER

UMASK = "board.cli.umask"


@contextmanager
def for_everyone() -> Iterator[None]:
    """What is written here is meant for others, such as the web server: with the rights that this account gives."""
    private = os.umask(click.get_current_context().meta[UMASK])
    try:
        yield
    finally:
        os.umask(private)


class Commands(click.Group):
    """The commands of Opgavebord. Whatever goes wrong in one, known or not, ends it with a sentence and status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        ctx.meta[UMASK] = os.umask(FOR_THE_OWNER)
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as problem:
            piped_away = isinstance(problem, OSError) and problem.errno == errno.EPIPE
            if piped_away or ctx.params.get("traceback"):
                raise
            from board.cli.failures import failure_sentence

            settings = ctx.obj if isinstance(ctx.obj, Settings) else None
            raise click.ClickException(failure_sentence(problem, settings)) from None
        finally:
            os.umask(ctx.meta[UMASK])
