"""The page that shows what a file brings: its lists, what changes, who is who, and what is lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import request
from flask_babel import ngettext

from board.core.opgaven.opgaven import Opgave
from board.exchange.models import Upload
from board.exchange.trello import report
from board.exchange.trello.labels import AWAY_TARGETS, LOST, OFFERS, why
from board.exchange.trello.overview import Changes, changes
from board.exchange.trello.plan.lists import Target, in_archive, lists_with_cards
from board.exchange.trello.plan.losses import Loss
from board.exchange.trello.plan.plan import Plan
from board.exchange.trello.read.board import TrelloBoard, TrelloList
from board.exchange.trello.write import matches
from board.exchange.trello.write.proposal import Proposal, RenamedList, other_opgaven, previous_import, readable
from board.exchange.trello.write.updating import SOURCE
from board.web.fields import Act, whole_number
from board.web.guards import me
from board.web.responses import Page, render


@dataclass(frozen=True, kw_only=True)
class OverviewPage(Page):
    """The overview of what an import from Trello would do."""

    template: ClassVar[str] = "exchange/overview.html"
    opgave: Opgave
    file: Upload
    board: TrelloBoard
    plan: Plan
    found: Proposal
    changes: Changes
    renamed: Callable[[RenamedList], str]
    elsewhere: Sequence[str]
    is_meant: bool
    people: Sequence[tuple[str, str, str, None]]
    everybody: Sequence[str]
    lists: Sequence[tuple[TrelloList, int, Target]]
    offers: tuple[tuple[Any, Mapping[Target, Any]], ...]
    away: tuple[int, Target] | None
    away_offers: Mapping[Target, Any]
    states: Sequence[str]
    along: Sequence[str]
    skipped: Sequence[str]
    about: Sequence[str]
    changed: Sequence[tuple[Loss, Any, str, str]]
    missed: Sequence[tuple[Loss, Any, str, str]]
    trifles: Sequence[tuple[Loss, Any, str, str]]
    message: str
    act: Act


def render_overview(opgave: Opgave, file: Upload, found: Proposal, message: str = "") -> str:
    """The page on which somebody looks at what comes, and chooses."""
    board = found.board
    part = whole_number(request.values.get("pagina")) or 1
    return render(
        OverviewPage(
            opgave=opgave,
            file=file,
            board=board,
            plan=found.plan,
            found=found,
            changes=changes(found, part),
            renamed=report.renamed,
            elsewhere=_where_else(opgave, board),
            is_meant=file.answers.get("elsewhere", False),
            people=[
                (*match, None) for match in matches.matches(matches.names_of(board), matches.guessed_people(found))
            ],
            everybody=list(matches.people_to_choose().values()),
            lists=[(column, cards, found.mapping.target(column.id)) for column, cards in lists_with_cards(board)],
            offers=OFFERS,
            away=in_archive(board, found.mapping),
            away_offers=AWAY_TARGETS,
            states=report.states(found.plan),
            along=report.comes_along(found.plan.counts),
            skipped=report.skipped(found.plan.counts),
            about=report.board_remarks(board),
            changed=_in_words(found.plan.changed),
            missed=_in_words(each for each in found.plan.gone if each.is_of_people),
            trifles=_in_words(each for each in found.plan.gone if not each.is_of_people),
            message=message,
            act=Act(formdata=None),
        )
    )


def _where_else(opgave: Opgave, board: TrelloBoard) -> list[str]:
    """Where this board stands already, in words; another's opgave by no more than that it is there."""
    if previous_import(opgave, board) is not None:
        return []
    found = other_opgaven(opgave, board, SOURCE)
    may_know = readable(me(), [each for each, _cards in found])
    return [
        ngettext("%(title)s (%(num)s kaart)", "%(title)s (%(num)s kaarten)", cards, title=each.title)
        if each.id in may_know
        else ngettext(
            "een opgave waar je niet bij hoort (%(num)s kaart)",
            "een opgave waar je niet bij hoort (%(num)s kaarten)",
            cards,
        )
        for each, cards in found
    ]


def _in_words(losses: Iterable[Loss]) -> list[tuple[Loss, Any, str, str]]:
    return [(each, LOST[each.what], why(each.what, each.why), report.examples(each)) for each in losses]
