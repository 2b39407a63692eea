"""The front of the server: takes in what is sent, and only then lets the application answer, one request at a time."""

import asyncio
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from io import BytesIO
from typing import Any

from flask import Flask

from board.app import create_app
from board.db.turns import turns
from board.server.bodies import BodyLimits, Senders, TooLarge, TooSlow, WentAway, pass_over, take_in
from board.web.proxies import address
from board.web.uploads import REFUSED, most_bytes

NOTHING_SENT = frozenset({"GET", "HEAD"})
# So many changes can be under way in one process; all but one of them wait, or work outside Python.
THREADS = 8


class Front:
    """What granian calls for each request.

    Reading a body takes nobody's time but the sender's. A page is made where we are; a change has a thread, so that
    it can wait for others or check a password without keeping anybody.
    """

    def __init__(self, app: Flask, limits: BodyLimits | None = None) -> None:
        self.app, self.proxies = app, app.config["SETTINGS"].proxies
        self.limits = limits or BodyLimits()
        self.senders = Senders(self.limits.at_once, self.limits.from_one)
        self.threads = ThreadPoolExecutor(THREADS)

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        environ = _environ(scope)
        if scope.method in NOTHING_SENT:
            self._answer(proto, environ)
            return
        try:
            await self._take_in(scope, proto, environ)
        except WentAway:
            proto.response_empty(400, [])
        except TooSlow:
            environ[REFUSED] = 408
            self._answer(proto, environ, more_headers=[("connection", "close")])
        else:
            await asyncio.get_running_loop().run_in_executor(self.threads, self._answer, proto, environ)

    async def _take_in(self, scope: Any, proto: Any, environ: dict[str, Any]) -> None:
        """Put what is sent in the environment, whole. Raises TooSlow or WentAway.

        Of what is too large only the size comes along, and the application says so.
        """
        length, parts = _length(scope), aiter(proto)
        with self.senders.admit(self._sender(scope)):
            most = self._most(environ, length)
            try:
                body, size = await take_in(parts, length, most, self.limits)
            except TooLarge as refused:
                await pass_over(parts, refused, self.limits)
                body, size = BytesIO(), refused.size
        environ["wsgi.input"] = body
        environ["CONTENT_LENGTH"] = str(size)

    def _most(self, environ: dict[str, Any], length: int | None) -> int:
        """How many bytes may come here. Only where more than usual come we ask who this is."""
        usual: int = self.app.config["MAX_CONTENT_LENGTH"]
        if length is not None and length <= usual:
            return usual
        with turns.take():
            return most_bytes(self.app, environ)

    def _sender(self, scope: Any) -> str:
        """From which network address this comes, as the proxies say that are declared."""
        said = [part.strip() for part in scope.headers.get("x-forwarded-for", "").split(",")][-self.proxies :]
        told = address(said[0]) if self.proxies and len(said) == self.proxies else None
        return told or _host(scope.client)

    def _answer(self, proto: Any, environ: dict[str, Any], more_headers: Iterable[tuple[str, str]] = ()) -> None:
        with environ["wsgi.input"], turns.take():
            status, headers, body = _ask(self.app, environ)
        proto.response_bytes(status, [*headers, *more_headers], body)


def _ask(app: Callable[..., Iterable[bytes]], environ: dict[str, Any]) -> tuple[int, list[tuple[str, str]], bytes]:
    """The whole answer of a WSGI application (PEP 3333)."""
    begun: list[Any] = []

    def begin(status: str, headers: list[tuple[str, str]], _error: object = None) -> Callable[[bytes], object]:
        begun[:] = int(status[:3]), headers
        return lambda _part: None

    parts = app(environ, begin)
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return begun[0], begun[1], body


BASE: dict[str, Any] = {
    "SCRIPT_NAME": "",
    "SERVER_SOFTWARE": "Granian",
    "GATEWAY_INTERFACE": "CGI/1.1",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.input_terminated": True,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


def _environ(scope: Any) -> dict[str, Any]:
    """The request as a WSGI application wants to hear it, without what is sent with it."""
    environ = BASE | {
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": _host(scope.server),
        "SERVER_PORT": scope.server.rpartition(":")[2],
        "REMOTE_ADDR": _host(scope.client),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(),
    }
    for name, value in scope.headers.items():
        key = _key(name)
        environ[key] = f"{environ[key]}{';' if name == 'cookie' else ','}{value}" if key in environ else value
    environ.setdefault("HTTP_HOST", scope.authority or "")
    environ.pop("CONTENT_LENGTH", None)  # until it came
    return environ


@lru_cache(500)  # whoever invents names does not fill our memory
def _key(name: str) -> str:
    key = name.replace("-", "_").upper()
    return key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"


def _host(place: str) -> str:
    return place.rpartition(":")[0].strip("[]")


def _length(scope: Any) -> int | None:
    """The number of bytes that are announced; None when the sender does not know yet."""
    text = scope.headers.get("content-length")
    return int(text) if text and text.isascii() and text.isdecimal() else None


def front() -> Front:
    """The front with the application behind it; each worker of the server makes one."""
    return Front(create_app())
