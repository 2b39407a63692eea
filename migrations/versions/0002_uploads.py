"""Files that are being brought in."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "upload",
        sa.Column("id", sa.String(length=43), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("zipped", sa.LargeBinary(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_upload_opgave_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_upload_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    op.create_index(op.f("ix_upload_opgave_id"), "upload", ["opgave_id"])
    op.create_index(op.f("ix_upload_person_id"), "upload", ["person_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_upload_person_id"), table_name="upload")
    op.drop_index(op.f("ix_upload_opgave_id"), table_name="upload")
    op.drop_table("upload")
