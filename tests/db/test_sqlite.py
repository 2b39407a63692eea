"""The queue of who wants to write in SQLite, over threads and processes."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from board.db import sqlite


def test_writers_are_served_in_the_order_of_coming(tmp_path: Path) -> None:
    file, served = str(tmp_path / "bord.sqlite"), list[int]()
    first, until = sqlite.take_turn(file, time.monotonic() + 60), time.monotonic() + 60
    came = [threading.Event() for _ in range(8)]

    def write(number: int) -> None:
        place, take = came[number], sqlite._take_place

        def known(handle: int) -> int:
            found = take(handle)
            place.set()
            return found

        turn = sqlite.take_turn(file, until, known)
        served.append(number)
        assert turn is not None
        turn.leave()

    writers = []
    for number in range(8):
        writers.append(threading.Thread(target=write, args=(number,)))
        writers[-1].start()
        assert came[number].wait(30)
    assert first is not None
    assert not served
    first.leave()
    for one in writers:
        one.join()

    assert served == list(range(8))


def test_who_dies_in_the_queue_keeps_nobody_waiting(tmp_path: Path) -> None:
    file = str(tmp_path / "bord.sqlite")
    dies = "import os, sys, time; from board.db import sqlite; sqlite.take_turn(sys.argv[1], time.monotonic())"
    dies += "; os._exit(9)"

    assert subprocess.run([sys.executable, "-c", dies, file], check=False).returncode == 9
    turn = sqlite.take_turn(file, time.monotonic())
    assert turn is not None
    with pytest.raises(sqlite.Locked):
        sqlite.take_turn(file, time.monotonic())
    turn.leave()
