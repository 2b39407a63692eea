"""How each block of each opgave stood at the end of a week, kept."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    health = sa.Enum("leeft", "aandacht", "stil", name="health", native_enum=False, length=20)
    op.create_table(
        "week_fact",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("block", sa.String(length=20), nullable=False),
        sa.Column("health", health, nullable=False),
        sa.Column("fact", sa.JSON(), nullable=False),
        sa.Column("news", sa.Integer(), nullable=False),
        sa.Column("kept_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_week_fact_opgave_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("opgave_id", "week", "block", name=op.f("pk_week_fact")),
    )
    op.create_index(op.f("ix_week_fact_week"), "week_fact", ["week"])


def downgrade() -> None:
    op.drop_table("week_fact")
