"""Older imports can be undone too, and a number of something that was removed is never given again."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0020"
down_revision = "0016"
branch_labels = None
depends_on = None

# Undoing an import removes these: their numbers stand in the history, and in what a later import knows.
NUMBERED = ("card", "card_note", "check_item", "board_import")
# Parts of one import follow each other at once; who waits longer brought in another one.
APART = timedelta(minutes=10)
MOMENT = board.db.UtcDateTime(timezone=True)

CARDS = sa.table("card", sa.column("id"), sa.column("source"))
CHANGES = sa.table(
    "change",
    *(sa.column(name) for name in ("kind", "verb", "thing_id", "opgave_id", "person_id", "step", "import_id")),
    sa.column("at", MOMENT),
)
IMPORTS = sa.table(
    "board_import",
    *(
        sa.column(name)
        for name in ("opgave_id", "source", "board_id", "board_name", "person_id", "choices", "left_open")
    ),
    sa.column("id"),
    sa.column("at", MOMENT),
    sa.column("people", sa.JSON()),
    sa.column("said", sa.JSON()),
)


def upgrade() -> None:
    op.add_column("board_import", sa.Column("said", sa.JSON(), nullable=True))
    op.execute("UPDATE board_import SET said = '{}'")
    with op.batch_alter_table("board_import") as board_import:
        board_import.alter_column("said", existing_type=sa.JSON(), nullable=False)
    _never_again(sqlite_autoincrement=True)
    _name_older_imports()


def downgrade() -> None:
    _never_again(sqlite_autoincrement=False)
    op.drop_column("board_import", "said")


def _never_again(sqlite_autoincrement: bool) -> None:
    if op.get_bind().dialect.name == "sqlite":
        kept = {"sqlite_autoincrement": True} if sqlite_autoincrement else {}
        for name in NUMBERED:
            with op.batch_alter_table(name, recreate="always", table_kwargs=kept):
                pass


def _name_older_imports() -> None:
    """The history knows in which steps cards came from elsewhere; the board they came from it does not know."""
    steps = (
        sa.select(CHANGES.c.opgave_id, CHANGES.c.person_id, CHANGES.c.step, sa.func.min(CHANGES.c.at).label("at"))
        .join(CARDS, CARDS.c.id == CHANGES.c.thing_id)
        .where(CHANGES.c.kind == "card", CHANGES.c.verb == "made", CARDS.c.source == "trello")
        .where(CHANGES.c.step.is_not(None), CHANGES.c.import_id.is_(None), CHANGES.c.opgave_id.is_not(None))
        .group_by(CHANGES.c.opgave_id, CHANGES.c.person_id, CHANGES.c.step)
    )
    connection = op.get_bind()
    found = sorted(connection.execute(steps).all(), key=lambda row: (row.opgave_id, row.person_id or 0, row.at))
    before, number = None, 0
    for row in found:
        same = before is not None and (row.opgave_id, row.person_id) == (before.opgave_id, before.person_id)
        if not (same and row.at - before.at <= APART):
            number = _import(connection, row)
        of_step = (CHANGES.c.step == row.step, CHANGES.c.opgave_id == row.opgave_id)
        connection.execute(sa.update(CHANGES).where(*of_step).values(import_id=number))
        before = row


def _import(connection: sa.Connection, row: sa.Row) -> int:
    values = {"opgave_id": row.opgave_id, "person_id": row.person_id, "at": row.at, "source": "trello"}
    values |= {"board_id": "", "board_name": "", "choices": "{}", "left_open": 0, "people": {}, "said": {}}
    return connection.scalar(sa.insert(IMPORTS).values(values).returning(IMPORTS.c.id))
