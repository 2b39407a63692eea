"""Rows on their way to the database, many at a time."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Table, func, insert, select, text

from board.db import Base, session

CHUNK = 20_000


class RowBuffer:
    """Collects rows per table, gives them their ids beforehand, and writes them in the order of their references."""

    def __init__(self) -> None:
        self.waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.last_ids: dict[str, int] = {}
        self.number = 0

    def add(self, model: type[Base], **values: Any) -> int:
        """Keep a row for later. All rows of a model name the same columns. Returns its id."""
        name = model.__tablename__
        if name not in self.last_ids:
            self.last_ids[name] = session.scalar(select(func.max(_table(name).c.id))) or 0
        self.last_ids[name] += 1
        self._keep(name, {"id": self.last_ids[name], **values})
        return self.last_ids[name]

    def link(self, table: Table, **values: int) -> None:
        """Keep a row of a table that has no id of its own."""
        self._keep(table.name, values)

    def _keep(self, name: str, row: dict[str, Any]) -> None:
        self.waiting[name].append(row)
        self.number += 1

    def write_when_full(self) -> None:
        """Call it between things that belong together."""
        if self.number >= CHUNK:
            self.write()

    def write(self) -> None:
        """Write what waits."""
        for table in Base.metadata.sorted_tables:
            if rows := self.waiting.pop(table.name, []):
                session.connection().execute(insert(table), rows)
        self.number = 0

    def finish(self) -> None:
        """Write the rest. PostgreSQL then counts on from our ids, and learns how much there is now."""
        self.write()
        if session.get_bind().dialect.name == "postgresql":
            for name, last in self.last_ids.items():
                sequence = func.pg_get_serial_sequence(name, "id")
                session.execute(select(func.setval(sequence, last)))
            session.execute(text("ANALYZE"))


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
