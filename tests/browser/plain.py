"""Small web servers beside Opgavebord: another site, and one that only sends files."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from flask import Flask
from werkzeug.serving import make_server


class Quiet(SimpleHTTPRequestHandler):
    """`python -m http.server`, without a line for each request."""

    def log_message(self, *_words: Any) -> None:
        """Nothing to say."""


@contextmanager
def files_of(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of a server that sends these files and knows nothing of them."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=str(folder))) as server:
        yield from _until_the_end(server, server.server_address[1])


@contextmanager
def app_at(app: Flask, port: int) -> Iterator[str]:
    """The application in this process, at a port that was chosen before it was made."""
    server = make_server("127.0.0.1", port, app, threaded=True)
    yield from _until_the_end(server, port)
    server.server_close()


def _until_the_end(server: Any, port: int) -> Iterator[str]:
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.shutdown()
        thread.join()
