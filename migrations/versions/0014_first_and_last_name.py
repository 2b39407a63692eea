"""A person has a first and a last name, and not one text that says both."""

import sqlalchemy as sa
from alembic import op

from board.core.people.name_parts import split

revision = "0014"
down_revision = "0017"
branch_labels = None
depends_on = None

PEOPLE = sa.table(
    "person",
    sa.column("id", sa.Integer()),
    sa.column("name", sa.String()),
    sa.column("first_name", sa.String()),
    sa.column("last_name", sa.String()),
    sa.column("name_in_doubt", sa.Boolean()),
    sa.column("erased_at"),
)


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        for part in ("first_name", "last_name"):
            person.add_column(sa.Column(part, sa.String(length=80), nullable=False, server_default=""))
        person.add_column(sa.Column("name_in_doubt", sa.Boolean(), nullable=False, server_default=sa.false()))
    _split_names()
    with op.batch_alter_table("person") as person:
        for part in ("first_name", "last_name", "name_in_doubt"):
            person.alter_column(part, server_default=None)
        person.drop_column("name")


def _split_names() -> None:
    """Each name in its parts; what is not sure waits in Beheer. Who was erased has no name to be looked at."""
    rows = op.get_bind().execute(sa.select(PEOPLE.c.id, PEOPLE.c.name, PEOPLE.c.erased_at)).all()
    for number, text, erased_at in rows:
        name = split(text)
        parts = {"first_name": name.first, "last_name": name.last, "name_in_doubt": name.in_doubt}
        if erased_at is not None:
            parts = {"first_name": "", "last_name": text, "name_in_doubt": False}
        op.execute(PEOPLE.update().where(PEOPLE.c.id == number).values(**parts))


def downgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("name", sa.String(length=161), nullable=False, server_default=""))
    whole = sa.func.trim(PEOPLE.c.first_name + " " + PEOPLE.c.last_name)
    op.execute(PEOPLE.update().values(name=whole))
    with op.batch_alter_table("person") as person:
        person.alter_column(
            "name", server_default=None, type_=sa.String(length=80), existing_type=sa.String(length=161)
        )
        for part in ("name_in_doubt", "last_name", "first_name"):
            person.drop_column(part)
