"""The review to take along, as tables: the matrix, and what stands behind one cell. With the rights of the page."""

from collections.abc import Iterator

from flask import Response, abort, current_app, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from board.blocks.answers import Item, Progress
from board.blocks.contract import Block
from board.blocks.weekly import last_weeks, week_by_week
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.managers.review.matrix import BY_SLUG, MatrixRow, ReviewFilter, matrix
from board.managers.review.routes.review import bp
from board.web.guards import READERS, allow, me, signed_in
from board.web.labels import HEALTHS
from board.web.spreadsheets import download


@bp.get("/voortgang.csv", endpoint="matrix_file")
@signed_in()
def download_matrix() -> Response:
    """What the page shows, a row for each opgave and block, with the same filters in the address."""
    weeks = last_weeks(Week.now())
    head = [_("Opgave"), _("Bouwsteen"), _("Hoe het staat"), _("Het feit"), *weeks, _("Wat erachter zit")]
    rows = [line for row in matrix(me(), ReviewFilter.of(request.args)) for line in _told(row)]
    return download(f"voortgang-{weeks[-1]}", [head, *rows])


@bp.get("/voortgang/<slug>/<block>.csv", endpoint="evidence_file")
@allow(*READERS)
def download_evidence(opgave: Opgave, block: str) -> Response:
    """The things behind one cell."""
    chosen = _known(block)
    head = [_("Opgave"), _("Bouwsteen"), _("Wat"), _("Woorden"), _("Dag"), _("Week"), _("Wacht nog"), _("Adres")]
    items = chosen.review.evidence(opgave, last_weeks(Week.now())[0].monday)
    rows = [[opgave.title, chosen.title, *_item(item)] for item in items]
    return download(f"{opgave.slug}-{block}", [head, *rows])


@bp.get("/voortgang/<slug>/weken/<block>.csv", endpoint="weeks_file")
@allow(*READERS)
def download_weeks(opgave: Opgave, block: str) -> Response:
    """How one cell stood, week by week."""
    chosen, weeks = _known(block), last_weeks(Week.now())
    told = week_by_week(opgave, weeks)[chosen.key]
    head = [_("Opgave"), _("Bouwsteen"), _("Week"), _("Zo stond het ervoor"), _("Nieuw")]
    rows = [[opgave.title, chosen.title, week, HEALTHS[cell.progress.health.value], cell.news] for week, cell in told]
    return download(f"{opgave.slug}-{block}-weken", [head, *rows])


def _known(block: str) -> Block:
    if block not in BY_SLUG:
        abort(404)
    return BY_SLUG[block]


def _told(row: MatrixRow) -> Iterator[list[object]]:
    for cell in row.cells:
        health, fact = cell_words(cell.block, cell.progress)
        address = url_for("review.evidence", slug=row.opgave.slug, block=cell.block.slug)
        yield [row.opgave.title, cell.block.title, health, fact, *cell.trend.news, _address(address)]


def _item(item: Item) -> list[object]:
    waits = _("ja") if item.waits else ""
    return [item.what, item.words, item.day, Week.of(item.day), waits, _address(item.url)]


def cell_words(block: Block, progress: Progress) -> tuple[str, str]:
    """How a block stands and the one fact, as the page says them: the block's own words, without the drawing."""
    health = str(HEALTHS[progress.health.value])
    fact = Markup(render_template(block.template("fact"), progress=progress))  # noqa: S704  it is read, not shown
    return health, fact.striptags().removeprefix(health).strip()


def _address(path: str) -> str:
    base: str = current_app.config["SETTINGS"].base_url
    return base + path
