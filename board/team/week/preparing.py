"""The week that is being prepared: what stands there already, what is ready, and in which order it comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from board.core.opgaven.cards import Card
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.publishing.faces import limits_of
from board.core.publishing.ready import ready_to_publish
from board.core.publishing.result_photos import photos_of
from board.core.publishing.week_pages import WeekPage, week_page
from board.core.record.personal_data import PersonalDatum
from board.core.record.publishable import preload_reasons
from board.core.record.weeks import Week
from board.public.preview import preview
from board.public.queries.week import results_and_words
from board.public.shapes import PublicResult
from board.public.week.layout import in_sections
from board.team.week.forms import SheetForm, sheet_form
from board.web.seen_form import as_it_stands


@dataclass(frozen=True)
class Sheet:
    """One result as inwoners will see it. With a card it waits to be published, without one they read it already."""

    seen: PublicResult
    card: Card | None = None
    form: SheetForm | None = None
    # The neighbours before and after it on the page, to change places with.
    before: int | None = None
    after: int | None = None

    @property
    def is_behind(self) -> bool:
        """Whether the page that was sent showed something else."""
        return self.form is not None and self.form.has_conflict

    @property
    def result(self) -> Result | None:
        return self.card.result if self.card else None


@dataclass(frozen=True)
class Rubric:
    """The results of one opgave, and the first results of the opgaven before and after it."""

    name: str
    sheets: tuple[Sheet, ...]
    before: int | None = None
    after: int | None = None

    @property
    def first(self) -> int:
        return self.sheets[0].seen.number


@dataclass(frozen=True)
class Preparing:
    """All that the page shows."""

    week: Week
    page: WeekPage
    rubrics: tuple[Rubric, ...]
    # What is ready and happened in another week, by week, the newest first.
    elsewhere: tuple[tuple[Week, tuple[Sheet, ...]], ...]

    @property
    def ready(self) -> list[Sheet]:
        """Everything that can be published from this page."""
        here = [sheet for rubric in self.rubrics for sheet in rubric.sheets if sheet.card]
        return [*here, *(sheet for _week, sheets in self.elsewhere for sheet in sheets)]

    @property
    def sections(self) -> list[list[int]]:
        return [[sheet.seen.number for sheet in rubric.sheets] for rubric in self.rubrics]

    @property
    def total(self) -> int:
        return sum(map(len, self.sections))


def prepare_week(person: Person, asked: Week | None, house: str, is_sent: bool = False) -> Preparing:
    """What this person prepares. Without a week: this one, or the newest in which something is ready.

    `is_sent` keeps the reasons that were typed on the page that was sent.
    """
    sheets = _ready(person, is_sent)
    weeks = sorted({sheet.seen.week for sheet in sheets}, reverse=True)
    week = asked or (weeks[0] if weeks and Week.now() not in weeks else Week.now())
    page = week_page(week)
    public, _words = results_and_words(week, Week.now(), house)
    here = [*(Sheet(result) for result in public), *(sheet for sheet in sheets if sheet.seen.week == week)]
    rubrics = tuple(_rubrics(here, page.order))
    others = ((other, tuple(sheet for sheet in sheets if sheet.seen.week == other)) for other in weeks if other != week)
    return Preparing(week, page, rubrics, tuple(others))


def _ready(person: Person, is_sent: bool) -> list[Sheet]:
    cards = ready_to_publish(person)
    results = {card.id: card.result for card in cards if card.result}
    limits = limits_of(result.id for result in results.values())
    photos = photos_of(result.id for result in results.values())
    preload_reasons(list(results.values()))
    sheets = []
    for card in cards:
        result = results[card.id]
        limit = limits.get((result.id, card.owner_id or 0))
        photo = photos.get(result.id)
        form = sheet_form(card.id, as_it_stands(result, photo), is_sent)
        form.found = waiting(result)
        sheets.append(Sheet(preview(card.opgave, card, result, limit, photo), card, form))
    return sheets


def waiting(result: Result) -> Sequence[PersonalDatum]:
    """What must be explained before this result can go out."""
    return result.waiting(result.texts)


def _rubrics(sheets: Iterable[Sheet], order: Sequence[int]) -> Iterable[Rubric]:
    by_number = {sheet.seen.number: sheet for sheet in sheets}
    groups = in_sections((sheet.seen for sheet in by_number.values()), order)
    firsts = [group[0].number for group in groups]
    for group, (before, after) in zip(groups, _neighbours(firsts), strict=True):
        numbers = [result.number for result in group]
        placed = (
            replace(by_number[number], before=before_it, after=after_it)
            for number, (before_it, after_it) in zip(numbers, _neighbours(numbers), strict=True)
        )
        yield Rubric(group[0].opgave.name, tuple(placed), before, after)


def _neighbours(numbers: Sequence[int]) -> list[tuple[int | None, int | None]]:
    """Of each the one before and the one after it."""
    around = [None, *numbers, None]
    return list(zip(around, around[2:], strict=False))
