"""The real server, asked by several connections at once."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Self

from tests.bench.measure import LIKE_A_BROWSER, percentile

WORKERS = 2
START = "from board.cli import main; main()"


@dataclass(frozen=True)
class Load:
    """What many requests through the server gave."""

    name: str
    connections: int
    per_second: float
    p50: float
    p95: float


class Server:
    """`opgavebord serve` on a port of its own, on the database that is measured."""

    def __init__(self, settings: Mapping[str, str], workers: int = WORKERS) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        own = {"OPGAVEBORD_" + name: value for name, value in settings.items()}
        self.environment = {**os.environ, **own, "OPGAVEBORD_WORKERS": str(workers)}
        self.start_seconds = 0.0

    def __enter__(self) -> Self:
        self._start()
        return self

    def _start(self) -> None:
        began = time.perf_counter()
        command = [sys.executable, "-c", START, "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, start_new_session=True
        )
        while not self._answers():
            assert self.process.poll() is None, "the server stopped"
            assert time.perf_counter() - began < 60, "the server does not answer"
            time.sleep(0.02)
        self.start_seconds = time.perf_counter() - began

    def restart(self) -> None:
        """As after an upgrade: stopped in peace, and started again on the same port."""
        self._stop()
        self._start()

    def _answers(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            return _get(line, "/", {}) == 200
        except OSError:
            return False
        finally:
            line.close()

    def __exit__(self, *_error: object) -> None:
        self._stop()

    def _stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)  # its workers would outlive it
            self.process.wait()

    def etag(self, path: str, headers: Mapping[str, str] = MappingProxyType({})) -> str:
        """What somebody who was here before has in hand."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={**LIKE_A_BROWSER, **headers})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return str(answer.headers["ETag"])

    def memory(self) -> float | None:
        """Megabytes of the server and its workers together, shared pages counted once; only Linux knows."""
        try:
            return sum(_proportional(pid) for pid in family(self.process.pid)) / 1024
        except OSError:
            return None

    def load(self, name: str, path: str, headers: dict[str, str], connections: int, seconds: float) -> Load:
        """As many requests as these connections can get answered in this time."""
        expected = 304 if "If-None-Match" in headers else 200
        began = time.perf_counter()
        with ThreadPoolExecutor(connections) as pool:
            jobs = [pool.submit(self._ask, path, headers, expected, began + seconds) for _ in range(connections)]
            times = [took for job in jobs for took in job.result()]
        whole = time.perf_counter() - began
        p50, p95 = percentile(times, 50) * 1000, percentile(times, 95) * 1000
        return Load(name, connections, len(times) / whole, p50, p95)

    def _ask(self, path: str, headers: dict[str, str], expected: int, end: float) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        times: list[float] = []
        while time.perf_counter() < end or len(times) < 2:
            began = time.perf_counter()
            status = _get(connection, path, {**LIKE_A_BROWSER, **headers})
            assert status == expected, (path, status)
            times.append(time.perf_counter() - began)
        connection.close()
        return times


def _get(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> int:
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def family(pid: int) -> list[int]:
    """A process and all that came from it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def _proportional(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
