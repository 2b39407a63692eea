"""What the board asks: a new card in one field, and where a card goes."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectMultipleField, StringField
from wtforms.validators import AnyOf, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from board.blocks import BY_KEY
from board.core.cards import CardState
from board.core.moving import Move, When
from board.fields import Form, text, whole_number


class QuickForm(Form):
    """A card needs no more than its action to exist."""

    action = text(
        _l("Wat gaan we doen?"),
        needed=_l("Schrijf op wat je gaat doen. Eén zin is genoeg."),
        longest=200,
        description=_l("Begin met een werkwoord. De rest komt later."),
    )
    blok = HiddenField(validators=[AnyOf(list(BY_KEY), message=_l("Deze bouwsteen kennen we niet."))])


class MoveForm(Form):
    """A card goes somewhere: dropped on a place, or sent by a button that says where."""

    kaart = StringField(validators=[Optional()])
    van = StringField(validators=[Optional()])
    blok = StringField(validators=[Optional(), AnyOf(list(BY_KEY))])
    staat = StringField(validators=[Optional(), AnyOf([state.value for state in CardState])])
    week = StringField(validators=[Optional(), AnyOf([when.value for when in When])])
    voor = StringField(validators=[Optional()])
    einde = StringField(validators=[Optional()])
    versie = StringField(validators=[Optional()])

    @property
    def number(self) -> int:
        """The card that was dropped; 0, which no card has, when it makes no sense."""
        return whole_number(self.kaart.data) or 0

    @property
    def wanted(self) -> Move:
        return Move(
            seen_at=self.van.data or None,
            block=self.blok.data or None,
            state=CardState(self.staat.data) if self.staat.data else None,
            when=When(self.week.data) if self.week.data else None,
            before=whole_number(self.voor.data),
            to_the_end=bool(self.einde.data),
        )


class SendForm(Form):
    """A button that says where the card goes."""

    van = HiddenField()
    naar = StringField()


class ManyForm(Form):
    """The same step for some cards at once."""

    kaarten = SelectMultipleField(
        _l("Welke kaarten?"), coerce=int, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )
    naar = StringField(
        validators=[
            Optional(),
            AnyOf([*(f"staat:{s.value}" for s in CardState), *(f"week:{w.value}" for w in When)]),
        ]
    )

    @property
    def wanted(self) -> Move:
        kind, _colon, value = (self.naar.data or "").partition(":")
        if kind == "staat":
            return Move(state=CardState(value))
        return Move(when=When(value)) if kind == "week" else Move()
