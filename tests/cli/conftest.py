"""A folder for an installation, and the command as somebody types it there, in this process or in one of its own."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from board import cli

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]
COMMAND = Path(sys.executable).with_name("opgavebord")
NOBODY = 65534
SETPRIV = [shutil.which("setpriv") or "setpriv"]


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """No setting of who runs the tests; the installation lies in tmp_path/bord."""
    for name in [name for name in os.environ if name.startswith("OPGAVEBORD_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("OPGAVEBORD_INSTANCE", str(tmp_path / "bord"))
    return monkeypatch


def on_a_free_port(words: Sequence[str]) -> list[str]:
    """What serves does so beside all else that runs on this machine."""
    if words[0] not in {"serve", "demo"} or "--port" in words:
        return list(words)
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return [*words, "--port", str(asked.getsockname()[1])]


@pytest.fixture
def run(clean: pytest.MonkeyPatch) -> Run:
    """run("migrate", WORKERS="0"): the command, with these settings."""

    def command(*words: str, **settings: str) -> Result:
        for name, value in settings.items():
            clean.setenv(f"OPGAVEBORD_{name}", value)
        return CliRunner().invoke(cli.main, on_a_free_port(words))

    return command


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that an account without rights may use; pytest's own is for who runs the tests alone."""
    with tempfile.TemporaryDirectory(prefix="opgavebord-cli-") as name:
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.fixture
def start(folder: Path) -> Start:
    """start("migrate", …): the command in a process of its own, in which root may do no more than others."""
    less = [*SETPRIV, "--bounding-set", "-dac_override,-dac_read_search,-fowner"] if os.geteuid() == 0 else []

    def command(*words: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        own = {name: value for name, value in os.environ.items() if not name.startswith("OPGAVEBORD_")}
        own |= {"OPGAVEBORD_INSTANCE": str(folder / "bord"), "HOME": str(folder)}
        own |= {f"OPGAVEBORD_{name}": value for name, value in settings.items()}
        line = [*less, str(COMMAND), *on_a_free_port(words)]
        return subprocess.run(line, env=own, cwd=folder, capture_output=True, text=True, check=False)

    return command
