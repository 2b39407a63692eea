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
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
