"""`opgavebord serve` in a process of its own, and what becomes of it."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from tests.cli.conftest import COMMAND

PATIENCE = 60  # seconds


class Server:
    """A running server; `log` is what it said."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
        self.process, self.port, self.log = process, port, log

    def answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in children.split()]

    def kill_a_worker(self) -> int:
        worker = self.workers()[0]
        os.kill(worker, signal.SIGKILL)
        return worker

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.1)


def started(folder: Path, log: Path, *words: str, **settings: str) -> "subprocess.Popen[bytes]":
    own = {name: value for name, value in os.environ.items() if not name.startswith("OPGAVEBORD_")}
    own |= {"OPGAVEBORD_INSTANCE": str(folder)} | {f"OPGAVEBORD_{name}": value for name, value in settings.items()}
    with log.open("wb") as out:
        return subprocess.Popen([COMMAND, *words], env=own, stdout=out, stderr=out, start_new_session=True)


def ended(process: "subprocess.Popen[bytes]") -> None:
    """End a command with all that it started: workers go on serving when only the process above them is killed."""
    with suppress(ProcessLookupError):  # it ended by itself, and so did its workers
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def running(folder: Path, *words: str, **settings: str) -> Iterator[Server]:
    """A server until the end of the block."""
    port, log = free_port(), folder.with_suffix(".log")
    process = started(folder, log, *(words or ("serve",)), "--port", str(port), **settings)
    server = Server(process, port, log)
    try:
        until(lambda: process.poll() is not None or server.answers())
        assert process.poll() is None, log.read_text()
        yield server
    finally:
        ended(process)
    until(lambda: not server.answers())  # nobody is left who does
