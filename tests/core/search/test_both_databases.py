"""Both databases answer every question alike: the same things, in the same order, on the search and on the board."""

from pathlib import Path

from sqlalchemy import Engine, select

from board import db
from board.core.opgaven.card_parts import CardNote, labels_named
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import Week
from board.core.reports.board_rows import Filters, board_rows
from board.core.search.hits import search
from board.db import schema, session
from tests.builders import Builder
from tests.postgres import Postgres
from tests.support.word_forms import pairs

STRANGE = (
    *("", "-", '"', "§card", "%", "é" * 200, "🙂", "१२", "ÇA va", "op te halen", "e-mail", "'s-Hertogenbosch"),
    *("王小明", "a"),
)
LINES = (
    "Één loket",
    "CAFÉ de Brug",
    "Ærø, Łódź en Groß",
    "١٢ مرحبا بالعالم",
    "王小明 belt op",
    "Mail ’s-Hertogenbosch",
)


def _fill(engine: Engine) -> None:
    with db.transaction(engine):
        a, words = Builder(), list(dict.fromkeys(pair.written for pair in pairs("alike")))
        opgave = a.opgave(slug="woorden")
        for start in range(0, len(words), 8):
            rest = "; ".join(words[start + 4 : start + 8])
            card = a.card(opgave, ", ".join(words[start : start + 4]), description=rest)
            card.labels = labels_named(opgave, [words[start + 1]])
        for line in LINES:
            session.add(CardNote(opgave_id=opgave.id, card=a.card(opgave, line), text=line[::-1], author_name="Ruth"))


def _answers(engine: Engine, questions: list[str]) -> list[tuple[list[tuple[str, int]], list[int]]]:
    with db.opened(engine):
        opgave, somebody = session.scalars(select(Opgave)).one(), Person(id=1)
        return [
            (
                [(hit.kind, hit.thing_id) for hit in search(somebody, text, [opgave.id], limit=100).all],
                [row.id for row in board_rows(opgave, Filters(text=text), Week.now())],
            )
            for text in questions
        ]


def test_both_databases_answer_every_question_alike(postgres: Postgres, tmp_path: Path) -> None:
    engines = [db.make_engine(url) for url in (f"sqlite:///{tmp_path}/both.sqlite", postgres.new_database())]
    questions = [*dict.fromkeys(pair.sought for pair in list(pairs("alike"))[::9]), *STRANGE, *LINES]
    answers = []
    for engine in engines:
        schema.upgrade(engine)
        _fill(engine)
        answers.append(_answers(engine, questions))
        engine.dispose()

    assert answers[0] == answers[1]
    assert sum(bool(found) for found, _rows in answers[0]) > len(LINES)
