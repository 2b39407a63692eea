"""What a public body must publish besides its results: accessibility, privacy, and where to tell of a weak spot."""

from datetime import date, timedelta
from importlib.metadata import version

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from board.config import Settings
from board.core.record.weeks import today
from board.public.caching import CACHE, cached
from board.public.routes import bp, settings_now
from board.web.guards import public

# The words of the Dutch register, and what they mean to who reads them.
STATUSES = {
    "A": (_l("voldoet volledig"), _l("Alle regels zijn onderzocht. De site voldoet aan allemaal.")),
    "B": (_l("voldoet gedeeltelijk"), _l("Alle regels zijn onderzocht. De site voldoet nog niet aan allemaal.")),
    "C": (_l("eerste maatregelen genomen"), _l("Het onderzoek is nog niet klaar. We zijn wel begonnen.")),
    "D": (_l("voldoet niet"), _l("Er is nog geen volledig onderzoek, en het staat ook nog niet gepland.")),
    "E": (_l("geen verklaring"), _l("Deze site staat nog niet met een verklaring in het register.")),
}
TEST_HOLDS_YEARS = 3
# What is published without an end date goes on for as long as this server says so.
ALWAYS_AHEAD = timedelta(days=90)


@bp.get("/toegankelijkheid")
@public
@cached
def accessibility() -> str:
    settings = settings_now()
    tested = settings.accessibility_tested
    return render_template(
        "public/statements/accessibility.html",
        status=STATUSES.get(settings.accessibility_status),
        is_old=tested is not None and is_old_test(tested, today()),
        version=version("opgavebord"),
    )


@bp.get("/privacy")
@public
@cached
def privacy() -> str:
    return render_template("public/statements/privacy.html")


@bp.get("/.well-known/security.txt")
@public
def security() -> ResponseReturnValue:
    until = security_until(settings_now(), today())
    if until is None:
        return render_template("public/statements/no_security.html"), 404
    response = Response(_security_txt(settings_now(), until), content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = CACHE
    return response


@bp.get("/security.txt")
@public
def security_by_its_old_name() -> ResponseReturnValue:
    return redirect(url_for("public.security"), 301)


def is_old_test(tested: date, on: date) -> bool:
    """Whether the test is more than 36 months ago; then the register wants a new one."""
    return (on.year - tested.year, on.month, on.day) > (TEST_HOLDS_YEARS, tested.month, tested.day)


def security_until(settings: Settings, on: date) -> date | None:
    """Until when security.txt holds; None when there is none (any more)."""
    if not settings.security_contact:
        return None
    until = settings.security_expires or on + ALWAYS_AHEAD
    return until if until > on else None


def _security_txt(settings: Settings, until: date) -> str:
    """As RFC 9116 wants it."""
    lines = {
        "Contact": settings.security_contact,
        "Expires": f"{until}T00:00:00Z",
        "Preferred-Languages": "nl, en",
        "Canonical": settings.base_url + url_for("public.security"),
        "Policy": settings.security_policy,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
