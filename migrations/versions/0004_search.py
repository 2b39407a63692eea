"""One index of words for the search, looked up by each database in its own way."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# The words are already lower case, without accents, and apart: splitting at spaces is all that a database does.
SQLITE = (
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "body, content='search_text', content_rowid='id', tokenize='ascii', detail=none, columnsize=0, prefix='3 4 5 6')",
    "CREATE TRIGGER search_text_made AFTER INSERT ON search_text BEGIN "
    "INSERT INTO search_words(rowid, body) VALUES (new.id, new.body); END",
    "CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN "
    "INSERT INTO search_words(search_words, rowid, body) VALUES ('delete', old.id, old.body); END",
    "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN "
    "INSERT INTO search_words(search_words, rowid, body) VALUES ('delete', old.id, old.body); "
    "INSERT INTO search_words(rowid, body) VALUES (new.id, new.body); END",
)
POSTGRESQL = (
    "ALTER TABLE search_text ADD COLUMN search_words tsvector "
    "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(body, ' '))) STORED",
    "CREATE INDEX ix_search_words ON search_text USING gin (search_words)",
)


def upgrade() -> None:
    op.create_table(
        "search_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=True),
        sa.Column("shown", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opgave_id"], ["opgave.id"], name=op.f("fk_search_text_opgave_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_text")),
    )
    op.create_index(op.f("ix_search_text_opgave_id"), "search_text", ["opgave_id"])
    op.create_index("ix_search_text_thing", "search_text", ["kind", "thing_id"], unique=True)
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_words")
    op.drop_table("search_text")
