"""Forms that arrived, so that a form that arrives again makes nothing again."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sent",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("step", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("led_to", sa.String(length=1000), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_sent")),
    )
    op.create_index(op.f("ix_sent_at"), "sent", ["at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_sent_at"), "sent")
    op.drop_table("sent")
