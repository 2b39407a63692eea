"""A worry is shown to inwoners on purpose; those of before were. What happened around a card is part of its story."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("worry") as worry:
        worry.add_column(sa.Column("public_since", sa.Date(), nullable=True))
    op.execute("UPDATE worry SET public_since = signed_on")
    with op.batch_alter_table("change") as change:
        change.add_column(sa.Column("card_id", sa.Integer(), nullable=True))
        change.create_index(op.f("ix_change_card_id"), ["card_id"])
    op.execute("UPDATE change SET card_id = thing_id WHERE kind = 'card'")


def downgrade() -> None:
    with op.batch_alter_table("change") as change:
        change.drop_index(op.f("ix_change_card_id"))
        change.drop_column("card_id")
    with op.batch_alter_table("worry") as worry:
        worry.drop_column("public_since")
