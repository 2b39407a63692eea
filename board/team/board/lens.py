"""The same cards seen twice: by building block, or by state with the week first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from board.blocks import BLOCKS, BY_KEY, CARD_MARKS, DEFAULT
from board.blocks.answers import LivingAnswer
from board.blocks.contract import Block
from board.core.opgaven.cards import OPEN, CardState, too_big
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.core.reports.board_rows import CardRow
from board.web.cache import shelf
from board.web.guards import TEAM, may
from board.web.labels import STATES, short_day, week_days, week_name

BLOCKS_LENS, WEEK_LENS, MINE = "bouwstenen", "week", "mijn"
QUESTIONS = {
    CardState.IDEA: _l("Misschien doen we dit"),
    CardState.PLANNED: _l("Dit gaan we doen"),
    CardState.DOING: _l("Hier werken we aan"),
    CardState.DONE: _l("Dit merkt de inwoner"),
}


@dataclass
class Band:
    """A run of cards in one column. A card that is dropped here gets `block`, `state` and `week`."""

    id: str
    block: str = ""
    state: str = ""
    week: str = ""
    title: str = ""
    small: str = ""
    now: bool = False
    cards: list[Markup] = field(default_factory=list)


@dataclass
class Column:
    """One column of the board, with its bands of cards."""

    id: str
    title: Any
    question: Any
    bands: list[Band]
    block: Block | None = None
    answer: LivingAnswer | None = None
    # A phone shows one column at a time, and this one first.
    is_open_first: bool = False

    @property
    def count(self) -> int:
        return sum(len(band.cards) for band in self.bands)


def columns(lens: str, opgave: Opgave, rows: Iterable[CardRow], on: date) -> list[Column]:
    """The columns of this lens, with every row drawn in exactly one of them."""
    draws = painter(lens, opgave, Week.of(on))
    return _by_week(draws, rows) if lens == WEEK_LENS else _by_block(draws, opgave, rows, on)


def _by_block(painter: "Painter", opgave: Opgave, rows: Iterable[CardRow], on: date) -> list[Column]:
    found = {
        block.key: Column(
            id=block.slug,
            title=block.title,
            question=block.question,
            bands=[Band(id=f"lijst-{block.slug}", block=block.key)],
            block=block,
            answer=block.board.living_answer(opgave, on),
            is_open_first=block is DEFAULT,
        )
        for block in BLOCKS
    }
    for row in rows:
        found[row.block].bands[0].cards.append(painter.draw(row))
    return list(found.values())


def _by_week(painter: "Painter", rows: Iterable[CardRow]) -> list[Column]:
    found = {
        state: Column(
            id=state.value,
            title=STATES[state],
            question=question,
            bands=_bands(state, painter.this_week),
            is_open_first=state is CardState.DOING,
        )
        for state, question in QUESTIONS.items()
    }
    for row in rows:
        _band_of(row, found[row.state].bands, painter.this_week).cards.append(painter.draw(row))
    for column in found.values():
        # The first band is where a card can always be dropped; the others only show when they hold something.
        column.bands = [band for n, band in enumerate(column.bands) if n == 0 or band.cards]
    return list(found.values())


def _bands(state: CardState, week: Week) -> list[Band]:
    name = state.value
    now = Band(f"{name}-nu", state=name, week="nu", title=_("Deze week"), small=week_days(week), now=True)
    later_name = _("week %(number)s en later", number=week.plus(1).number)
    later = Band(f"{name}-straks", state=name, week="straks", title=_("Straks"), small=later_name)
    none = Band(f"{name}-geen", state=name, week="geen", title=_("Nog geen week"))
    return {
        CardState.IDEA: [none, now, later],
        CardState.PLANNED: [now, later, none],
        CardState.DOING: [now, later],
        CardState.DONE: [now],
    }[state]


def _band_of(row: CardRow, bands: list[Band], week: Week) -> Band:
    if row.state is CardState.DONE:
        return _done_band(row, bands, week)
    by_kind = {band.id.rsplit("-", 1)[1]: band for band in bands}
    if row.week is None and "geen" in by_kind:
        return by_kind["geen"]
    return by_kind["straks" if (row.week or 0) > week.code else "nu"]


def _done_band(row: CardRow, bands: list[Band], week: Week) -> Band:
    """The band of the week in which it was done; made when it is the first of its week, the newest on top."""
    done = Week.from_code(row.week_on_card or week.code)
    if done == week:
        return bands[0]
    name = f"gedaan-{done.code}"
    found = next((band for band in bands if band.id == name), None)
    if found is None:
        title = _("Week %(number)s", number=done.number)
        found = Band(name, state="gedaan", title=title, small=_("tot %(day)s", day=short_day(done.sunday)))
        if done == week.plus(-1):
            found.small = _("vorige week")
        bands.append(found)
        bands[1:] = sorted(bands[1:], key=lambda band: band.id, reverse=True)
    return found


class Painter:
    """Draws cards for one lens of one board, for one reader. `can_work`: whether that reader may move them."""

    def __init__(self, lens: str, slug: str, this_week: Week, can_work: bool) -> None:
        self.lens, self.slug, self.this_week, self.can_work = lens, slug, this_week, can_work
        self._cards = shelf("cards", rights=(can_work,))

    def draw(self, row: CardRow) -> Markup:
        """A card depends on nothing but these values, so an unchanged card is never drawn twice."""
        big = _is_big(row)
        make = partial(_draw, row, self.lens, self.slug, big, self.can_work)
        return self._cards.remember((row.id, self.lens, self.slug, big), row, make)


def painter(lens: str, opgave: Opgave, this_week: Week) -> Painter:
    """Who draws the cards of this board for who looks now."""
    return Painter(lens, opgave.slug, this_week, may(*TEAM))


def my_card(slug: str, row: CardRow, this_week: Week) -> Markup:
    """A card on Vandaag: no name and no week, because the place says those."""
    return Painter(MINE, slug, this_week, can_work=False).draw(row)


def _is_big(row: CardRow) -> bool:
    return not row.waits and too_big(row.state, row.state_since, row.week)


def asks(row: CardRow) -> list[str]:
    """What an open card asks of others, in words."""
    if row.state not in OPEN:
        return []
    return [str(mark.words(value)) for mark, value in zip(CARD_MARKS, row.marks, strict=False) if value is not None]


def _draw(row: CardRow, lens: str, slug: str, big: bool, can_work: bool) -> Markup:
    macro = current_app.jinja_env.get_template("_macros/card.html").module.card  # type: ignore[attr-defined]
    by_week = lens in {WEEK_LENS, MINE}
    shown = {BLOCKS_LENS: ("owner", "state"), WEEK_LENS: ("owner",), MINE: ("state",)}[lens]
    show_week = not by_week and row.state is not CardState.IDEA and row.week_on_card is not None
    drawn = macro(
        row,
        f"/bord/opgaven/{slug}/kaarten",
        "h4" if lens == WEEK_LENS else "h3",
        shown,
        week_name(row.week_on_card) if show_week and row.week_on_card else "",
        BY_KEY[row.block] if by_week else None,
        big,
        can_work,
        asks(row),
    )
    # Each line break between two tags would be one more thing for the reader's browser to keep.
    return Markup(re.sub(r">\n+<", "><", drawn.strip()))  # noqa: S704  the macro escaped it
