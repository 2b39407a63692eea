"""Styles, scripts and drawings: built once, named after their content, and kept by browsers for a year."""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask
from whitenoise import WhiteNoise

from board.config import WrongSetting, files

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

BUILD = "build"
# What a build makes: a name, what it was made of, and a kind. Nothing that leads out of the folder.
NAME = re.compile(r"[\w.-]+-[0-9A-Za-z]{8}\.\w+")


@cache
def _built() -> dict[str, str]:
    listing = files("static") / BUILD / "meta.json"
    if not listing.is_file():
        raise WrongSetting("De opmaak en scripts zijn nog niet gemaakt. Draai “make install”.")
    found: dict[str, str] = json.loads(listing.read_text())
    return found


def asset(name: str) -> str:
    """The address of a built file: asset("app.css") is /static/build/app-3F2A….css."""
    return f"/static/{BUILD}/{_built()[name]}"


class BuiltFiles(WhiteNoise):  # type: ignore[misc]
    """The built files, also of a build that came after this process began: another process may name them already."""

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        folder, _, name = path.rpartition("/")
        if folder == f"/static/{BUILD}" and path not in self.files and NAME.fullmatch(name):
            self._look_again(path, files("static") / BUILD / name)
        answer: Iterable[bytes] = super().__call__(environ, start_response)
        return answer

    def _look_again(self, path: str, file: Path) -> None:
        if file.is_file():
            self.add_file_to_dictionary(path, str(file))


def init_app(app: Flask, headers: dict[str, str]) -> None:
    """Serve static/build before Flask sees the request; `headers` go on each file."""

    def add_headers(found: object, _path: str, _url: str) -> None:
        for name, value in headers.items():
            found[name] = value  # type: ignore[index]

    _built()
    app.wsgi_app = BuiltFiles(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(files("static") / BUILD),
        prefix=f"/static/{BUILD}/",
        max_age=31536000,
        immutable_file_test=lambda _path, url: not url.endswith(".json"),
        allow_all_origins=False,
        add_headers_function=add_headers,
    )
    app.jinja_env.globals["asset"] = asset
