"""What the page asks: the file that Trello made."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import ValidationError

from board.exchange.trello.labels import refusal
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.read.export import MAX_BYTES, MEGABYTE, read_export
from board.exchange.trello.read.files import NotATrelloBoard, Refusal
from board.web.fields import Form


class UploadForm(Form):
    """One file. When the form is right, `data_read` holds its bytes and `board` what is in it."""

    bestand = FileField(
        _l("Het bestand van Trello"),
        validators=[FileRequired(_l("Kies eerst een bestand."))],
        description=_l("Het eindigt op .json en mag 50 MB groot zijn."),
    )
    data_read: bytes
    board: TrelloBoard
    # Of the opgave for which it is.
    slug = ""
    MOST_BYTES = MAX_BYTES

    @property
    def too_large(self) -> str:
        """What is said of a file that is larger than this form takes."""
        return refusal(NotATrelloBoard(Refusal.TOO_BIG, str(MAX_BYTES // MEGABYTE)), self.slug)

    def validate_bestand(self, field: Any) -> None:
        self.data_read = field.data.read()
        try:
            self.board = read_export(self.data_read)
        except NotATrelloBoard as refused:
            raise ValidationError(refusal(refused, self.slug)) from None
