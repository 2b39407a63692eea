"""The migrations make the tables that the models mean, on both databases, and take them away again."""

import re
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, select, text

from board import db
from board.blocks.citizen.models import Need
from board.core.opgaven.cards import Card
from board.core.opgaven.imports import BoardImport
from board.core.opgaven.lessons import Lesson
from board.core.people.people import Person
from board.db import schema
from board.exchange import undo
from tests.postgres import Postgres

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: object) -> Engine:
    if request.param == "sqlite":
        return db.make_engine(f"sqlite:///{tmp_path}/empty.sqlite")
    server: Postgres = request.getfixturevalue("postgres")
    return db.make_engine(server.new_database())


def test_up_gives_what_the_models_mean(empty: Engine) -> None:
    schema.upgrade(empty)

    schema.check_schema(empty)
    empty.dispose()


def test_down_leaves_nothing(empty: Engine) -> None:
    schema.upgrade(empty)
    schema.downgrade(empty, "base")

    assert set(inspect(empty).get_table_names()) <= {"alembic_version"}
    empty.dispose()


def test_down_and_up_again_works(empty: Engine) -> None:
    schema.upgrade(empty)
    schema.downgrade(empty, "base")
    schema.upgrade(empty)

    with empty.connect() as connection:
        assert connection.scalar(text("SELECT value FROM counter WHERE name = 'public'")) == 1
    empty.dispose()


# One opgave at work, as it stood in the tables before the blocks came alive.
BEFORE = (
    "INSERT INTO person (id, email, name, job_title, visibility) VALUES (1, 'r@l.example', 'Ruth', '', 'team')",
    """INSERT INTO opgave (id, slug, short_name, title, summary, visibility, contact_title, contact_text, contact_place,
       version) VALUES (1, 'schulden', 'Schulden', 'Schulden', '', 'public', '', '', '', 1)""",
    """INSERT INTO result (id, opgave_id, sentence, outcome, happened_on, week, deed, lesson, evidence_text,
       evidence_url, laid, withdrawn_reason, version) VALUES (9, 1, 'De sms kwam niet aan.', 'geleerd', '2026-10-05',
       202641, '', 'Vraag eerst het nummer.', '', '', true, '', 1)""",
    """INSERT INTO card (id, opgave_id, block, action, citizen_result, state, state_since, position, description,
       created_at, changed_at, version, result_id) VALUES (7, 1, 'citizen', 'Stuur een sms', '', 'gedaan',
       '2026-10-05 12:00:00', 1, '', '2026-10-01 12:00:00', '2026-10-05 12:00:00', 1, 9)""",
    "INSERT INTO card_helper (card_id, person_id) VALUES (7, 1)",
    "INSERT INTO need (id, opgave_id, text, heard_where, heard_on) VALUES (1, 1, 'Bel mij', '', '2026-09-01')",
)


def test_what_people_had_stays_when_the_tables_grow(empty: Engine) -> None:
    schema.upgrade(empty, "0002")
    with empty.begin() as connection:
        for statement in BEFORE:
            connection.execute(text(statement))

    schema.upgrade(empty)

    with db.opened(empty) as session:
        card = session.get_one(Card, 7)
        assert [helper.name for helper in card.helpers] == ["Ruth"]
        assert card.lesson is not None
        assert card.lesson.text == "Vraag eerst het nummer."
        need = session.scalars(select(Need)).one()
        assert need.noted_at.date() == date(2026, 9, 1)
        card.lesson = Lesson(opgave=card.opgave, text="Nog een", learned_on=date(2026, 10, 6))
        session.flush()  # the numbers go on after those that the migration gave
    empty.dispose()


LINE = """INSERT INTO card (id, opgave_id, block, action, citizen_result, state, state_since, position, description,
    created_at, changed_at, version) VALUES (:id, 1, 'why', 'x', '', 'idee', '2026-10-05 12:00:00', :position, '',
    '2026-10-01 12:00:00', '2026-10-05 12:00:00', 1)"""


