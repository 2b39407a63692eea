"""`make dev`: a change is there at the next look, a mistake shows where it is, and it is for the demo alone."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import dev_server
from board.server import start
from tests.cli.serving import PATIENCE, free_port, until

ROOT = Path(__file__).parents[2]
PARTS = ("board", "migrations", "static", "templates")
FILES = ("dev_server.py", "build_assets.py", "package.json", "package-lock.json")
PAGE = "templates/public/layout.html"
MODULE = "board/app.py"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the server needs, in which a test may change files."""
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy2(ROOT / file, tmp_path / file)
    return tmp_path


def command(checkout: Path, port: int) -> "subprocess.Popen[bytes]":
    own = {name: value for name, value in os.environ.items() if not name.startswith("OPGAVEBORD_")}
    words = [sys.executable, "dev_server.py", "--port", str(port)]
    with (checkout / "log").open("wb") as log:
        return subprocess.Popen(words, cwd=checkout, env=own, stdout=log, stderr=log, start_new_session=True)


@contextmanager
def serving(checkout: Path) -> Iterator[Callable[[], str]]:
    """The server at work; what is yielded reads the first page, also one that tells of a mistake."""
    port = free_port()
    process = command(checkout, port)

    def read() -> str:
        assert process.poll() is None, (checkout / "log").read_text()
        try:
            return first_page(port)
        except (OSError, HTTPException):  # it is just starting again
            return ""

    try:
        yield read
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=PATIENCE)


def first_page(port: int) -> str:
    """What is there, also when that is the page of a mistake."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except HTTPError as mistake:
        return mistake.read().decode()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_a_change_of_a_template_and_of_the_code_is_there_at_the_next_look(checkout: Path) -> None:
    with serving(checkout) as page:
        until(lambda: "Lindewaard" in page())

        change(checkout / PAGE, "<title>", "<title>Veranderd: ")
        until(lambda: "Veranderd: " in page())

        change(checkout / MODULE, "\ndef ", "\nthis is no Python\ndef ")
        until(lambda: "SyntaxError" in page())
        change(checkout / PAGE, "<title>", "<title>{{ nobody_knows_this }}")
        change(checkout / MODULE, "\nthis is no Python", "")
        until(lambda: "Werkzeug" in (mistake := page()) and "nobody_knows_this" in mistake)


@pytest.mark.parametrize(
    "settings", [{"BASE_URL": "https://bord.gemeente.example"}, {"PROXIES": "1"}, {"DEMO": "0"}], ids=str
)
def test_it_refuses_settings_of_people_at_work(
    settings: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "speak_as_demo", lambda _port: None)
    for name, value in {"DEMO": "1", "INSTANCE": str(tmp_path / "bord"), **settings}.items():
        monkeypatch.setenv(f"OPGAVEBORD_{name}", value)

    with pytest.raises(SystemExit, match="a debugger is not for an installation in which people work"):
        dev_server.demo(8000)
    assert not (tmp_path / "bord/opgavebord.sqlite").exists()


def test_it_is_not_in_what_is_installed() -> None:
    packed = (ROOT / "pyproject.toml").read_text().split("[tool.hatch.build]")[1].split("[tool.ruff]")[0]

    assert "dev_server" not in packed
    assert "--host" not in (ROOT / "dev_server.py").read_text()
