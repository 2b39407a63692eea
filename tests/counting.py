"""How many questions the database is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine, event

from board import db

# Savepoints are the test's own way to roll everything back.
NOT_A_QUESTION = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")


@dataclass
class Queries:
    """The statements that were asked, in order."""

    asked: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        return len(self.asked)


@contextmanager
def counting_queries() -> Iterator[Queries]:
    """Counts the statements of this block, on whatever database."""
    queries = Queries()
    if db.session.registry.has():
        db.session.commit()  # what the test itself made is no question of the page

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(NOT_A_QUESTION):
            queries.asked.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield queries
    finally:
        event.remove(Engine, "before_cursor_execute", count)
