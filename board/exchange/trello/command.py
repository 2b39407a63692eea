"""`opgavebord import trello`: reads a file, plans, and writes unless it is a dry run."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
from sqlalchemy import Engine, select

from board import db
from board.core.opgaven.opgaven import Opgave
from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.choices import UnknownChoice, choose, unknown_choice
from board.exchange.trello.coming import coming, former
from board.exchange.trello.elsewhere import other_opgaven
from board.exchange.trello.mapping import ListMapping, guess
from board.exchange.trello.parsing import MAX_BYTES_OF_COMMAND, check_size
from board.exchange.trello.phrases import refusal
from board.exchange.trello.printed import as_json, as_text
from board.exchange.trello.reading import read
from board.exchange.trello.refusals import NotATrelloBoard
from board.exchange.trello.updating import SOURCE
from board.exchange.trello.writing import bring
from board.setting_values import reason


def run(  # noqa: PLR0913  as many as the command has options
    engine: Engine,
    file: Path,
    slug: str,
    choices: Sequence[str] = (),
    *,
    dry_run: bool,
    machine: bool,
    also_here: bool = False,
) -> str:
    """What the command prints: a report in words, or JSON for a machine.

    `choices` say where lists go: “Besproken=gedaan”. Raises click.ClickException with a sentence when the file is no
    Trello board, or there is no such opgave, list or place; then nothing is written. What ends halfway goes on where
    it was when the command is given again. Of cards that are here it takes over what only changed over there, and
    lists the rest.
    """
    board = _board(file, slug)
    with db.opened(engine):
        opgave = _opgave(slug)
        where = _where_else(opgave, board)
        if where and not also_here and not dry_run:
            raise click.ClickException(f"{where} Wil je deze kaarten ook hier? Zet erbij: --also-here")
        found = coming(opgave, board, _mapping(opgave, board, choices))
        if not dry_run:
            bring(opgave, found)
    if machine:
        return json.dumps(as_json(found.plan, found), ensure_ascii=False, indent=2)
    text = as_text(board, found.mapping, found.plan, dry_run, found)
    return "\n".join([text, where]) if where else text


def _where_else(opgave: Opgave, board: TrelloBoard) -> str:
    """Where cards of this board stand already, when it never came here before."""
    if former(opgave, board) is not None:
        return ""
    found = other_opgaven(opgave, board, SOURCE)
    names = ", ".join(
        f"“{each.title}” ({each.slug}, {cards} kaart{'en' if cards > 1 else ''})" for each, cards in found
    )
    return f"Kaarten van dit bord staan al bij: {names}." if found else ""


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


def _mapping(opgave: Opgave, board: TrelloBoard, choices: Sequence[str]) -> ListMapping:
    """What was chosen now, else the former time, else what fits."""
    before = former(opgave, board)
    try:
        return choose(board, guess(board).with_json(before.choices) if before else guess(board), choices)
    except UnknownChoice as unknown:
        raise click.ClickException(unknown_choice(unknown)) from None


def _opgave(slug: str) -> Opgave:
    found = db.session.scalar(select(Opgave).where(Opgave.slug == slug))
    if found is None:
        raise click.ClickException(f"Er is geen opgave “{slug}”. Bekijk ze met: opgavebord opgaven")
    return found
