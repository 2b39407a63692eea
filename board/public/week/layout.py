"""The public week as a newspaper: a section per opgave, one headline, and a wall of the last eight weeks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from board.core.record.weeks import Week
from board.core.reports.stack import Stack
from board.public.shapes import Introduction, PublicOpgave, PublicResult, WeekWords
from board.public.week import sheets

Thing = TypeVar("Thing")
WEEKS_BACK = 7
BRICKS_IN_A_ROW = 7


@dataclass(frozen=True)
class Article:
    """One result on the page; `place` says how wide it stands: kop, breed, or nothing for a column."""

    result: PublicResult
    place: str = ""


@dataclass(frozen=True)
class Section:
    """What one opgave did this week."""

    opgave: PublicOpgave
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class WallRow:
    """The bricks of one week, or what did not fit in its first row."""

    week: Week
    begins: bool
    articles: tuple[Article, ...] = ()
    lessons: tuple[bool, ...] = ()


@dataclass(frozen=True)
class PublicWeek:
    """One week as citizens read it, with its neighbours that have results."""

    week: Week
    sections: tuple[Section, ...]
    stack: Stack
    introduction: Introduction | None = None

    @property
    def noticed(self) -> int:
        return self.stack.in_week(self.week) - self.learned

    @property
    def learned(self) -> int:
        return self.stack.learned_in(self.week)

    @property
    def is_empty(self) -> bool:
        return not self.stack.in_week(self.week)

    @property
    def fits_on_two_sheets(self) -> bool:
        """Whether who prints it needs two sheets at most."""
        articles = [article.result for section in self.sections for article in section.articles]
        return bool(articles) and sheets.fit(
            sheets.height(articles),
            len(self.sections),
            len(self.rows),
            self.introduction.text if self.introduction else "",
        )

    @property
    def earlier(self) -> list[Week]:
        """The weeks with results before this one, the newest first."""
        return [week for week in reversed(weeks_of(self.stack)) if week < self.week]

    @property
    def previous(self) -> Week | None:
        return next(iter(self.earlier), None)

    @property
    def next(self) -> Week | None:
        return next((week for week in weeks_of(self.stack) if week > self.week), None)

    @property
    def rows(self) -> list[WallRow]:
        """The wall from this week down, to the first week in sight that has a brick."""
        rows = _rows_now(self.week, [article for section in self.sections for article in section.articles])
        for week in self._in_sight():
            rows += _rows_before(week, self.stack.in_week(week), self.stack.learned_in(week))
        return rows

    @property
    def since(self) -> Week:
        """The first week of the wall."""
        return min(self._in_sight(), default=self.week)

    @property
    def on_the_wall(self) -> int:
        return sum(self.stack.in_week(week) for week in [self.week, *self._in_sight()])

    @property
    def lessons_on_the_wall(self) -> int:
        return sum(self.stack.learned_in(week) for week in [self.week, *self._in_sight()])

    def _in_sight(self) -> list[Week]:
        weeks = [self.week.plus(-back) for back in range(1, WEEKS_BACK + 1)]
        while weeks and not self.stack.in_week(weeks[-1]):
            weeks.pop()
        return weeks


NOTHING_WRITTEN = WeekWords()


def public_week(
    week: Week, results: Sequence[PublicResult], stack: Stack, words: WeekWords = NOTHING_WRITTEN
) -> PublicWeek:
    """Set the page: its first result is the headline."""
    groups = in_sections(results, words.order)
    sections = (Section(group[0].opgave, _set(group, first=not at)) for at, group in enumerate(groups))
    return PublicWeek(week, tuple(sections), stack, words.introduction)


def in_sections(results: Iterable[PublicResult], order: Sequence[int] = ()) -> list[list[PublicResult]]:
    """The results of each opgave together, as the team arranged them (numbers of results).

    What is not arranged comes after that: the opgave with most to tell first, and in it as things happened.
    """
    groups = sorted(_by_opgave(order_results(results)), key=lambda group: (-len(group), group[0].opgave.name))
    places = {number: place for place, number in enumerate(order)}
    told = [result for group in groups for result in group]
    return _by_opgave(sorted(told, key=lambda result: places.get(result.number, len(places))))


def _by_opgave(results: Iterable[PublicResult]) -> list[list[PublicResult]]:
    """An opgave stands where its first result stands."""
    groups: dict[int, list[PublicResult]] = {}
    for result in results:
        groups.setdefault(result.opgave.number, []).append(result)
    return list(groups.values())


def weeks_of(stack: Stack) -> list[Week]:
    """The weeks that have a brick, in order."""
    return [Week.from_code(code) for code in sorted({code for code, _ in stack.bricks})]


def order_results(results: Iterable[PublicResult]) -> list[PublicResult]:
    """As they happened. Lessons follow in a block of their own width: not smaller, and on the same page."""
    return sorted(results, key=lambda result: (result.is_lesson, result.happened_on, result.number))


def _set(group: Sequence[PublicResult], first: bool) -> tuple[Article, ...]:
    """Give each article its width, so that no column stays empty, whatever stands first."""
    head = [Article(group[0], "kop")] if first else []
    articles: list[Article] = []
    for is_lesson, run in groupby(group[len(head) :], key=lambda result: result.is_lesson):
        together = list(run)
        odd = 0 if is_lesson else len(together) % 2
        articles += [Article(result, "breed") for result in together[:odd]]
        articles += [Article(result) for result in together[odd:]]
    return (*head, *articles)


def _rows_now(week: Week, articles: Sequence[Article]) -> list[WallRow]:
    return [WallRow(week, begins=not at, articles=row) for at, row in enumerate(_in_rows(articles))]


def _rows_before(week: Week, results: int, lessons: int) -> list[WallRow]:
    kinds = [False] * (results - lessons) + [True] * lessons
    return [WallRow(week, begins=not at, lessons=row) for at, row in enumerate(_in_rows(kinds))]


def _in_rows(things: Sequence[Thing]) -> list[tuple[Thing, ...]]:
    """As many rows as the bricks need; a week without any has one, that is empty."""
    starts = range(0, max(len(things), 1), BRICKS_IN_A_ROW)
    return [tuple(things[start : start + BRICKS_IN_A_ROW]) for start in starts]
