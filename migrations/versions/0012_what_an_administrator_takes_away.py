"""What an administrator takes away: an opgave, a person's name; and browsers that a stranger cannot lock out."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# A number that was of something removed is never given again: it stands in addresses, and in what browsers keep.
NUMBERED = ("opgave", "result")


def upgrade() -> None:
    _known_browsers()
    op.add_column("person", sa.Column("erased_at", board.db.UtcDateTime(timezone=True), nullable=True))
    _removed_opgaven()
    _never_again(sqlite_autoincrement=True)


def downgrade() -> None:
    _never_again(sqlite_autoincrement=False)
    op.drop_table("removed_opgave")
    op.drop_table("opgave_export")
    with op.batch_alter_table("person") as person:
        person.drop_column("erased_at")
    op.drop_index(op.f("ix_known_browser_person_id"), "known_browser")
    op.drop_table("known_browser")


def _never_again(sqlite_autoincrement: bool) -> None:
    if op.get_bind().dialect.name == "sqlite":
        kept = {"sqlite_autoincrement": True} if sqlite_autoincrement else {}
        for name in NUMBERED:
            with op.batch_alter_table(name, recreate="always", table_kwargs=kept):
                pass


def _known_browsers() -> None:
    op.create_table(
        "known_browser",
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token", "person_id", name=op.f("pk_known_browser")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_known_browser_person_id"), ondelete="CASCADE"
        ),
    )
    op.create_index(op.f("ix_known_browser_person_id"), "known_browser", ["person_id"])


def _removed_opgaven() -> None:
    op.create_table(
        "opgave_export",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("made_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("opgave_id", name=op.f("pk_opgave_export")),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_opgave_export_opgave_id"), ondelete="CASCADE"
        ),
    )
    op.create_table(
        "removed_opgave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_by_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed_opgave")),
        sa.UniqueConstraint("slug", name=op.f("uq_removed_opgave_slug")),
        sa.ForeignKeyConstraint(
            ["removed_by_id"], ["person.id"], name=op.f("fk_removed_opgave_removed_by_id"), ondelete="SET NULL"
        ),
    )
