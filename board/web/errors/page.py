"""How an error looks: in the frame where the visitor is, or, when that cannot be drawn, in one that asks nothing."""

from dataclasses import dataclass

from flask import Flask, Response, current_app, render_template, request

from board.web.errors import log
from board.web.errors.error_messages import error_message
from board.web.errors.unsaved_forms import UnsavedForm, unsaved_form
from board.web.responses import WORK, protect

BARE = "errors/bare.html"
# When even the template fails: the disk is away, or an upgrade is under way.
PLAINEST = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Er ging iets mis</title>'
    "<main><h1>Er ging iets mis</h1><p>Dat ligt aan ons. Probeer het over een paar minuten opnieuw.</p>"
    "<p>Helpt dat niet? Noem dan dit nummer: {number}.</p></main></html>"
)
# Written out: where an address cannot be asked for, as without a request, these still lead on.
PLACES = {
    "work": WORK,
    "sign_in": f"{WORK}/inloggen",
    "sign_in_and_send": f"{WORK}/inloggen?verstuur=",
    "home": "/",
    "accessibility": "/toegankelijkheid",
    "privacy": "/privacy",
}
# In seconds. What is busy is free again soon; who tried too often waits a quarter of an hour.
COME_BACK = {"busy": 5, "429": 900}
SOON = 30


@dataclass(frozen=True)
class Problem:
    """One error, for who asked for `path`. `number` is what stands in the log of it, when it is ours to mend."""

    code: int
    kind: str | None
    number: str
    path: str
    # Something was sent, and it must be said that it is not kept.
    is_sent: bool

    @property
    def is_work(self) -> bool:
        return self.path.startswith(WORK)

    @property
    def words(self) -> dict[str, object]:
        """What the templates show of it."""
        said = error_message(self.code, self.kind)
        knows = self.kind not in {"unsure", "personal_data"}
        nothing_kept = self.is_sent and knows
        return {"title": said.title, "advice": said.advice, "nothing_kept": nothing_kept, "places": PLACES} | {
            "code": self.code,
            "number": self.number,
            "is_work": self.is_work,
        }


def by_script() -> bool:
    """Whether our script asks. Its screen stays as it is, with all that was typed, so it wants the message only."""
    return bool(request.headers.get("HX-Request")) and not request.headers.get("HX-History-Restore-Request")


def answer(
    code: int, kind: str | None = None, number: str = "", *, wrong: str = "", address: str | None = None
) -> Response:
    """The answer to an error.

    `wrong` says what was wrong in signing in again, beside the words that wait there to go to `address`.
    """
    problem = Problem(code, kind, number, request.path, request.method == "POST")
    if by_script():
        return _message(current_app, problem)
    unsaved = unsaved_form(code, address)
    response = _framed(problem, unsaved, wrong) if code < 500 else None
    return response or bare_response(current_app, problem, unsaved)


def _template(unsaved: UnsavedForm | None) -> str:
    return "errors/unsaved_form.html" if unsaved else "errors/error.html"


def _framed(problem: Problem, unsaved: UnsavedForm | None, wrong: str) -> Response | None:
    """The page with the menu of who looks. None when that cannot be known: no database, no session, no address."""
    frame = "layout.html" if problem.is_work else "public/layout.html"
    try:
        page = render_template(_template(unsaved), frame=frame, unsaved=unsaved, wrong=wrong, **problem.words)
    except Exception:
        log.log_exception("its page could not be drawn in its frame")
        return None
    return _finish(
        current_app, Response(page, problem.code, mimetype="text/html"), problem, no_store=unsaved is not None
    )


def bare_response(app: Flask, problem: Problem, unsaved: UnsavedForm | None = None) -> Response:
    """A page that needs no database, no session and no request: only files that came with the application."""
    organisation = app.config["SETTINGS"].organisation
    try:
        template = app.jinja_env.get_template(_template(unsaved))
        page = template.render(frame=BARE, organisation=organisation, unsaved=unsaved, wrong="", **problem.words)
    except Exception:
        log.LOG.exception("Fout %s: not even the plain page could be drawn", problem.number)
        page = PLAINEST.format(number=problem.number)
    return _finish(app, Response(page, problem.code, mimetype="text/html"), problem)


def _message(app: Flask, problem: Problem) -> Response:
    """The words at the foot of the screen; the rest of it stays as it is."""
    fragment = app.jinja_env.get_template("errors/_message.html").render(**problem.words)
    response = Response(fragment, problem.code, mimetype="text/html")
    response.headers.update({"HX-Retarget": "#melding", "HX-Reswap": "innerHTML"})
    response.vary.add("HX-Request")
    return _finish(app, response, problem)


def _finish(app: Flask, response: Response, problem: Problem, no_store: bool = True) -> Response:
    """`no_store`: no browser keeps this answer."""
    if no_store:
        response.headers["Cache-Control"] = "no-store"
    if problem.code in {429, 503}:
        response.headers["Retry-After"] = str(COME_BACK.get(problem.kind or str(problem.code), SOON))
    return protect(response, problem.path, app.config["SETTINGS"].https)


def say_when_to_come_back(response: Response) -> Response:
    """Also what a view answers itself tells a script when to try again."""
    if response.status_code in {429, 503}:
        response.headers.setdefault("Retry-After", str(COME_BACK.get(str(response.status_code), SOON)))
    return response
