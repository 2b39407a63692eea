"""The five blocks hold what their sources advise; what was there before keeps its own day."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LONG_AGO = "2000-01-01 00:00:00+00:00"
# What was there before counts from the day that stood on it.
DAYS = (
    ("need", "noted_at", "heard_on"),
    ("worry", "noted_at", "signed_on"),
    ("worry_check", "noted_at", "checked_on"),
    ("talent_request", "noted_at", "asked_on"),
    ("result", "told_at", "happened_on"),
)
LESSONS = """
INSERT INTO lesson (id, opgave_id, text, situation, learned_on, noted_at, version)
SELECT card.id, card.opgave_id, result.lesson, '', result.happened_on, result.told_at, 1
FROM card JOIN result ON result.id = card.result_id WHERE result.lesson <> ''
"""


def upgrade() -> None:
    op.create_table(
        "big_result",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.String(length=280), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_big_result_opgave_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_big_result")),
    )
    with op.batch_alter_table("big_result", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_big_result_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("not_known_yet", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_decision_opgave_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_decision_person_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "leader_note",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("did_not_work", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_leader_note_opgave_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_leader_note_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leader_note")),
    )
    with op.batch_alter_table("leader_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leader_note_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "lesson",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("situation", sa.String(length=280), nullable=False),
        sa.Column("learned_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_lesson_opgave_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
    )
    with op.batch_alter_table("lesson", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "open_question",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_open_question_opgave_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_open_question_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_question")),
    )
    with op.batch_alter_table("open_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_open_question_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "own_sentence",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=280), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_own_sentence_opgave_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_own_sentence_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_sentence")),
    )
    with op.batch_alter_table("own_sentence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_sentence_opgave_id"), ["opgave_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_own_sentence_person_id"), ["person_id"], unique=False)

    op.create_table(
        "story",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("heard_where", sa.String(length=40), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_story_opgave_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_story_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "talent",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Enum("can", "wants", name="talentkind", native_enum=False, length=20), nullable=False),
        sa.Column("text", sa.String(length=120), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_talent_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talent")),
    )
    with op.batch_alter_table("talent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_talent_person_id"), ["person_id"], unique=False)

    op.create_table(
        "piled",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("big_result_id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["big_result_id"], ["big_result.id"], name=op.f("fk_piled_big_result_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_piled_opgave_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["result_id"], ["result.id"], name=op.f("fk_piled_result_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_piled")),
        sa.UniqueConstraint("result_id", name=op.f("uq_piled_result_id")),
    )
    with op.batch_alter_table("piled", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_piled_big_result_id"), ["big_result_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_piled_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "lesson_use",
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=True),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_lesson_use_card_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_lesson_use_lesson_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_lesson_use_opgave_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_use")),
    )
    with op.batch_alter_table("lesson_use", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_use_lesson_id"), ["lesson_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lesson_use_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "reason",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("worry_id", sa.Integer(), nullable=True),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_reason_card_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_reason_opgave_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_reason_story_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["worry_id"], ["worry.id"], name=op.f("fk_reason_worry_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reason")),
        sa.UniqueConstraint("card_id", name=op.f("uq_reason_card_id")),
    )
    with op.batch_alter_table("reason", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reason_opgave_id"), ["opgave_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reason_story_id"), ["story_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reason_worry_id"), ["worry_id"], unique=False)

    op.create_table(
        "signal",
        sa.Column("opgave_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum("question", "story", "chance", "initiative", name="signalkind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("behind", sa.Text(), nullable=False),
        sa.Column("heard_where", sa.String(length=40), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("wanted_by", sa.Date(), nullable=True),
        sa.Column("caught_by_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "orphan", "claimed", "carded", "answered", "not_now", name="signalstate", native_enum=False, length=20
            ),
            nullable=False,
        ),
        sa.Column("claimed_by_id", sa.Integer(), nullable=True),
        sa.Column("claimed_on", sa.Date(), nullable=True),
        sa.Column("claimed_until", sa.Date(), nullable=True),
        sa.Column("card_id", sa.Integer(), nullable=True),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("not_now_because", sa.String(length=280), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_signal_card_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["caught_by_id"], ["person.id"], name=op.f("fk_signal_caught_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["claimed_by_id"], ["person.id"], name=op.f("fk_signal_claimed_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["opgave_id"], ["opgave.id"], name=op.f("fk_signal_opgave_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
    )
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signal_card_id"), ["card_id"], unique=False)
        batch_op.create_index("ix_signal_claim", ["claimed_by_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_signal_opgave_id"), ["opgave_id"], unique=False)
        batch_op.create_index("ix_signal_state", ["state", "noted_at"], unique=False)

    op.create_table(
        "support_request",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "mandate",
                "time",
                "colleague",
                "money",
                "rule",
                "other",
                name="supportkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("rule", sa.String(length=120), nullable=False),
        sa.Column("rule_key", sa.String(length=120), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column(
            "answer", sa.Enum("yes", "no", "not_known", name="answer", native_enum=False, length=20), nullable=True
        ),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("first_answered_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_support_request_answered_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_support_request_asked_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_support_request_card_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_support_request_opgave_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_request")),
    )
    with op.batch_alter_table("support_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_request_card_id"), ["card_id"], unique=False)
        batch_op.create_index("ix_support_request_open", ["opgave_id", "answer"], unique=False)
        batch_op.create_index(batch_op.f("ix_support_request_rule_key"), ["rule_key"], unique=False)

    op.create_table(
        "talent_offer",
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(length=280), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_talent_offer_asked_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_talent_offer_opgave_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_talent_offer_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["talent_request.id"], name=op.f("fk_talent_offer_request_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talent_offer")),
    )
    with op.batch_alter_table("talent_offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_talent_offer_opgave_id"), ["opgave_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_talent_offer_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_talent_offer_request_id"), ["request_id"], unique=False)

    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lesson_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_card_lesson_id"), ["lesson_id"], unique=True)
        batch_op.create_foreign_key(
            batch_op.f("fk_card_lesson_id"), "lesson", ["lesson_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.add_column(sa.Column("step", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_index(batch_op.f("ix_change_step"), ["step"], unique=False)

    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False, server_default=LONG_AGO)
        )
        batch_op.add_column(sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))

    with op.batch_alter_table("result", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("told_at", board.db.UtcDateTime(timezone=True), nullable=False, server_default=LONG_AGO)
        )

    with op.batch_alter_table("talent_request", schema=None) as batch_op:
        batch_op.add_column(sa.Column("more", sa.String(length=280), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False, server_default=LONG_AGO)
        )
        batch_op.add_column(sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))

    with op.batch_alter_table("worry", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False, server_default=LONG_AGO)
        )
        batch_op.add_column(sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))

    with op.batch_alter_table("worry_check", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("noted_at", board.db.UtcDateTime(timezone=True), nullable=False, server_default=LONG_AGO)
        )
        batch_op.add_column(sa.Column("removed_at", board.db.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))

    _give_each_its_day()
    _keep_the_lessons()


def _give_each_its_day() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table, moment, day in DAYS:
        noon = f"{day} || ' 11:00:00.000000'" if is_sqlite else f"({day} + time '11:00') AT TIME ZONE 'UTC'"
        op.execute(f"UPDATE {table} SET {moment} = {noon}")  # noqa: S608  our own words


def _keep_the_lessons() -> None:
    """What results taught so far; a lesson gets the number of its card, which is free in a new table."""
    op.execute(LESSONS)
    op.execute("UPDATE card SET lesson_id = id WHERE id IN (SELECT id FROM lesson)")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('lesson', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM lesson))"
        )


def downgrade() -> None:
    with op.batch_alter_table("worry_check", schema=None) as batch_op:
        batch_op.drop_column("version")
        batch_op.drop_column("removed_at")
        batch_op.drop_column("noted_at")

    with op.batch_alter_table("worry", schema=None) as batch_op:
        batch_op.drop_column("version")
        batch_op.drop_column("removed_at")
        batch_op.drop_column("noted_at")

    with op.batch_alter_table("talent_request", schema=None) as batch_op:
        batch_op.drop_column("version")
        batch_op.drop_column("removed_at")
        batch_op.drop_column("noted_at")
        batch_op.drop_column("more")

    with op.batch_alter_table("result", schema=None) as batch_op:
        batch_op.drop_column("told_at")

    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.drop_column("version")
        batch_op.drop_column("removed_at")
        batch_op.drop_column("noted_at")

    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_step"))
        batch_op.drop_column("step")

    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_card_lesson_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_card_lesson_id"))
        batch_op.drop_column("lesson_id")

    with op.batch_alter_table("talent_offer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_talent_offer_request_id"))
        batch_op.drop_index(batch_op.f("ix_talent_offer_person_id"))
        batch_op.drop_index(batch_op.f("ix_talent_offer_opgave_id"))

    op.drop_table("talent_offer")
    with op.batch_alter_table("support_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_request_rule_key"))
        batch_op.drop_index("ix_support_request_open")
        batch_op.drop_index(batch_op.f("ix_support_request_card_id"))

    op.drop_table("support_request")
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.drop_index("ix_signal_state")
        batch_op.drop_index(batch_op.f("ix_signal_opgave_id"))
        batch_op.drop_index("ix_signal_claim")
        batch_op.drop_index(batch_op.f("ix_signal_card_id"))

    op.drop_table("signal")
    with op.batch_alter_table("reason", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reason_worry_id"))
        batch_op.drop_index(batch_op.f("ix_reason_story_id"))
        batch_op.drop_index(batch_op.f("ix_reason_opgave_id"))

    op.drop_table("reason")
    with op.batch_alter_table("lesson_use", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lesson_use_opgave_id"))
        batch_op.drop_index(batch_op.f("ix_lesson_use_lesson_id"))

    op.drop_table("lesson_use")
    with op.batch_alter_table("piled", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_piled_opgave_id"))
        batch_op.drop_index(batch_op.f("ix_piled_big_result_id"))

    op.drop_table("piled")
    with op.batch_alter_table("talent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_talent_person_id"))

    op.drop_table("talent")
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_story_opgave_id"))

    op.drop_table("story")
    with op.batch_alter_table("own_sentence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_own_sentence_person_id"))
        batch_op.drop_index(batch_op.f("ix_own_sentence_opgave_id"))

    op.drop_table("own_sentence")
    with op.batch_alter_table("open_question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_open_question_opgave_id"))

    op.drop_table("open_question")
    with op.batch_alter_table("lesson", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lesson_opgave_id"))

    op.drop_table("lesson")
    with op.batch_alter_table("leader_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leader_note_opgave_id"))

    op.drop_table("leader_note")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_opgave_id"))

    op.drop_table("decision")
    with op.batch_alter_table("big_result", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_big_result_opgave_id"))

    op.drop_table("big_result")
