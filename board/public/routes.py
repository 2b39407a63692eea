"""The addresses of citizens: no account, no cookie, no script, and permanent where they say so."""

import re

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from board.access import public
from board.config import Settings
from board.core.weeks import Week
from board.public import feeds, opgave_sentences, queries, sentences
from board.public.caching import EDITION, cached, edition
from board.public.opgave import first_week, pile, week_by_week
from board.public.shapes import PublicResult, Tombstone
from board.public.week import WEEKS_BACK, PublicWeek, public_week, weeks_of

bp = Blueprint("public", __name__)

WEEK = re.compile(r"2\d{3}-\d{2}")


@bp.get("/")
@public
@cached
def home() -> ResponseReturnValue:
    results = queries.results_of_week(None, Week.now())
    week = results[0].week if results else Week.now()
    return _week_page(_around(week, results), newest=True)


@bp.get("/week/<code>")
@public
@cached
def week(code: str) -> ResponseReturnValue:
    asked = _week(code)
    return _week_page(_around(asked, queries.results_of_week(asked, Week.now())))


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
@cached
def opgave(slug: str) -> ResponseReturnValue:
    found = queries.opgave(slug)
    stack = queries.bricks_of(found)
    since = first_week(stack, everything="alles" in request.args)
    results = queries.results_of_opgave(found, since) if since else []
    return _page(
        "public/opgave.html",
        opgave=found,
        pile=pile(stack, Week.now()),
        told=week_by_week(results, since, Week.now()) if since else [],
        is_everything=len(results) == stack.total,
        people=queries.people(found),
    )


@bp.get("/resultaten/<int:number>")
@public
@cached
def result(number: int) -> ResponseReturnValue:
    found = queries.result(number)
    if isinstance(found, Tombstone):
        return _page("public/tombstone.html", tombstone=found), 410
    return _page("public/result.html", result=found)


@bp.get("/feed.atom")
@public
@cached
def feed() -> ResponseReturnValue:
    return _atom(feeds.feed(_settings(), queries.newest_results(None, feeds.ENTRIES)))


@bp.get("/opgaven/<slug>/feed.atom")
@public
@cached
def opgave_feed(slug: str) -> ResponseReturnValue:
    found = queries.opgave(slug)
    return _atom(feeds.feed(_settings(), queries.newest_results(found, feeds.ENTRIES), found))


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def _week(code: str) -> Week:
    """The week in the address; one that no calendar has, or that is still to come, is not here."""
    try:
        asked = Week.parse(code)
    except ValueError:
        abort(404)
    if not WEEK.fullmatch(code) or asked > Week.now():
        abort(404)
    return asked


def _around(week: Week, results: list[PublicResult]) -> PublicWeek:
    return public_week(week, results, queries.bricks_around(week, WEEKS_BACK, Week.now()))


def _week_page(found: PublicWeek, newest: bool = False) -> str:
    return _page("public/week.html", week=found, newest=newest or not found.next)


def _page(template: str, **context: object) -> str:
    return render_template(template, say=sentences, tell=opgave_sentences, **context)


def _atom(xml: str) -> Response:
    return Response(xml, content_type=feeds.Feed.content_type)


@bp.record_once
def _remember_edition(state: BlueprintSetupState) -> None:
    state.app.config[EDITION] = edition(state.app)
