"""A week as plain text: for mail, for the intranet, for paper. Only what is public, and faces by choice only."""

from collections.abc import Callable, Iterator

from flask_babel import gettext as _

from board.core.people.people import Visibility
from board.public.shapes import PublicResult
from board.public.week.layout import PublicWeek
from board.public.week.sentences import week_range

Address = Callable[[PublicResult | None], str]


def plain_week(week: PublicWeek, house: str, address: Address) -> str:
    """The text of a week. `address` gives the absolute address of a result, and without one that of the week."""
    return "\n".join(_lines(week, house, address)).strip() + "\n"


def _lines(week: PublicWeek, house: str, address: Address) -> Iterator[str]:
    yield _("Wat we deden in week %(number)s, %(days)s", number=week.week.number, days=week_range(week.week))
    yield house
    yield ""
    if week.introduction:
        yield week.introduction.text
        name, line = week.introduction.signer.name, week.introduction.signer.line
        yield f"{name}, {line}" if line else name
        yield ""
    if not week.sections:
        yield _("Deze week was er geen resultaat.")
        yield ""
    for section in week.sections:
        yield section.opgave.name.upper()
        yield ""
        for article in section.articles:
            yield from _result(article.result)
            yield address(article.result)
            yield ""
    yield _("Alles van deze week: %(address)s", address=address(None))


def _result(result: PublicResult) -> Iterator[str]:
    yield result.sentence
    if result.deed:
        yield _("Wat we deden: %(deed)s", deed=result.deed)
    if result.lesson:
        yield _("Wat we leerden: %(lesson)s", lesson=result.lesson)
    if result.face.kind is not Visibility.TEAM:
        yield _("Door: %(name)s, %(line)s", name=result.face.name, line=result.face.line)
