"""The board drawn once: as long as nothing on it changes, the same drawing is shown again."""

from dataclasses import dataclass
from datetime import date

from flask import current_app, render_template, request
from flask_babel import get_locale
from jinja2.utils import LRUCache
from markupsafe import Markup

from board.blocks import MARK_COLUMNS
from board.core.opgaven.opgaven import Opgave, team
from board.core.opgaven.worries import worry_of
from board.core.people.names import short_names
from board.core.record.weeks import Week
from board.core.reports.board_rows import Filters, board_rows, choices
from board.core.reports.stack import stack
from board.team.board.lens import columns
from board.web.guards import LEADS, TEAM, WORRIERS, may


@dataclass(frozen=True)
class View:
    """What somebody asks to see: one opgave through one lens and a filter, on one day."""

    opgave: Opgave
    lens: str
    filters: Filters
    mine: bool
    on: date

    @property
    def key(self) -> tuple[object, ...]:
        """Everything the drawing depends on. The version counts each change on the board, names and faces too."""
        what = (self.opgave.id, self.opgave.version, self.lens, self.filters, self.mine, self.on)
        return (*what, may(*TEAM), may(*WORRIERS), may(*LEADS), str(get_locale()))


@dataclass(frozen=True)
class Drawn:
    """The parts of a board that are the same for everyone with the same rights, and how many cards are on it."""

    head: Markup
    bar: Markup
    columns: Markup
    cards: int


BOARDS_KEPT = 48  # per process, of some hundred kilobytes each; what is lost is only drawn again


def drawn(view: View) -> Drawn:
    """The board as HTML: from before when nothing changed, else drawn now."""
    kept: LRUCache = current_app.extensions.setdefault("drawn_boards", LRUCache(BOARDS_KEPT))
    known: Drawn | None = kept.get(view.key)
    if known is not None:
        return known
    fresh = _draw(view)
    if request.method == "GET":
        # A POST may yet be rolled back, and its version would then come again with something else in it.
        kept[view.key] = fresh
    return fresh


def _draw(view: View) -> Drawn:
    week, people = Week.of(view.on), team(view.opgave)
    names = [one.person.full_name for one in people]
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
        "people": [(one.person_id, name) for one, name in zip(people, short_names(names), strict=True)],
        "choices": choices(view.opgave),
        "columns": columns(view.lens, view.opgave, rows, view.on),
    }
    head, bar, board = (
        Markup(render_template(f"team/board/_{part}.html", **context))  # noqa: S704
        for part in ("head", "bar", "columns")
    )
    return Drawn(head, bar, board, cards=len(rows))
