"""One request at a time in a process, in the order they came; who only waits lets others go first."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """The right to work in this process. Threads that work side by side in Python only wait for each other."""

    def __init__(self) -> None:
        self._lock, self._waiting, self._taken = threading.Lock(), deque[threading.Lock](), False
        self._mine = threading.local()

    @contextmanager
    def take(self) -> Iterator[None]:
        """Work, when it is our turn."""
        self._take()
        self._mine.turn = True
        try:
            yield
        finally:
            self._mine.turn = False
            self._give()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let others work while we wait, or work outside Python. Never while others wait for what we hold."""
        if not getattr(self._mine, "turn", False):
            yield
            return
        self._give()
        try:
            yield
        finally:
            self._take(first=True)

    def _take(self, first: bool = False) -> None:
        with self._lock:
            if not self._taken:
                self._taken = True
                return
            mine = threading.Lock()
            mine.acquire()
            (self._waiting.appendleft if first else self._waiting.append)(mine)
        mine.acquire()

    def _give(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


turns = Turns()
