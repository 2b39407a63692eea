"""The routes of what a public body must publish: accessibility, privacy, and where to report a weak spot."""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, ClassVar

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from board.core.record.weeks import today
from board.public.caching import CACHE, cached
from board.public.routes.blueprint import bp
from board.public.statements import STATUSES, is_old_test, security_txt, security_until
from board.web.guards import public
from board.web.responses import Page, render
from board.web.settings import current_settings


@dataclass(frozen=True, kw_only=True)
class AccessibilityPage(Page):
    """The accessibility statement."""

    template: ClassVar[str] = "public/statements/accessibility.html"
    status: tuple[Any, Any] | None
    is_old: bool
    version: str


@bp.get("/toegankelijkheid")
@public
@cached
def accessibility() -> str:
    settings = current_settings()
    tested = settings.accessibility_tested
    return render(
        AccessibilityPage(
            status=STATUSES.get(settings.accessibility_status),
            is_old=tested is not None and is_old_test(tested, today()),
            version=version("opgavebord"),
        )
    )


@bp.get("/privacy")
@public
@cached
def privacy() -> str:
    return render_template("public/statements/privacy.html")


@bp.get("/.well-known/security.txt")
@public
def security() -> ResponseReturnValue:
    until = security_until(current_settings(), today())
    if until is None:
        return render_template("public/statements/no_security.html"), 404
    response = Response(security_txt(current_settings(), until), content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = CACHE
    return response


@bp.get("/security.txt")
@public
def security_by_its_old_name() -> ResponseReturnValue:
    return redirect(url_for("public.security"), 301)
