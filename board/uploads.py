"""Files that people bring: taken in before the form is read, so that only a few forms are large."""

from typing import IO

from flask import g, request
from werkzeug.exceptions import RequestEntityTooLarge

from board.db import session

# What a browser adds around a file.
ENVELOPE = 100_000


def take_in(most_bytes: int) -> None:
    """Take in this request with a file of at most so many bytes. Raises RequestEntityTooLarge.

    A slow line may need minutes, so we hold nothing of the database meanwhile. Call it before the form is read for
    the first time, which is for its token: in `before_app_request` of a blueprint.
    """
    request.max_content_length = most_bytes + ENVELOPE
    session.rollback()
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
