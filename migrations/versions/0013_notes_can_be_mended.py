"""A note on a card can be mended, and taken away with a way back."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = board.db.UtcDateTime(timezone=True)
    with op.batch_alter_table("card_note") as note:
        note.add_column(sa.Column("noted_at", moment, nullable=True))
        note.add_column(sa.Column("changed_at", moment, nullable=True))
        note.add_column(sa.Column("removed_at", moment, nullable=True))
        note.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.execute("UPDATE card_note SET noted_at = written_at")
    with op.batch_alter_table("card_note") as note:
        note.alter_column("noted_at", existing_type=moment, nullable=False)
        note.alter_column("version", existing_type=sa.Integer(), server_default=None)


def downgrade() -> None:
    op.execute("DELETE FROM card_note WHERE removed_at IS NOT NULL")
    with op.batch_alter_table("card_note") as note:
        for column in ("version", "removed_at", "changed_at", "noted_at"):
            note.drop_column(column)
