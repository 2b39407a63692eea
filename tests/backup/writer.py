"""Somebody who goes on writing, in a process of their own: each name stands in the log once it was accepted."""

import os
import sys
from pathlib import Path

from board import db
from board.core.people.people import Person


def write_on(url: str, log: Path) -> None:
    engine = db.make_engine(url)
    number = 0
    with log.open("w", buffering=1) as accepted:
        while True:
            number += 1
            name = f"{os.getpid()}-{number}"
            with db.transaction(engine) as session:
                session.add(Person(email=f"{name}@gemeente.example", name=name))
            accepted.write(f"{name}\n")


if __name__ == "__main__":
    write_on(sys.argv[1], Path(sys.argv[2]))
