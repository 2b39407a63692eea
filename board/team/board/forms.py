"""What the board asks: a new card in one field, and where a card goes."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from board.blocks import BY_KEY
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.moves import Move, When
from board.core.record.merging import marks, sealed, unsealed
from board.core.record.weeks import Week
from board.invisible import lines_of_list, single_line
from board.web.fields import TRIM, Form, Making, line, options, too_long, whole_number
from board.web.labels import week_name
from board.web.merging import EditForm

LONGEST_ACTION, MOST_CARDS = 200, 40
APART, TOGETHER = "los", "samen"


class QuickForm(Making):
    """A card needs no more than its action to exist. Who wants to say more at once, can.

    Some lines at once may be some cards, or one that was broken off: then the form asks which.
    """

    action = TextAreaField(
        _l("Wat gaan we doen?"),
        filters=TRIM,
        validators=[DataRequired(_l("Schrijf op wat je gaat doen. Eén zin is genoeg."))],
        description=_l("Begin met een werkwoord. De rest komt later."),
        render_kw={"data-longest": LONGEST_ACTION, "data-regel": "", "data-kaarten": ""},
    )
    regels = StringField(validators=[Optional(), AnyOf([APART, TOGETHER])])
    # The offer beside the usual button; what it says is its value.
    los = StringField()
    asks_lines = False
    blok = HiddenField(validators=[AnyOf(list(BY_KEY), message=_l("Deze bouwsteen kennen we niet."))])
    citizen_result = line(_l("Wat gaat de inwoner merken?"), longest=280, reads="merkt")
    owner_id = SelectField(_l("Wie?"), coerce=int, default=0)
    week = SelectField(_l("Week"), coerce=int, default=0)

    # Number and name of each colleague to choose from.
    people: Sequence[tuple[int, str]] = ()

    def offer(self, people: Sequence[tuple[int, str]]) -> None:
        """The colleagues and the weeks to choose from."""
        self.people = people
        weeks = [Week.now().plus(step) for step in range(3)]
        self.owner_id.choices = options([(0, _l("nog niemand")), *people])
        self.week.choices = options([(0, _l("nog geen week")), *((week.code, week_name(week)) for week in weeks)])

    def validate_action(self, field: Field) -> None:
        """Each action fits; of some lines it is chosen whether they are cards by themselves."""
        if self.regels.data == TOGETHER or len(self.lines) < 2:
            field.data = single_line(field.data)
        if len(self.actions) > MOST_CARDS:
            many = {"number": len(self.actions), "most": MOST_CARDS}
            raise ValidationError(_("Dit zijn %(number)s regels. Zet er hoogstens %(most)s tegelijk neer.", **many))
        for number, action in enumerate(self.actions, 1):
            if len(action) > LONGEST_ACTION:
                which = _("Regel %(number)s is te lang.", number=number) if len(self.actions) > 1 else ""
                raise ValidationError(f"{which} {too_long(action, LONGEST_ACTION)}".strip())
        if len(self.actions) > 1 and self.regels.data != APART and not self.los.data:
            self.asks_lines = True
            raise ValidationError(_("Dit zijn %(number)s regels.", number=len(self.actions)))

    @property
    def lines(self) -> list[str]:
        """What was typed, line by line."""
        return lines_of_list(self.action.data or "")

    @property
    def actions(self) -> list[str]:
        """What each new card says."""
        return self.lines if len(self.lines) > 1 else [self.action.data or ""]

    @property
    def fits_on_one(self) -> bool:
        """Whether all lines together fit on one card."""
        return len(single_line(self.action.data or "")) <= LONGEST_ACTION

    @property
    def says_more(self) -> bool:
        """Somebody chose more than the action; for the next card it stays open."""
        return bool(self.citizen_result.data or self.owner_id.data or self.week.data)


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


class ManyForm(EditForm):
    """The same step for some cards at once. It knows where each of them was seen."""

    kaarten = SelectMultipleField(
        _l("Welke kaarten?"),
        coerce=int,
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    naar = StringField(
        validators=[
            Optional(),
            AnyOf([*(f"staat:{s.value}" for s in CardState), *(f"week:{w.value}" for w in When)]),
        ]
    )

    def shows(self, cards: Iterable[Card]) -> None:
        """These cards stand on its page."""
        self.kaarten.choices = options((card.id, card.action) for card in cards)
        self.gezien.raw_data, self.gezien.data = None, sealed({_of(card): (_place(card),) for card in cards})

    def saw(self, card: Card) -> bool:
        """Whether its reader saw the card where it stands now."""
        return unsealed(self.gezien.data or "").get(_of(card)) == marks({_of(card): (_place(card),)})[_of(card)]

    @property
    def wanted(self) -> Move:
        kind, _colon, value = (self.naar.data or "").partition(":")
        if kind == "staat":
            return Move(state=CardState(value))
        return Move(when=When(value)) if kind == "week" else Move()


def _of(card: Card) -> str:
    return f"k{card.id}"


def _place(card: Card) -> str:
    return f"{card.place}.{card.week or 0}"
