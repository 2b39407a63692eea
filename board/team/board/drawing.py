"""The board drawn once: as long as nothing on it changes, the same drawing is shown again."""

from dataclasses import dataclass
from datetime import date

from flask import render_template, request
from markupsafe import Markup

from board.blocks import MARK_COLUMNS
from board.core.opgaven.opgaven import Opgave, team
from board.core.opgaven.worries import worry_of
from board.core.people.names import short_names
from board.core.record.weeks import Week
from board.core.reports.board_rows import Filters, board_rows, choices
from board.core.reports.stack import stack
from board.team.board.lens import columns
from board.web.cache import shelf
from board.web.guards import LEADS, TEAM, WORRIERS, may


@dataclass(frozen=True)
class View:
    """What somebody asks to see: one opgave through one lens and a filter, on one day."""

    opgave: Opgave
    lens: str
    filters: Filters
    mine: bool
    on: date


@dataclass(frozen=True)
class Drawn:
    """The parts of a board that are the same for everyone with the same rights, and how many cards are on it."""

    head: Markup
    bar: Markup
    columns: Markup
    cards: int


def drawn(view: View) -> Drawn:
    """The board as HTML: from before when nothing changed, else drawn now."""
    boards = shelf("boards", rights=(may(*TEAM), may(*WORRIERS), may(*LEADS)))
    what = (view.opgave.id, view.lens, view.filters, view.mine)
    # The version counts each change on the board, names and faces too.
    known: Drawn | None = boards.get(what, view.opgave.version)
    if known is not None:
        return known
    fresh = _draw(view)
    if request.method == "GET":
        # A POST may yet be rolled back, and its version would then come again with something else in it.
        boards.put(what, view.opgave.version, fresh)
    return fresh


def _draw(view: View) -> Drawn:
    week, people = Week.of(view.on), team(view.opgave)
    names = [member.person.full_name for member in people]
    rows = board_rows(view.opgave, view.filters, week, MARK_COLUMNS, names)
    context = {
        "opgave": view.opgave,
        "lens": view.lens,
        "filters": view.filters,
        "mine": view.mine,
        "this_week": week,
        "weeks": [week.plus(step) for step in range(2, -9, -1)],
        "worry": worry_of(view.opgave),
        "pile": stack(view.opgave),
        "people": [(member.person_id, name) for member, name in zip(people, short_names(names), strict=True)],
        "choices": choices(view.opgave),
        "columns": columns(view.lens, view.opgave, rows, view.on),
    }
    head, bar, board = (
        Markup(render_template(f"team/board/_{part}.html", **context))  # noqa: S704
        for part in ("head", "bar", "columns")
    )
    return Drawn(head, bar, board, cards=len(rows))
