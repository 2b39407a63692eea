"""A note that was taken away says nothing any more, also not in the file with all of an opgave."""

from io import BytesIO
from zipfile import ZipFile

from board.core.opgaven.card_parts import CardNote
from board.core.removal import opgave_export
from board.db import session as db
from tests.builders import Builder


def test_the_file_of_an_opgave_holds_no_words_of_a_note_that_is_gone(a: Builder) -> None:
    card = a.card(a.opgave("Schulden"))
    notes = [CardNote(opgave_id=card.opgave_id, card=card, text=text) for text in ("Bel Quirina", "Bel morgen")]
    db.add_all(notes)
    db.commit()
    notes[0].rewrite("Bel Quirina de Wit")
    db.commit()
    notes[0].remove()
    db.commit()

    with ZipFile(BytesIO(opgave_export.file(opgave_export.exported_rows(card.opgave), "Ruth"))) as archive:
        text = archive.read("opgave.json").decode()

    assert "Quirina" not in text
    assert "Bel morgen" in text
