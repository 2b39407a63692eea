"""The page that shows what a file brings: the lists, what changes, who is who, and what is lost."""

from collections.abc import Iterable
from typing import Any

from flask import render_template, request
from flask_babel import ngettext

from board.core.opgaven.opgaven import Opgave
from board.exchange.models import Upload
from board.exchange.trello import matching, preview, report
from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.coming import Coming, former
from board.exchange.trello.elsewhere import other_opgaven, readable
from board.exchange.trello.losses import Loss
from board.exchange.trello.phrases import AWAY_TARGETS, LOST, OFFERS, why
from board.exchange.trello.updating import SOURCE
from board.web.fields import Act, whole_number
from board.web.guards import me


def page(opgave: Opgave, file: Upload, found: Coming, message: str = "") -> str:
    """The page on which somebody looks at what comes, and chooses."""
    board = found.board
    part = whole_number(request.values.get("pagina")) or 1
    return render_template(
        "exchange/overview.html",
        opgave=opgave,
        file=file,
        board=board,
        plan=found.plan,
        found=found,
        changes=preview.changes(found, part),
        elsewhere=_where_else(opgave, board),
        is_meant=file.answers.get("elsewhere", False),
        people=[(*one, None) for one in matching.matches(matching.names_of(board), matching.guessed_people(found))],
        everybody=list(matching.people_here().values()),
        lists=[(column, cards, found.mapping.target(column.id)) for column, cards in report.lists_with_cards(board)],
        offers=OFFERS,
        away=report.in_archive(board, found.mapping),
        away_offers=AWAY_TARGETS,
        states=report.states(found.plan),
        along=report.comes_along(found.plan.counts),
        skipped=report.skipped(found.plan.counts),
        about=report.about(board),
        changed=_in_words(found.plan.changed),
        missed=_in_words(each for each in found.plan.gone if each.is_of_people),
        trifles=_in_words(each for each in found.plan.gone if not each.is_of_people),
        message=message,
        act=Act(formdata=None),
    )


def _where_else(opgave: Opgave, board: TrelloBoard) -> list[str]:
    """Where this board stands already, in words; another's opgave by no more than that it is there."""
    if former(opgave, board) is not None:
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
