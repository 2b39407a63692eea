"""Faces by choice, photos, the words of a week, and why a text may stand."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint("key", name=op.f("uq_photo_key")),
    )
    op.create_table(
        "photo_size",
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_photo_size_photo_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("photo_id", "width", name=op.f("pk_photo_size")),
    )
    op.create_table(
        "face_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("chosen_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum("full", "first_name", "role", "team", name="visibility", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("with_photo", sa.Boolean(), nullable=False),
        sa.Column("photo_until", sa.Date(), nullable=True),
        sa.Column("own_words", sa.String(length=140), nullable=False),
        sa.Column("asked", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_face_choice_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_face_choice")),
    )
    op.create_index(op.f("ix_face_choice_person_id"), "face_choice", ["person_id"], unique=False)

    op.create_table(
        "may_stand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=280), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("said_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_may_stand_opgave_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_may_stand_person_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_may_stand")),
    )
    op.create_index(op.f("ix_may_stand_opgave_id"), "may_stand", ["opgave_id"], unique=False)
    op.create_index("ix_may_stand_thing", "may_stand", ["kind", "thing_id"], unique=False)

    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("faces_hidden_since", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("faces_hidden_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["faces_hidden_by_id"], ["person.id"], name=op.f("fk_organisation_faces_hidden_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "week_page",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("introduction", sa.String(length=600), nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=True),
        sa.Column("public_since", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("order", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["person.id"], name=op.f("fk_week_page_written_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_page")),
    )
    op.create_table(
        "face_limit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum("full", "first_name", "role", "team", name="visibility", native_enum=False, length=20),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_face_limit_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["result_id"], ["result.id"], name=op.f("fk_face_limit_result_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_face_limit")),
        sa.UniqueConstraint("result_id", "person_id", name=op.f("uq_face_limit_result_id")),
    )
    op.create_index(op.f("ix_face_limit_person_id"), "face_limit", ["person_id"], unique=False)

    op.create_table(
        "result_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("alt", sa.String(length=200), nullable=False),
        sa.Column("credit", sa.String(length=80), nullable=False),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["person.id"], name=op.f("fk_result_photo_confirmed_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_result_photo_opgave_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_result_photo_photo_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["result_id"], ["result.id"], name=op.f("fk_result_photo_result_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_photo")),
        sa.UniqueConstraint("result_id", name=op.f("uq_result_photo_result_id")),
    )
    op.create_index(op.f("ix_result_photo_photo_id"), "result_photo", ["photo_id"], unique=False)

    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("own_words", sa.String(length=140), nullable=False, server_default=""))
        person.add_column(sa.Column("photo_id", sa.Integer(), nullable=True))
        person.add_column(sa.Column("photo_until", sa.Date(), nullable=True))
        person.create_foreign_key(op.f("fk_person_photo_id"), "photo", ["photo_id"], ["id"], ondelete="SET NULL")
    # New people get their words from the model.
    with op.batch_alter_table("person") as person:
        person.alter_column("own_words", server_default=None)
    op.execute("INSERT INTO organisation (id) VALUES (1)")


def downgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.drop_constraint(op.f("fk_person_photo_id"), type_="foreignkey")
        person.drop_column("photo_until")
        person.drop_column("photo_id")
        person.drop_column("own_words")
    op.drop_table("result_photo")
    op.drop_table("face_limit")
    op.drop_table("week_page")
    op.drop_table("organisation")
    op.drop_table("may_stand")
    op.drop_table("face_choice")
    op.drop_table("photo_size")
    op.drop_table("photo")
