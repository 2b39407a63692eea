"""What proxies say of a request: believed from those that were declared, and only what can be true."""

import logging
import re
import time
from collections.abc import Callable, Iterable
from encodings import idna
from ipaddress import ip_address
from typing import TYPE_CHECKING

from flask import request
from werkzeug.middleware.proxy_fix import ProxyFix

from board.config import PREFIX, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

FOR, PROTO, HOST = "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST"
# What proxies add; a browser by itself sends none of these.
ADDED = (FOR, PROTO, HOST, "HTTP_FORWARDED", "HTTP_X_REAL_IP")
CAME_THROUGH = "opgavebord.came_through"
# So long we do not believe who a proxy says there is, after it passed on a form without saying so: in seconds.
DOUBT = 15 * 60
PLACE = re.compile(r"\[(?P<six>[0-9a-fA-F:.]+)\](:\d{1,5})?|(?P<four>[\d.]+)(:\d{1,5})?")
SITE = re.compile(r"(?P<name>[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(:(?P<port>\d{1,5}))?", re.IGNORECASE)
LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
UNDECLARED = (
    f"Er staat een proxy voor Opgavebord, maar {PREFIX}PROXIES is 0. Dan lijken alle bezoekers één adres. "
    f"Zet {PREFIX}PROXIES op het aantal proxy's."
)
SILENT = "De proxy zegt er niet bij van wie een verzoek komt (X-Forwarded-For). Dan lijken alle bezoekers één adres."


def address(text: str) -> str | None:
    """The network address that a proxy wrote, without a port; None when it is none."""
    found = PLACE.fullmatch(text)
    try:
        return str(ip_address((found.group("six") or found.group("four")) if found else text))
    except ValueError:
        return None


def scheme(text: str) -> str | None:
    """http or https; None for anything else."""
    return text.lower() if text.lower() in {"http", "https"} else None


def host(text: str) -> str | None:
    """A name or address with perhaps a port, as it can stand in a web address; None when it cannot."""
    found = SITE.fullmatch(text)
    if found is None or int(found.group("port") or 1) not in range(1, 65536):
        return None
    name: str = found.group("name")
    sound = (
        address(name) is not None if name.startswith("[") else all(map(_is_label, name.removesuffix(".").split(".")))
    )
    return text if sound else None


def _is_label(text: str) -> bool:
    if not LABEL.fullmatch(text):
        return False
    try:
        idna.ToUnicode(text)
    except UnicodeError:
        return False
    return True


class Forwarded:
    """Stands before the application: believes as many proxies as are declared, and nothing that cannot be true."""

    def __init__(self, app: "WSGIApplication", proxies: int) -> None:
        self.proxies = proxies
        self.app = ProxyFix(app, x_for=proxies, x_proto=proxies, x_host=proxies) if proxies else app
        self.doubt_until = 0.0
        self.told: set[str] = set()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        environ[CAME_THROUGH] = any(name in environ for name in ADDED)
        if self.proxies:
            self._clean(environ)
        elif environ[CAME_THROUGH]:
            self._tell_once(UNDECLARED)
        if environ.get("HTTP_HOST") and host(environ["HTTP_HOST"]) is None:
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Zo ziet een adres er niet uit.\n"]
        return self.app(environ, start_response)

    def _clean(self, environ: "WSGIEnvironment") -> None:
        for name, sound in ((FOR, address), (PROTO, scheme), (HOST, host)):
            self._keep(environ, name, sound)
        if FOR not in environ and environ.get("REQUEST_METHOD") == "POST":
            # Our proxy adds nothing, so where this header does come, the visitor wrote it.
            self.doubt_until = time.monotonic() + DOUBT
            self._tell_once(SILENT)
        elif self.doubt_until > time.monotonic():
            environ.pop(FOR, None)

    def _keep(self, environ: "WSGIEnvironment", name: str, sound: Callable[[str], str | None]) -> None:
        """This header with what the first of our proxies said; without it when that cannot be true."""
        values = [value.strip() for value in str(environ.get(name, "")).split(",")]
        believed = sound(values[-self.proxies]) if len(values) >= self.proxies else None
        if believed is None:
            environ.pop(name, None)
        else:
            values[-self.proxies] = believed
            environ[name] = ",".join(values)

    def _tell_once(self, what: str) -> None:
        if what not in self.told:
            self.told.add(what)
            log.warning(what)


def is_undeclared(settings: Settings) -> bool:
    """Whether this request came through a proxy that nobody declared."""
    return not settings.proxies and (settings.https or bool(request.environ.get(CAME_THROUGH)))


def is_silent(settings: Settings) -> bool:
    """Whether the proxy that is declared does not say who this request comes from."""
    return settings.proxies > 0 and FOR not in request.environ


def looks_secure() -> bool:
    """Whether the browser speaks https, by what it says itself: a proxy may not tell us."""
    origin = request.headers.get("Origin", "")
    if origin.startswith(("http://", "https://")):
        return origin.startswith("https://")
    said = request.environ.get(PROTO, "").lower() == "https"
    return request.is_secure or said or "Sec-Fetch-Site" in request.headers  # which browsers send over https only


def at_start(settings: Settings) -> str | None:
    """What can be known of proxies before anybody comes: https is made by one."""
    return UNDECLARED if settings.https and not settings.proxies else None
