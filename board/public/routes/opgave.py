"""The routes of the public opgaven: all of them in a list, and the page of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from board.core.record.weeks import Week
from board.public.caching import cached, cached_with
from board.public.opgave.layout import StackDrawing, WeekEntry, first_week, pile, week_by_week
from board.public.queries.opgaven import get_opgave, list_public_opgaven, people_of
from board.public.queries.piles import PublicPile, stack_and_piles
from board.public.queries.results import results_of_opgave
from board.public.removed_pages import gone_if_removed
from board.public.routes.blueprint import PublicPage, bp
from board.public.shapes import OpgaveOnList, PublicOpgave, PublicPerson
from board.web.guards import public
from board.web.responses import render


@dataclass(frozen=True, kw_only=True)
class PublicOpgavenPage(PublicPage):
    """The list of opgaven that anyone may read."""

    template: ClassVar[str] = "public/opgaven.html"
    opgaven: Sequence[OpgaveOnList]


@bp.get("/opgaven")
@public
@cached
def opgaven() -> ResponseReturnValue:
    return render(PublicOpgavenPage(opgaven=list_public_opgaven()))


@bp.get("/opgaven/<slug>")
@public
@cached_with("alles")
@gone_if_removed
def opgave(slug: str) -> ResponseReturnValue:
    if "alles" in request.args:  # its address before it had one of its own
        return redirect(url_for(".opgave_all", slug=slug), 301)
    return _opgave_page(slug)


@bp.get("/opgaven/<slug>/alles")
@public
@cached
@gone_if_removed
def opgave_all(slug: str) -> ResponseReturnValue:
    """The page of one opgave with every result there ever was."""
    return _opgave_page(slug, everything=True)


@dataclass(frozen=True, kw_only=True)
class PublicOpgavePage(PublicPage):
    """The public page of one opgave."""

    template: ClassVar[str] = "public/opgave.html"
    opgave: PublicOpgave
    pile: StackDrawing
    piles: Sequence[PublicPile]
    weeks: Sequence[WeekEntry]
    is_everything: bool
    people: Sequence[PublicPerson]
    this_week: int


def _opgave_page(slug: str, everything: bool = False) -> str:
    opgave = get_opgave(slug)
    stack, piles = stack_and_piles(opgave)
    since = first_week(stack, everything)
    results = results_of_opgave(opgave, since) if since else []
    return render(
        PublicOpgavePage(
            opgave=opgave,
            pile=pile(stack, Week.now()),
            piles=piles,
            weeks=week_by_week(results, since, Week.now()) if since else [],
            is_everything=len(results) == stack.total,
            people=people_of(opgave),
            this_week=Week.now().code,
        )
    )
