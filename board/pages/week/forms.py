"""What the week asks: which results go out."""

from wtforms import SelectMultipleField

from board.fields import Form


class PublishForm(Form):
    """The cards whose results are published together."""

    kaarten = SelectMultipleField(coerce=int)
