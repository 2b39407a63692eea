"""Around the whole application: what went wrong where no handler could hear it still gets a page and a number."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask

from board.web.errors import log
from board.web.errors.page import Problem, bare_response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class LastResort:
    """A WSGI application that lets no error go past: not from an error page, and not from before or after a request."""

    def __init__(self, app: Flask, inner: "WSGIApplication") -> None:
        self.app, self.inner = app, inner

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        begun: list[Any] = []

        def begin(*answer: Any) -> Callable[[bytes], object]:
            begun[:] = answer  # goes out when all of the request is over, so that what still fails can be told
            return lambda _part: None

        try:
            body = self.inner(environ, begin)
        except Exception:
            if self.app.testing and self.app.config["PROPAGATE_EXCEPTIONS"] is not False:
                raise  # a test wants to see what it broke
            body = self._answer(environ, begin, was_done=bool(begun))
        start_response(*begun)
        return body

    def _answer(self, environ: "WSGIEnvironment", begin: Callable[..., object], was_done: bool) -> Iterable[bytes]:
        number = environ.setdefault(log.PLACE, log.new_number())
        method, path = environ.get("REQUEST_METHOD", ""), environ.get("PATH_INFO", "")
        log.LOG.exception("Fout %s: %s, outside every handler", number, method)
        # When an answer was there already, its work was done too: then nobody may say that nothing is kept.
        kind = "unsure" if was_done and method == "POST" else None
        response = bare_response(self.app, Problem(500, kind, number, path, is_sent=method == "POST"))
        begin(response.status, response.get_wsgi_headers(environ).to_wsgi_list())
        return [response.get_data()]
