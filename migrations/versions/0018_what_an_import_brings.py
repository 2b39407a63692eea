"""When an imported card was finished elsewhere, and which notes and lines came from elsewhere."""

import sqlalchemy as sa
from alembic import op

import board.db

revision = "0018"
down_revision = "0013"
branch_labels = None
depends_on = None

# A note that was made in one go with an imported card came along with it.
CAME_ALONG = """
UPDATE card_note SET source = 'trello'
WHERE card_id IN (SELECT id FROM card WHERE source = 'trello')
AND EXISTS (
    SELECT 1 FROM change note
    JOIN change card ON card.step = note.step
    WHERE note.kind = 'card_note' AND note.verb = 'made' AND note.thing_id = card_note.id
    AND card.kind = 'card' AND card.verb = 'made' AND card.thing_id = card_note.card_id
)
"""


def upgrade() -> None:
    with op.batch_alter_table("card") as card:
        card.add_column(sa.Column("finished_at", board.db.UtcDateTime(timezone=True), nullable=True))
    with op.batch_alter_table("card_note") as note:
        note.add_column(sa.Column("source", sa.String(20), nullable=True))
        note.add_column(sa.Column("source_id", sa.String(64), nullable=True))
    with op.batch_alter_table("check_item") as item:
        item.add_column(sa.Column("source_id", sa.String(64), nullable=True))
    op.execute(CAME_ALONG)


def downgrade() -> None:
    with op.batch_alter_table("check_item") as item:
        item.drop_column("source_id")
    with op.batch_alter_table("card_note") as note:
        note.drop_column("source_id")
        note.drop_column("source")
    with op.batch_alter_table("card") as card:
        card.drop_column("finished_at")
