"""The cookie by which a browser is known again where somebody signed in before; it opens nothing."""

from flask import Response, current_app, request

from board.core.people import known_browsers
from board.core.people.people import Person
from board.core.people.sign_ins import SignInOrigin
from board.web.responses import WORK

COOKIE = "opgavebord_bekend"
LONGEST = 100


def place() -> SignInOrigin:
    """From where this request comes: its network address, and the token of its browser."""
    token = request.cookies.get(COOKIE, "")
    return SignInOrigin(request.remote_addr or "", token if len(token) <= LONGEST else "")


def know(person: Person, response: Response) -> None:
    """This person got in here: from now on strangers do not lock this browser out."""
    response.set_cookie(
        COOKIE,
        known_browsers.know(person, place().browser),
        max_age=known_browsers.LASTS,
        path=WORK,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
