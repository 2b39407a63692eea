"""Who asks for what a colleague wrote of themself asks for all of it, not for its first eighty letters."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("talent_request") as request:
        request.alter_column("words", existing_type=sa.String(80), type_=sa.String(120), existing_nullable=False)


def downgrade() -> None:
    op.execute("UPDATE talent_request SET words = substr(words, 1, 79) || '…' WHERE length(words) > 80")
    with op.batch_alter_table("talent_request") as request:
        request.alter_column("words", existing_type=sa.String(120), type_=sa.String(80), existing_nullable=False)
