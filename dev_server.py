"""`make dev`: the demo on 127.0.0.1, made again at each change of a file, with Flask's debugger. Not in the wheel.

The debugger runs what is typed in it, so this is a file of the checkout and not a command of `opgavebord`: it serves
the demo only, listens on this machine only, and refuses settings that belong to people at work.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug import run_simple
from werkzeug.serving import is_running_from_reloader

import build_assets

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ROOT = Path(__file__).resolve().parent
HOST = "127.0.0.1"
# Beside the demo of `make run`, so that a migration that is not ready yet spoils nothing there.
FOLDER = "instance/dev"
# What the running application reads and Python does not import. Modules of Python are watched already.
WATCHED = {
    "templates": ("html", "txt", "xml"),
    "board": ("toml", "txt", "tsv", "json"),
    "static": ("css", "js", "mjs", "svg"),
    "migrations": ("py",),
}


def main() -> None:
    """Serve until Ctrl+C. Exits with a sentence when the settings are not those of a demo on this machine."""
    words = argparse.ArgumentParser(prog="make dev", description=__doc__, usage="make dev PORT=8000")
    words.add_argument("--port", type=int, default=8000)
    port = words.parse_args().port
    os.environ.setdefault("OPGAVEBORD_INSTANCE", FOLDER)
    if not is_running_from_reloader():
        sys.stdout.write(f"Opgavebord for developers: http://{HOST}:{port}  (stop: Ctrl+C)\n")
        sys.stdout.flush()
    run_simple(
        HOST, port, application(port), use_reloader=True, use_debugger=True, threaded=True, extra_files=watched()
    )


def watched() -> list[str]:
    """The files besides Python's modules whose change makes the application start again."""
    folders = ((ROOT / folder, endings) for folder, endings in WATCHED.items())
    found = [path for folder, endings in folders for ending in endings for path in folder.rglob(f"*.{ending}")]
    return [str(path) for path in found if "build" not in path.relative_to(ROOT).parts]


def application(port: int) -> WSGIApplication:
    """The demo as a WSGI application. A mistake that stops the start is shown on each page, until it is mended."""
    if not is_running_from_reloader():
        return nothing  # this process only watches; the one that it starts answers
    try:
        return demo(port)
    except Exception as problem:
        traceback.print_exc()
        return raising(problem)


def demo(port: int) -> WSGIApplication:
    """The application with the demo in its database, in which a mistake goes past our own page to the debugger."""
    from board import config, instance
    from board.app import create_app
    from board.cli.database import database
    from board.server import start
    from board.web.errors import LastResort

    build_assets.build()
    start.speak_as_demo(port)
    settings = config.load_settings()
    require_demo(settings)
    os.umask(instance.FOR_THE_OWNER)
    instance.prepare(settings.instance)
    with database(settings) as engine:
        start.fill_with_demo(engine, fresh=False)
    app = create_app(settings)
    app.debug = True
    outermost = app.wsgi_app
    if isinstance(outermost, LastResort):
        app.wsgi_app = outermost.inner  # type: ignore[method-assign, assignment]
    return app


def require_demo(settings: object) -> None:
    """Raises SystemExit with a sentence when these settings are those of an installation for people at work."""
    if getattr(settings, "https", True) or getattr(settings, "proxies", 1) or not getattr(settings, "demo", False):
        sys.exit(
            "make dev is for the demo on this machine. Take away OPGAVEBORD_PROXIES and OPGAVEBORD_DEMO, and let "
            "OPGAVEBORD_BASE_URL begin with http://: a debugger is not for an installation in which people work."
        )


def nothing(_environ: WSGIEnvironment, _start_response: StartResponse) -> Iterable[bytes]:
    """An application that is never asked."""
    return []


def raising(problem: Exception) -> WSGIApplication:
    """An application that answers each request with this mistake."""

    def fail(_environ: WSGIEnvironment, _start_response: StartResponse) -> Iterable[bytes]:
        raise problem

    return fail


if __name__ == "__main__":
    main()
