"""A word of thanks on a result, and the one question to a team."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _noted() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
    ]


def _keys(table: str) -> list[sa.Constraint]:
    return [
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f(f"fk_{table}_opgave_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id"), ondelete="SET NULL"),
    ]


def upgrade() -> None:
    op.create_table(
        "thanks",
        *_noted(),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=140), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        *_keys("thanks"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_thanks_card_id"), ondelete="CASCADE"),
    )
    op.create_index(op.f("ix_thanks_opgave_id"), "thanks", ["opgave_id"])
    op.create_index(op.f("ix_thanks_card_id"), "thanks", ["card_id"])
    answered_by = sa.ForeignKeyConstraint(
        ["answered_by_id"], ["person.id"], name=op.f("fk_team_question_answered_by_id"), ondelete="SET NULL"
    )
    op.create_table(
        "team_question",
        *_noted(),
        sa.Column("text", sa.String(length=280), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        *_keys("team_question"),
        answered_by,
    )
    op.create_index(op.f("ix_team_question_opgave_id"), "team_question", ["opgave_id"])


def downgrade() -> None:
    op.drop_table("team_question")
    op.drop_table("thanks")