def test_cards_that_lay_on_one_spot_lie_behind_each_other_as_they_were_shown(empty: Engine) -> None:
    schema.upgrade(empty, "0009")
    with empty.begin() as connection:
        connection.execute(text(BEFORE[1]))
        for number, position in enumerate((5.0, 2.0, 2.0, -1.0, 2.0), 1):
            connection.execute(text(LINE), {"id": number, "position": position})

    schema.upgrade(empty)

    with empty.connect() as connection:
        line = connection.execute(text("SELECT id, position FROM card ORDER BY position")).all()
    assert [number for number, _position in line] == [4, 2, 3, 5, 1]
    assert len({position for _number, position in line}) == 5
    empty.dispose()


PEOPLE_BEFORE = {
    "Ruth Pinas": ("Ruth", "Pinas", False),
    "van der Berg, Els": ("Els", "van der Berg", False),
    "Dr. Jansen": ("", "Dr. Jansen", True),
    "Wang Xiaoming": ("Wang", "Xiaoming", True),
    "Iemand die hier werkte": ("", "Iemand die hier werkte", False),
}


def test_names_of_before_become_first_and_last_names(empty: Engine) -> None:
    schema.upgrade(empty, "0013")
    columns = "INSERT INTO person (email, name, job_title, visibility, own_words)"
    with empty.begin() as connection:
        for name in PEOPLE_BEFORE:
            connection.execute(text(f"{columns} VALUES (:name, :name, '', 'first_name', '')"), {"name": name})
        connection.execute(text("UPDATE person SET erased_at = '2026-11-01 12:00:00' WHERE name LIKE 'Iemand%'"))

    schema.upgrade(empty)

    with db.opened(empty) as session:
        people = {person.email: person for person in session.scalars(select(Person))}
        split = {text: (one.first_name, one.last_name, one.name_in_doubt) for text, one in people.items()}
        assert split == PEOPLE_BEFORE
    schema.downgrade(empty, "0013")
    with empty.connect() as connection:
        assert "Els van der Berg" in connection.scalars(text("SELECT name FROM person")).all()
    empty.dispose()


CAME = """INSERT INTO card (id, opgave_id, block, action, citizen_result, state, state_since, position, description,
    created_at, changed_at, version, source, source_id) VALUES (:id, 1, 'why', 'x', '', 'idee', '2026-10-05 12:00:00',
    :id, '', '2026-10-01 12:00:00', '2026-10-05 12:00:00', 1, 'trello', :source_id)"""
MADE = """INSERT INTO change (opgave_id, kind, thing_id, verb, fields, at, step, card_id)
    VALUES (1, 'card', :id, 'made', '{}', :at, :id, :id)"""


def test_imports_of_before_can_be_undone_each_by_itself(empty: Engine) -> None:
    schema.upgrade(empty, "0013")
    moments = ("2026-10-05 12:00:00", "2026-10-05 12:00:04", "2026-10-06 12:00:00")
    with empty.begin() as connection:
        connection.execute(text(BEFORE[1]))
        for number, at in enumerate(moments, 1):
            connection.execute(text(CAME), {"id": number, "source_id": f"trello-{number}"})
            connection.execute(text(MADE), {"id": number, "at": at})

    schema.upgrade(empty)

    with db.opened(empty) as session:
        first, second = session.scalars(select(BoardImport).order_by(BoardImport.id))
        assert undo.undo_import(first)
        session.expire_all()
        assert session.scalars(select(Card.id)).all() == [3]
        assert undo.undo_import(second)
    empty.dispose()


def test_a_new_migration_gets_the_number_after_the_highest(monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[str, object] = {}
    monkeypatch.setattr(command, "revision", lambda _config, what, **how: written.update(how, what=what))

    schema.write_migration("Photos of results")

    numbers = [int(file.name[:4]) for file in (ROOT / "migrations/versions").glob("[0-9]*.py")]
    assert written == {"what": "Photos of results", "autogenerate": True, "rev_id": f"{max(numbers) + 1:04}"}


def test_what_the_makefile_runs_in_python_can_be_imported() -> None:
    snippets = re.findall(r"-c '(.*?)'", (ROOT / "Makefile").read_text())
    imports = [
        line.strip() for snippet in snippets for line in snippet.split(";") if " import " in line and "board" in line
    ]

    assert imports
    for line in imports:
        exec(line, {})  # noqa: S102  lines of our own
