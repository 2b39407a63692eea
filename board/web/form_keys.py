"""The key of a form that makes something, and the one place that sees it: pressed twice is made once."""

import hashlib
import secrets
from typing import Any

from flask import Flask, Response, g, request
from wtforms import HiddenField
from wtforms.widgets import HiddenInput

from board.core.opgaven import sent_forms
from board.db import ledger

KEY = "sleutel"
# The proof that a form is ours is new after signing in again, and what was seen is no part of what was typed.
NOT_WORDS = frozenset({KEY, "csrf_token", "gezien"})


class SentBefore(Exception):
    """This very form arrived before, and what it made still stands."""

    def __init__(self, first: sent_forms.Sent) -> None:
        super().__init__()
        self.step, self.led_to = first.step or 0, first.led_to


class _WithoutId(HiddenInput):  # type: ignore[misc]
    """A page may hold several forms."""

    def __call__(self, field: Any, **attributes: Any) -> Any:
        return super().__call__(field, **(attributes | {"id": False}))


class KeyField(HiddenField):  # type: ignore[misc]
    """A number that is drawn with the form; it goes along each time that this form is sent."""

    widget = _WithoutId()

    def __init__(self, **options: Any) -> None:
        super().__init__(default=lambda: secrets.token_urlsafe(12), **options)


def arrive(key: str | None) -> None:
    """This form begins its work. Raises SentBefore when it did already; without a key it always works."""
    if not key:
        return
    fingerprint = _fingerprint(key)
    if (first := sent_forms.arrive(fingerprint)) is not None:
        raise SentBefore(first)
    g.sent = fingerprint


def _fingerprint(key: str) -> str:
    """Of this form with these words in it: who goes back and changes a word sends something new."""
    words = sorted((name, value) for name, value in request.form.items(multi=True) if name not in NOT_WORDS)
    files = sorted((name, _content(file)) for name, file in request.files.items(multi=True))
    whole = repr((ledger().who, key, request.path, words, files))
    return hashlib.blake2s(whole.encode()).hexdigest()


def _content(file: Any) -> str:
    """A short name for the bytes of a file."""
    place = file.stream.tell()
    file.stream.seek(0)
    digest = hashlib.file_digest(file.stream, "blake2s").hexdigest()
    file.stream.seek(place)
    return digest


def init_app(app: Flask) -> None:
    """Remember where each form led, just before its work is kept."""

    @app.after_request
    def settle(response: Response) -> Response:
        if "sent" in g and response.status_code < 400:
            sent_forms.settle(g.pop("sent"), response.location or response.headers.get("HX-Redirect", ""))
        return response
