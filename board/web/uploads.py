"""Files that people bring: a few forms may be large, for who is signed in; all others stay small."""

from typing import IO, Any

from flask import Flask, abort, g, request
from werkzeug.exceptions import RequestEntityTooLarge

from board.db import opened, session, stop_reading
from board.web.guards import me_or_none

# What a browser adds around a file.
ENVELOPE = 100_000
# How many bytes may come to a view, by its endpoint.
LARGE: dict[str, int] = {}
# Why the front of the server refused this request before all of it came, as a status.
REFUSED = "opgavebord.refused"


def may_be_large(endpoint: str, most_bytes: int) -> None:
    """Let the form of this view hold a file of at most so many bytes."""
    LARGE[endpoint] = most_bytes


def most_bytes(app: Flask, environ: dict[str, Any]) -> int:
    """How many bytes may be sent with this request, before anything of it came."""
    usual: int = app.config["MAX_CONTENT_LENGTH"]
    with app.request_context(dict(environ)):
        if not _is_large():
            return usual
        with opened(app.extensions["engine"]):
            return usual if me_or_none() is None else LARGE[str(request.endpoint)] + ENVELOPE


def _is_large() -> bool:
    return request.method == "POST" and request.endpoint in LARGE


def init_app(app: Flask) -> None:
    """Take in a large form before it is read for the first time, which is for its token."""

    @app.before_request
    def receive() -> None:
        if status := request.environ.get(REFUSED):
            abort(status)
        if _is_large() and me_or_none() is not None:
            _take_in(LARGE[str(request.endpoint)])


def _take_in(most_bytes: int) -> None:
    """Take in this request with a file of at most so many bytes. Raises RequestEntityTooLarge.

    A slow line may need minutes where no front took it in before, so we hold nothing of the database meanwhile.
    """
    request.max_content_length = most_bytes + ENVELOPE
    stop_reading(session())
    try:
        request.files  # noqa: B018  reading it is what takes the time
    except RequestEntityTooLarge:
        _pass_over(request.environ["wsgi.input"], patience=10 * most_bytes)
        raise
    finally:
        # Who was let in before may be let out meanwhile: whoever asks next who this is, asks the database.
        g.pop("_login_user", None)


def _pass_over(body: IO[bytes], patience: int) -> None:
    """A browser shows our answer only after it has sent all it had; after `patience` bytes the line is cut."""
    left = min(request.content_length or 0, patience)
    while left > 0 and (part := body.read(min(left, 1_000_000))):
        left -= len(part)
