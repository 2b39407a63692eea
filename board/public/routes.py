"""The addresses of citizens: no account, no cookie, no script, and permanent where they say so."""

import re

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from board.config import Settings
from board.core.record.weeks import Week
from board.public import feeds, queries
from board.public.caching import EDITION, cached, cached_with, edition
from board.public.corrections import corrections
from board.public.gone import or_gone
from board.public.opgave import sentences as opgave_sentences
from board.public.opgave.page import first_week, pile, week_by_week
from board.public.opgave.piles import stack_and_piles
from board.public.paper.pdf import is_installed
from board.public.shapes import PublicResult, Tombstone, WeekWords
from board.public.week import queries as week_queries
from board.public.week import sentences
from board.public.week.page import WEEKS_BACK, PublicWeek, public_week, weeks_of
from board.web.guards import public

bp = Blueprint("public", __name__)

WEEK = re.compile(r"2\d{3}-\d{2}")
ISO_WEEK = re.compile(r"(2\d{3})-W(\d{2})")


@bp.get("/")
@public
@cached
def home() -> ResponseReturnValue:
    results, words = week_queries.told(None, Week.now(), settings_now().organisation)
    week = results[0].week if results else Week.now()
    return _week_page(_around(week, results, words), newest=True)


@bp.get("/week/<code>")
@public
@cached
def week(code: str) -> ResponseReturnValue:
    if written := ISO_WEEK.fullmatch(code):  # as ISO 8601 writes it, and our open data too
        return redirect(url_for(".week", code=asked_week("-".join(written.groups()))), 301)
    asked = asked_week(code)
    return _week_page(_around(asked, *week_queries.told(asked, Week.now(), settings_now().organisation)))


@bp.get("/weken")
@public
@cached
def weeks() -> ResponseReturnValue:
    stack = queries.all_bricks(Week.now())
    return _page("public/weeks.html", stack=stack, weeks=list(reversed(weeks_of(stack))))


@bp.get("/opgaven")
@public
@cached
def opgaven() -> ResponseReturnValue:
    return _page("public/opgaven.html", opgaven=queries.opgaven())


@bp.get("/opgaven/<slug>")
@public
@cached_with("alles")
@or_gone
def opgave(slug: str) -> ResponseReturnValue:
    if "alles" in request.args:  # its address before it had one of its own
        return redirect(url_for(".opgave_all", slug=slug), 301)
    return _opgave_page(slug)


@bp.get("/opgaven/<slug>/alles")
@public
@cached
@or_gone
def opgave_all(slug: str) -> ResponseReturnValue:
    """With every result there ever was."""
    return _opgave_page(slug, everything=True)


@bp.get("/resultaten/<int:number>")
@public
@cached
@or_gone
def result(number: int) -> ResponseReturnValue:
    found = queries.result(number)
    if isinstance(found, Tombstone):
        return _page("public/tombstone.html", tombstone=found), 410
    return _page("public/result.html", result=found, corrections=corrections(found))


@bp.get("/feed.atom")
@public
@cached
def feed() -> ResponseReturnValue:
    return _atom(feeds.feed(settings_now(), queries.newest_results(None, feeds.ENTRIES)))


@bp.get("/opgaven/<slug>/feed.atom")
@public
@cached
@or_gone
def opgave_feed(slug: str) -> ResponseReturnValue:
    found = queries.opgave(slug)
    return _atom(feeds.feed(settings_now(), queries.newest_results(found, feeds.ENTRIES), found))


def settings_now() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def asked_week(code: str) -> Week:
    """The week in the address; one that no calendar has, or that is still to come, is not here."""
    try:
        asked = Week.parse(code)
    except ValueError:
        abort(404)
    if not WEEK.fullmatch(code) or asked > Week.now():
        abort(404)
    return asked


def _opgave_page(slug: str, everything: bool = False) -> str:
    found = queries.opgave(slug)
    stack, piles = stack_and_piles(found)
    since = first_week(stack, everything)
    results = queries.results_of_opgave(found, since) if since else []
    return _page(
        "public/opgave.html",
        opgave=found,
        pile=pile(stack, Week.now()),
        piles=piles,
        told=week_by_week(results, since, Week.now()) if since else [],
        is_everything=len(results) == stack.total,
        people=queries.people(found),
        this_week=Week.now().code,
    )


def _around(week: Week, results: list[PublicResult], words: WeekWords) -> PublicWeek:
    return public_week(week, results, queries.bricks_around(week, WEEKS_BACK, Week.now()), words)


def _week_page(found: PublicWeek, newest: bool = False) -> str:
    poster = is_installed() and not found.is_empty
    return _page("public/week.html", week=found, newest=newest or not found.next, poster=poster)


def _page(template: str, **context: object) -> str:
    return render_template(template, say=sentences, tell=opgave_sentences, **context)


def _atom(xml: str) -> Response:
    return Response(xml, content_type=feeds.Feed.content_type)


@bp.record_once
def _remember_edition(state: BlueprintSetupState) -> None:
    state.app.config[EDITION] = edition(state.app)
