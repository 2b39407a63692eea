"""Styles, scripts and drawings: built once, named after their content, and kept by browsers for a year."""

import json
from functools import cache

from flask import Flask
from whitenoise import WhiteNoise

from board.config import WrongSetting, files

BUILD = "build"


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


def init_app(app: Flask, headers: dict[str, str]) -> None:
    """Serve static/build before Flask sees the request; `headers` go on each file."""

    def add_headers(found: object, _path: str, _url: str) -> None:
        for name, value in headers.items():
            found[name] = value  # type: ignore[index]

    _built()
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(files("static") / BUILD),
        prefix=f"/static/{BUILD}/",
        max_age=31536000,
        immutable_file_test=lambda _path, url: not url.endswith(".json"),
        allow_all_origins=False,
        add_headers_function=add_headers,
    )
    app.jinja_env.globals["asset"] = asset
