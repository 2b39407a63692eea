"""The frame around every page: the organisation, who looks, and where they can go."""

from functools import lru_cache
from typing import NamedTuple

from flask import Flask, current_app, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from markupsafe import Markup

from board.core.people.people import OrgRole
from board.web.guards import me_or_none


class NavItem(NamedTuple):
    """One word in the main menu."""

    label: str
    url: str
    current: bool


def nav() -> list[NavItem]:
    """The main menu of who is signed in."""
    person = me_or_none()
    if person is None:
        return []
    items = [
        (_("Vandaag"), "today.today", ("today.",)),
        (_("Opgaven"), "opgaven.index", ("opgaven.",)),
        (_("Signalen"), "signals.index", ("signals.",)),
        (_("De week"), "week.week", ("week.",)),
        (_("Voortgang"), "review.index", ("review.", "council.")),
        (_("Geleerd"), "lessons.index", ("lessons.", "asked_talents.", "colleagues.")),
    ]
    if person.org_role is OrgRole.ADMIN:
        items.append((_("Beheer"), "manage.people", ("manage.people", "manage.person")))
    here = "opgaven." if _is_inside_an_opgave() else request.endpoint or ""
    return [NavItem(label, url_for(endpoint), here.startswith(places)) for label, endpoint, places in items]


def _is_inside_an_opgave() -> bool:
    """Whether this is a page on one opgave, whatever screen or block it is of: the menu then says “Opgaven”."""
    return request.url_rule is not None and request.url_rule.rule.startswith("/bord/opgaven")


def waiting() -> Markup:
    """What our script shows around a text that waits to be kept: on every page of the work, and always the same."""
    return _waiting(str(get_locale()))


@lru_cache(maxsize=8)
def _waiting(_locale: str) -> Markup:
    return Markup(render_template("_waiting.html"))  # noqa: S704  our own template


def init_app(app: Flask) -> None:
    """What layout.html and public/layout.html show around a page."""

    app.jinja_env.globals.update(nav=nav, me=me_or_none, waiting=waiting)

    @app.context_processor
    def layout_variables() -> dict[str, object]:
        settings = current_app.config["SETTINGS"]
        return {"organisation": settings.organisation, "settings": settings}
