"""Words for the council, per opgave and period."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    belongs_to = sa.ForeignKeyConstraint(
        ["opgave_id"], ["opgave.id"], name=op.f("fk_council_line_opgave_id"), ondelete="CASCADE"
    )
    op.create_table(
        "council_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("programme", sa.String(length=40), nullable=False),
        sa.Column("wants", sa.Text(), nullable=False),
        sa.Column("did", sa.Text(), nullable=False),
        sa.Column("noticed", sa.Text(), nullable=False),
        sa.Column("written_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_line")),
        sa.UniqueConstraint("opgave_id", "period", name=op.f("uq_council_line_opgave_id")),
        belongs_to,
    )


def downgrade() -> None:
    op.drop_table("council_line")
