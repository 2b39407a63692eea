"""What the third block asks: a bigger result in one sentence, what lies on its pile, and the day it was reached."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import DateField, SelectField, SelectMultipleField, ValidationError
from wtforms.validators import DataRequired
from wtforms.widgets import CheckboxInput, ListWidget

from board.blocks.increments.models import BigResult
from board.blocks.shared.noted_forms import NotedForm
from board.core.opgaven.cards import Card
from board.core.opgaven.results import Result
from board.core.record.weeks import today
from board.web.fields import Making, PublicationReasonForm, line, options
from board.web.merging import EditForm


class BigResultForm(PublicationReasonForm, NotedForm):
    """A bigger result: one sentence is enough."""

    sentence = line(
        _l("Waar stapelen we naartoe?"),
        needed=_l("Schrijf in één zin wat de inwoner straks merkt."),
        longest=280,
        reads="tekst",
        description=_l("Eén zin voor de inwoner: “U hoort altijd binnen een week iets van ons.”"),
    )


class PileForm(Making):
    """Which loose results belong to a bigger one."""

    results = SelectMultipleField(
        _l("Welke stenen horen hierbij?"),
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validators=[DataRequired(_l("Vink minstens één steen aan."))],
    )

    def offer(self, found: Iterable[tuple[Card, Result]]) -> None:
        """The results to choose from."""
        self.results.choices = options((result.id, result.sentence) for _card, result in found)


class ReachedForm(EditForm):
    """Bereikt, on which day."""

    reached_on = DateField(_l("Op welke dag was het zover?"), validators=[DataRequired(_l("Kies een dag."))])

    def validate_reached_on(self, field: DateField) -> None:
        """A day that is still to come is a plan."""
        if field.data > today():
            raise ValidationError(_l("Kies een dag die al geweest is."))


class WhichPileForm(NotedForm):
    """On the page of a card: the pile of its result."""

    big_result = SelectField(_l("Bij welk groter resultaat hoort deze steen?"), coerce=int)

    def offer(self, found: Iterable[BigResult]) -> None:
        """The bigger results to choose from; 0 is none of them."""
        self.big_result.choices = options([(0, _l("nog bij geen")), *((big.id, big.sentence) for big in found)])
