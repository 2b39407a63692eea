"""The same board rendered from memory at every request: no database, no sign-in, no card drawn before."""

from dataclasses import replace
from typing import Any

from flask import Flask, current_app, g, render_template, template_rendered
from markupsafe import Markup

from board import db
from board.core.people.people import Role
from board.core.record.weeks import Week
from board.core.reports.board_rows import CardRow, Filters, board_rows
from board.team.board import lens
from board.team.board.drawing import Drawn
from board.web import guards
from board.web.cache import room
from tests.bench.measure import Ask, Scene, ask, reader
from tests.bench.scenes import Scenes, board_path

PATH = "/bord/uit-het-geheugen"
OURS = "team/board/board.html"
PARTS = {part: f"team/board/_{part}.html" for part in ("head", "bar", "columns")}
# Flask gives these to each request anew.
OF_THE_REQUEST = {"g", "request", "session"}


def add_reference(app: Flask) -> "Remembered":
    """Give this app a page that shows a board it remembers. Do it before its first request."""
    remembered = Remembered()
    app.add_url_rule(PATH, view_func=remembered.show)
    return remembered


class Remembered:
    """A board as it was at one moment, with its cards as rows."""

    guard = guards.Guard(public=True)

    def __init__(self) -> None:
        self.seen: dict[str, dict[str, Any]] = {}
        self.rows: list[CardRow] = []

    def look(self, app: Flask, scenes: Scenes, slug: str) -> None:
        """Remember what the real board shows now."""

        def keep(_app: Flask, template: Any, context: dict[str, Any], **_rest: object) -> None:
            self.seen[template.name] = {name: value for name, value in context.items() if name not in OF_THE_REQUEST}
            if template.name == OURS:
                self.rows = board_rows(context["opgave"], Filters(), Week.now())
                db.session.expunge_all()  # so that it still says the same when the request is over

        room(app, "boards").clear()
        with template_rendered.connected_to(keep, app):
            ask(scenes.measurer, Ask(board_path(slug)))

    def show(self) -> str:
        g.roles = frozenset({Role.MEMBER})
        parts = {part: Markup(render_template(name, **self._given(name))) for part, name in PARTS.items()}  # noqa: S704
        drawn = Drawn(parts["head"], parts["bar"], parts["columns"], cards=len(self.rows))
        return render_template(OURS, **{**self.seen[OURS], "drawn": drawn})

    def _given(self, template: str) -> dict[str, Any]:
        given = self.seen[template]
        return {**given, "columns": self._drawn()} if "columns" in given else given

    def _drawn(self) -> list[lens.Column]:
        room(current_app, "cards").clear()
        painter = lens.painter(lens.BLOCKS_LENS, self.seen[OURS]["opgave"], Week.now())
        columns: list[lens.Column] = []
        for column in self.seen[PARTS["columns"]]["columns"]:
            cards = [painter.draw(row) for row in self.rows if row.block == column.block.key]
            columns.append(replace(column, bands=[replace(column.bands[0], cards=cards)]))
        return columns

    def scene(self, app: Flask) -> Scene:
        return Scene("bord, uit het geheugen (flask-jinja)", len(self.rows), reader(app), lambda: Ask(PATH))
