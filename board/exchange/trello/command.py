"""`opgavebord import trello`: reads a file, plans, and writes unless it is a dry run."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
from sqlalchemy import Engine, select

from board import db
from board.core.opgaven import Opgave
from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.choices import UnknownChoice, choose, unknown_choice
from board.exchange.trello.mapping import ListMapping, guess
from board.exchange.trello.parsing import MAX_BYTES_OF_COMMAND, check_size
from board.exchange.trello.phrases import refusal
from board.exchange.trello.reading import read
from board.exchange.trello.refusals import NotATrelloBoard
from board.exchange.trello.report import as_json, as_text
from board.exchange.trello.writing import bring_in, plan_for
from board.setting_values import reason


def run(engine: Engine, file: Path, slug: str, choices: Sequence[str] = (), *, dry_run: bool, machine: bool) -> str:
    """What the command prints: a report in words, or JSON for a machine.

    `choices` say where lists go: “Besproken=gedaan”. Raises click.ClickException with a sentence when the file is no
    Trello board, or there is no such opgave, list or place; then nothing is written. What ends halfway goes on where
    it was when the command is given again.
    """
    board = _board(file, slug)
    mapping = _mapping(board, choices)
    with db.opened(engine):
        opgave = _opgave(slug)
        plan = plan_for(opgave, board, mapping) if dry_run else bring_in(opgave, board, mapping)
    if machine:
        return json.dumps(as_json(plan), ensure_ascii=False, indent=2)
    return as_text(board, mapping, plan, dry_run)


def _board(file: Path, slug: str) -> TrelloBoard:
    try:
        check_size(file.stat().st_size, MAX_BYTES_OF_COMMAND)
        return read(file.read_bytes(), MAX_BYTES_OF_COMMAND)
    except NotATrelloBoard as refused:
        raise click.ClickException(f"{file}: {refusal(refused, slug)}") from None
    except FileNotFoundError:
        raise click.ClickException(f"{file}: dit bestand is er niet.") from None
    except OSError as problem:
        raise click.ClickException(f"{file}: dit bestand is niet te lezen ({reason(problem)}).") from None


def _mapping(board: TrelloBoard, choices: Sequence[str]) -> ListMapping:
    try:
        return choose(board, guess(board), choices)
    except UnknownChoice as unknown:
        raise click.ClickException(unknown_choice(unknown)) from None


def _opgave(slug: str) -> Opgave:
    found = db.session.scalar(select(Opgave).where(Opgave.slug == slug))
    if found is None:
        raise click.ClickException(f"Er is geen opgave “{slug}”. Bekijk ze met: opgavebord opgaven")
    return found
