"""The routes of the public opgaven: all of them in a list, and the page of one."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from board.core.record.weeks import Week
from board.public.caching import cached, cached_with
from board.public.opgave.layout import first_week, pile, week_by_week
from board.public.queries.opgaven import get_opgave, list_public_opgaven, people_of
from board.public.queries.piles import stack_and_piles
from board.public.queries.results import results_of_opgave
from board.public.removed_pages import gone_if_removed
from board.public.routes.blueprint import bp, render_page
from board.web.guards import public


@bp.get("/opgaven")
@public
@cached
def opgaven() -> ResponseReturnValue:
    return render_page("public/opgaven.html", opgaven=list_public_opgaven())


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


def _opgave_page(slug: str, everything: bool = False) -> str:
    opgave = get_opgave(slug)
    stack, piles = stack_and_piles(opgave)
    since = first_week(stack, everything)
    results = results_of_opgave(opgave, since) if since else []
    return render_page(
        "public/opgave.html",
        opgave=opgave,
        pile=pile(stack, Week.now()),
        piles=piles,
        weeks=week_by_week(results, since, Week.now()) if since else [],
        is_everything=len(results) == stack.total,
        people=people_of(opgave),
        this_week=Week.now().code,
    )
