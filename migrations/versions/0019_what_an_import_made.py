"""What an import made is kept, so that a later one knows what changed since, and it can be undone as a whole."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0019"
down_revision = "0014"
branch_labels = None
depends_on = None

FROM_ELSEWHERE = sa.text("import_id IS NOT NULL")


def upgrade() -> None:
    moment = board.db.UtcDateTime(timezone=True)
    op.create_table(
        "board_import",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opgave_id", sa.Integer(), _ours("board_import", "opgave"), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("board_id", sa.String(64), nullable=False),
        sa.Column("board_name", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), _ours("board_import", "person", "SET NULL")),
        sa.Column("at", moment, nullable=False),
        sa.Column("newest_at", moment),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("left_open", sa.Integer(), nullable=False),
        sa.Column("undone_at", moment),
    )
    op.create_index("ix_board_import_opgave_id", "board_import", ["opgave_id"])
    op.create_index("ix_board_import_board_id", "board_import", ["board_id"])
    op.create_table(
        "imported_thing",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opgave_id", sa.Integer(), _ours("imported_thing", "opgave"), nullable=False),
        sa.Column("import_id", sa.Integer(), _ours("imported_thing", "board_import"), nullable=False),
        sa.Column("card_id", sa.Integer(), _ours("imported_thing", "card"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("source_id", sa.String(64), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("gone", sa.JSON()),
    )
    op.create_index("ix_imported_thing_import_id", "imported_thing", ["import_id"])
    op.create_index("ix_imported_thing_card_id", "imported_thing", ["card_id"])
    op.create_index("ix_imported_thing_source", "imported_thing", ["opgave_id", "kind", "source_id"])
    op.add_column("change", sa.Column("import_id", sa.Integer()))
    op.create_index(
        "ix_change_import", "change", ["import_id"], sqlite_where=FROM_ELSEWHERE, postgresql_where=FROM_ELSEWHERE
    )
    op.add_column("upload", sa.Column("answers", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("upload") as upload:
        upload.alter_column("answers", existing_type=sa.JSON(), server_default=None)


def _ours(table: str, parent: str, goes: str = "CASCADE") -> sa.ForeignKey:
    column = {"board_import": "import"}.get(parent, parent)
    return sa.ForeignKey(f"{parent}.id", name=f"fk_{table}_{column}_id", ondelete=goes)


def downgrade() -> None:
    op.drop_column("upload", "answers")
    op.drop_index("ix_change_import", "change")
    op.drop_column("change", "import_id")
    op.drop_table("imported_thing")
    op.drop_table("board_import")
