"""How alembic reaches our database and our models."""

from alembic import context
from sqlalchemy import Engine

import board.blocks
import board.core.card_parts
import board.core.sign_ins
import board.core.versions
import board.exchange.routes  # noqa: F401
from board.db import Base

engine: Engine = context.config.attributes["engine"]

with engine.connect() as connection:
    if connection.dialect.name == "sqlite":
        # SQLite makes some tables anew, and dropping the old one would take along all that refers to it.
        connection.connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
    if connection.dialect.name == "sqlite":
        connection.connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[attr-defined]
