"""`opgavebord import trello`: reads a file, plans, and writes unless it is a dry run."""

import json
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click
from flask_babel import gettext as _
from sqlalchemy import Engine, select

from board import db
from board.core.opgaven.opgaven import Opgave
from board.exchange.trello.labels import BLOCK_TARGETS, LOST, refusal, why
from board.exchange.trello.plan.lists import AWAY, AWAY_TARGETS, ListMapping, Target, fold, guess
from board.exchange.trello.plan.losses import Loss
from board.exchange.trello.plan.plan import Plan
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.read.export import MAX_BYTES_OF_COMMAND, check_size, read_export
from board.exchange.trello.read.files import NotATrelloBoard
from board.exchange.trello.report import as_text, fields_left
from board.exchange.trello.write.proposal import Proposal, other_opgaven, previous_import, propose
from board.exchange.trello.write.updating import SOURCE
from board.exchange.trello.write.writing import write_all
from board.setting_values import reason

NAMED_SHOWN = 30
# The words that people use for a place, beside the one that the program uses itself.
PLACES: dict[str, Target] = {
    "ideeen": Target.IDEA,
    "te doen": Target.PLANNED,
    "klaar": Target.DONE,
    "afgerond": Target.DONE,
    "done": Target.DONE,
    "doing": Target.DOING,
    "to do": Target.PLANNED,
    "gearchiveerd": Target.ARCHIVE,
    "niet": Target.SKIP,
    "weg": Target.SKIP,
    "komt niet mee": Target.SKIP,
    "overslaan": Target.SKIP,
}
# As the help and the refusal name them.
OFFERED = (
    *("idee", "gepland", "bezig", "gedaan", "archief", "gestopt"),
    *("waarom", "inwoner", "klein", "leiderschap", "talenten", "overslaan"),
)


class UnknownChoice(Exception):
    """What was typed names no list, or no place. `lists` are the names that the board has."""

    def __init__(self, written: str, name: str = "", place: str = "", lists: Sequence[str] | None = None) -> None:
        super().__init__(written)
        self.written, self.name, self.place, self.lists = written, name, place, lists


def choose_lists(board: TrelloBoard, mapping: ListMapping, choices: Sequence[str]) -> ListMapping:
    """The mapping with these choices: “NAME=PLACE” each. A name that several lists have is of all of them.

    Raises UnknownChoice, and then nothing of it counts.
    """
    for written in choices:
        name, equals, place = written.rpartition("=")
        target = _place(place)
        if not equals or target is None:
            raise UnknownChoice(written, name, place if equals else "")
        found = [column.id for column in board.lists if _is_called(column.name, name)]
        if _is_called(AWAY, name) and AWAY in mapping.targets and target in AWAY_TARGETS:
            found.append(AWAY)
        if not found:
            raise UnknownChoice(written, name, lists=[column.name for column in board.lists])
        for list_id in found:
            mapping = mapping.changed(list_id, target)
    return mapping


def _is_called(name: str, written: str) -> bool:
    """Without capitals, accents and pictures; a name of pictures alone is compared as it is."""
    return fold(name) == fold(written) if fold(name) else name.strip() == written.strip()


def _place(written: str) -> Target | None:
    wanted = fold(written)
    named = {target.value: target for target in Target} | PLACES
    # “1 Waarom”, “waarom”, and what the page says of it.
    named |= {fold(str(words)): target for target, words in BLOCK_TARGETS.items()}
    named |= {fold(str(words)).partition(" ")[2]: target for target, words in BLOCK_TARGETS.items()}
    return named.get(wanted)


def unknown_choice(unknown: UnknownChoice) -> str:
    """What to type instead."""
    if unknown.lists is not None:
        names = ", ".join(f"“{name}”" for name in unknown.lists[:NAMED_SHOWN] if name)
        close = get_close_matches(unknown.name, unknown.lists, 1)
        asked = _(" Bedoel je “%(name)s”?", name=close[0]) if close else ""
        return (
            _("Er is geen lijst “%(name)s” op dit bord.", name=unknown.name)
            + asked
            + " "
            + _("De lijsten heten: %(names)s.", names=names)
        )
    offered = ", ".join(OFFERED)
    if unknown.place:
        return _("“%(place)s” kennen we niet. Een lijst kan worden: %(offered)s.", place=unknown.place, offered=offered)
    return _(
        "Bij “%(written)s” staat niet waar de lijst heen gaat. Schrijf het zo, met aanhalingstekens: "
        '--list "Besproken=gedaan". Een lijst kan worden: %(offered)s.',
        written=unknown.written,
        offered=offered,
    )


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
        found = propose(opgave, board, _mapping(opgave, board, choices))
        if not dry_run:
            write_all(opgave, found)
    if machine:
        return json.dumps(as_json(found.plan, found), ensure_ascii=False, indent=2)
    text = as_text(board, found.mapping, found.plan, dry_run, found)
    return "\n".join([text, where]) if where else text


def _where_else(opgave: Opgave, board: TrelloBoard) -> str:
    """Where cards of this board stand already, when it never came here before."""
    if previous_import(opgave, board) is not None:
        return ""
    found = other_opgaven(opgave, board, SOURCE)
    names = ", ".join(
        f"“{each.title}” ({each.slug}, {cards} kaart{'en' if cards > 1 else ''})" for each, cards in found
    )
    return f"Kaarten van dit bord staan al bij: {names}." if found else ""


def _board(file: Path, slug: str) -> TrelloBoard:
    try:
        check_size(file.stat().st_size, MAX_BYTES_OF_COMMAND)
        return read_export(file.read_bytes(), MAX_BYTES_OF_COMMAND)
    except NotATrelloBoard as refused:
        raise click.ClickException(f"{file}: {refusal(refused, slug)}") from None
    except FileNotFoundError:
        raise click.ClickException(f"{file}: dit bestand is er niet.") from None
    except OSError as problem:
        raise click.ClickException(f"{file}: dit bestand is niet te lezen ({reason(problem)}).") from None


def _mapping(opgave: Opgave, board: TrelloBoard, choices: Sequence[str]) -> ListMapping:
    """What was chosen now, else the former time, else what fits."""
    before = previous_import(opgave, board)
    try:
        return choose_lists(board, guess(board).with_json(before.choices) if before else guess(board), choices)
    except UnknownChoice as unknown:
        raise click.ClickException(unknown_choice(unknown)) from None


def _opgave(slug: str) -> Opgave:
    found = db.session.scalar(select(Opgave).where(Opgave.slug == slug))
    if found is None:
        raise click.ClickException(f"Er is geen opgave “{slug}”. Bekijk ze met: opgavebord opgaven")
    return found


def as_json(plan: Plan, found: Proposal | None = None) -> dict[str, object]:
    """What `opgavebord import trello --json` prints. The keys and `…_key` stay; the words may change."""
    updates = found.updates if found else ()
    return {
        "cards": plan.counts.cards,
        "created": plan.counts.created,
        "skipped": plan.counts.skipped,
        "updated": sum(bool(update.taken) for update in updates),
        "renamed_lists": [each._asdict() for each in found.renamed_lists] if found else [],
        "left": [{"card": title, "fields": fields} for title, fields in fields_left(updates)],
        "lost": [_loss_as_json(each) for each in plan.lost],
    }


def _loss_as_json(loss: Loss) -> dict[str, object]:
    return {
        "what": str(LOST[loss.what]),
        "what_key": loss.what,
        "count": loss.count,
        "why": why(loss.what, loss.why),
        "why_key": loss.why.value,
        "examples": list(loss.examples),
    }
