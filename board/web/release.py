"""The fingerprint of all that makes a page besides the database: another release, style or setting is another page."""

import hashlib
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from flask.sansio.app import App

from board.config import Settings, files
from board.web.assets import BUILD

# Where the configuration of the application holds it.
RELEASE = "RELEASE"
# Settings that no page shows: two machines that differ in these send the same pages.
OF_THE_SERVER = ("instance", "database_url", "secret_key", "workers", "proxies", "compress", "server_timing")


def init_app(app: App) -> None:
    """Work it out once, before any page is made."""
    app.config[RELEASE] = release(app.config["SETTINGS"])


def release(settings: Settings) -> str:
    """A fingerprint of words, looks and settings."""
    digest = hashlib.blake2s(repr(_shown(settings)).encode(), digest_size=12)
    digest.update(_of_the_files())
    for file in (settings.logo, settings.theme):
        if file:
            digest.update(file.read_bytes())
    digest.update(b"poster" if find_spec("weasyprint") else b"")
    return digest.hexdigest()


@cache
def _of_the_files() -> bytes:
    """A digest of code, templates and styles: what this process runs, read once."""
    made_of = [*sorted(files("templates").rglob("*.html")), *sorted(Path(__file__).parents[1].rglob("*.py"))]
    digest = hashlib.blake2s(digest_size=12)
    for file in [*made_of, files("static") / BUILD / "meta.json", files("static") / "css" / "poster.css"]:
        digest.update(file.read_bytes())
    return digest.digest()


def _shown(settings: Settings) -> Settings:
    """All settings that a page may show; what is only for the server itself stays out."""
    ours = Settings(instance=Path(), database_url="", secret_key="")
    return replace(settings, **{name: getattr(ours, name) for name in OF_THE_SERVER})
