"""SQLite as we use it: connections made ready, and a queue in which writers are served in the order of coming."""

import fcntl
import os
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from sqlite3 import Connection, OperationalError
from typing import Any

# SQLite's own way of waiting looks again every now and then, so whoever comes back soonest wins; ours is a queue.
QUEUE = "-queue"
FIRST_PAUSE, LONGEST_PAUSE = 0.0005, 0.004  # seconds
ORDINARY_PATIENCE = 2000  # milliseconds


class Locked(Exception):
    """Somebody else kept writing for longer than we wait."""


def prepare_connection(connection: Any, _record: object) -> None:
    """WAL, foreign keys, some patience, and transactions that we begin ourselves."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={ORDINARY_PATIENCE}", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def begin_writing(connection: Connection, until: float) -> bool:
    """Begin to write on a connection that may have been reading. True: others wrote since it began to read.

    `until` is a moment of time.monotonic(). Raises Locked when nobody let us in by then; nothing is begun in that case.
    """
    read = _version(connection) if connection.in_transaction else None
    connection.commit()  # a read that becomes a write halfway fails when another wrote meanwhile
    connection.execute(f"PRAGMA busy_timeout={max(0, round((until - time.monotonic()) * 1000))}")
    try:
        connection.execute("BEGIN IMMEDIATE")
    except OperationalError as refused:
        if "locked" not in str(refused):
            raise
        raise Locked from None
    return read != _version(connection)


def _version(connection: Connection) -> int:
    """Another number after each change by another connection (https://sqlite.org/pragma.html#pragma_data_version)."""
    number: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return number


class Turn:
    """A place in the queue of one database, over all processes of this machine; `leave` gives it up, once.

    The place is a byte of an empty file that only its owner locks, at the moment of coming: whoever dies leaves the
    queue by itself, and one is at the front when nobody holds a byte before one's own. SQLite's own lock still decides:
    the queue only sees to the order.
    """

    def __init__(self, handle: int) -> None:
        self.handle = handle

    def leave(self) -> None:
        os.close(self.handle)


def _take_place(handle: int) -> int:
    while True:
        place = time.monotonic_ns()  # the same clock for all processes
        if _lock(handle, fcntl.F_WRLCK, place, 1):
            return place


def take_turn(database: str, until: float, take_place: Callable[[int], int] = _take_place) -> Turn | None:
    """Wait to be at the front. None: this machine has no queue, and SQLite itself decides. Raises Locked."""
    if not hasattr(fcntl, "F_OFD_SETLK"):
        return None
    try:
        turn = Turn(os.open(database + QUEUE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError:
        return None
    try:
        place = take_place(turn.handle)
        _wait(until, lambda: _lock(turn.handle, fcntl.F_RDLCK, 0, place))
    except BaseException:
        turn.leave()
        raise
    return turn


def _wait(until: float, done: Callable[[], bool]) -> None:
    pause = FIRST_PAUSE
    while not done():
        if time.monotonic() > until:
            raise Locked
        time.sleep(pause)
        pause = min(pause * 1.5, LONGEST_PAUSE)


def _lock(handle: int, kind: int, start: int, length: int) -> bool:
    """Try to lock these bytes; the lock goes with the handle, not with the process."""
    with suppress(BlockingIOError, PermissionError):
        fcntl.fcntl(handle, fcntl.F_OFD_SETLK, struct.pack("hhqqi", kind, os.SEEK_SET, start, length, 0))
        return True
    return False
