"""No two cards of an opgave lie on the same spot."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# Lines in which cards lay on the same spot, numbered again in the order in which they were shown.
HEAL = """
UPDATE card SET position = line.place
FROM (SELECT id, row_number() OVER (PARTITION BY opgave_id ORDER BY position, id) AS place FROM card) AS line
WHERE card.id = line.id AND card.opgave_id IN (
    SELECT opgave_id FROM card GROUP BY opgave_id, position HAVING count(*) > 1
)
"""


def upgrade() -> None:
    op.execute(sa.text(HEAL))
    op.create_index("ix_card_line", "card", ["opgave_id", "position"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_card_line", table_name="card")
