"""A wrong setting ends a command with its sentence, not with a traceback."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from board.config import WrongSetting


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """A wrong setting ends the command with its sentence, not with a traceback."""

    @wraps(command)
    def careful(*args: Any, **values: Any) -> Any:
        try:
            return command(*args, **values)
        except WrongSetting as problem:
            raise click.ClickException(str(problem)) from None

    return careful
