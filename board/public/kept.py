"""Answers that were made before, as long as they fit: what was asked longest ago goes first."""

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple


class Answer(NamedTuple):
    """What was sent, to send again."""

    body: bytes
    headers: list[tuple[str, str]]


class Kept:
    """A shelf of so many bytes, in one process. What is lost is only made again."""

    def __init__(self, room: int) -> None:
        self.room, self.taken = room, 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> Answer | None:
        with self._lock:
            if name in self._answers:
                self._answers.move_to_end(name)
            return self._answers.get(name)

    def put(self, name: str, answer: Answer) -> None:
        if len(answer.body) > self.room // 2:  # it would push out all else
            return
        with self._lock:
            self._leave(name)
            self._answers[name] = answer
            self.taken += len(answer.body)
            while self.taken > self.room:
                self._leave(next(iter(self._answers)))

    def _leave(self, name: str) -> None:
        if answer := self._answers.pop(name, None):
            self.taken -= len(answer.body)

    def __len__(self) -> int:
        return len(self._answers)
