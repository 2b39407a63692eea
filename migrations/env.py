"""How alembic reaches our database and our models."""

from alembic import context
from sqlalchemy import Engine

import board.tables  # noqa: F401  alembic compares the database with all that is declared
from board.db import Base


def is_ours(_thing: object, name: str | None, _kind: str, reflected: bool, _model: object) -> bool:
    """What the databases make of the search's words themselves is in no model."""
    return not (reflected and name is not None and name.startswith(("search_words", "ix_search_words")))


engine: Engine = context.config.attributes["engine"]

with engine.connect() as connection:
    if connection.dialect.name == "sqlite":
        # SQLite makes some tables anew, and dropping the old one would take along all that refers to it.
        connection.connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=is_ours,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
    if connection.dialect.name == "sqlite":
        connection.connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[attr-defined]
