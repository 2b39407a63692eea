"""How an error looks: in the frame where the visitor is, or, when that cannot be drawn, in one that asks nothing."""

from flask import Flask, Response, current_app, make_response, render_template, request

from board.errors import log
from board.errors.sayings import saying
from board.web import WORK, protect

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
    "home": "/",
    "accessibility": "/toegankelijkheid",
    "privacy": "/privacy",
}
# In seconds. What is busy is free again soon; who tried too often waits a quarter of an hour.
COME_BACK = {"busy": 5, "429": 900}
SOON = 30


def by_script() -> bool:
    """Whether our script asks. Its screen stays as it is, with all that was typed, so it wants the message only."""
    return bool(request.headers.get("HX-Request")) and not request.headers.get("HX-History-Restore-Request")


def answer(code: int, kind: str | None = None, number: str = "") -> Response:
    """The answer to an error. `number` is what stands in the log of it, when it is ours to mend."""
    is_sent = request.method == "POST"
    if by_script():
        return _message(code, kind, number, is_sent)
    app = current_app
    if code < 500:
        framed = _framed(code, kind)
        if framed is not None:
            return protect(framed, request.path, app.config["SETTINGS"].https)
    return bare_response(app, code, kind, number=number, path=request.path, is_sent=is_sent)


def _framed(code: int, kind: str | None) -> Response | None:
    """The page with the menu of who looks. None when that cannot be known: no database, no session, no address."""
    frame = "layout.html" if request.path.startswith(WORK) else "public/layout.html"
    try:
        page = render_template("errors/error.html", frame=frame, **_words(code, kind, "", request.method == "POST"))
    except Exception:
        log.tell("its page could not be drawn in its frame")
        return None
    return make_response(page, code)


def _words(code: int, kind: str | None, number: str, is_sent: bool) -> dict[str, object]:
    """What the templates show. `is_sent`: something was sent, and it must be said that it is not kept."""
    said = saying(code, kind)
    knows = kind not in {"unsure", "personal_data"}
    return {
        "title": said.title,
        "advice": said.advice,
        "number": number,
        "nothing_kept": is_sent and knows,
        "code": code,
        "places": PLACES,
    }


def bare_response(app: Flask, code: int, kind: str | None = None, *, number: str, path: str, is_sent: bool) -> Response:
    """A page that needs no database, no session and no request: only files that came with the application."""
    settings = app.config["SETTINGS"]
    words = _words(code, kind, number, is_sent)
    try:
        page = app.jinja_env.get_template("errors/error.html").render(
            frame=BARE, organisation=settings.organisation, is_work=path.startswith(WORK), **words
        )
    except Exception:
        log.LOG.exception("Fout %s: not even the plain page could be drawn", number)
        page = PLAINEST.format(number=number)
    response = Response(page, code, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    if code in {429, 503}:
        response.headers["Retry-After"] = str(COME_BACK.get(kind or str(code), SOON))
    return protect(response, path, settings.https)


def _message(code: int, kind: str | None, number: str, is_sent: bool) -> Response:
    """The words at the foot of the screen; the rest of it stays as it is."""
    words = _words(code, kind, number, is_sent)
    fragment = current_app.jinja_env.get_template("errors/_message.html").render(**words)
    response = Response(fragment, code, mimetype="text/html")
    response.headers.update({"HX-Retarget": "#melding", "HX-Reswap": "innerHTML", "Cache-Control": "no-store"})
    response.vary.add("HX-Request")
    if code in {429, 503}:
        response.headers["Retry-After"] = str(COME_BACK.get(kind or str(code), SOON))
    return protect(response, request.path, current_app.config["SETTINGS"].https)


def say_when_to_come_back(response: Response) -> Response:
    """Also what a view answers itself tells a script when to try again."""
    if response.status_code in {429, 503}:
        response.headers.setdefault("Retry-After", str(COME_BACK.get(str(response.status_code), SOON)))
    return response
