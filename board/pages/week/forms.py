"""What the week asks: which results go out, and a few words above them."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectMultipleField

from board.core.people import Person
from board.core.week_pages import WeekPage, goes_along
from board.fields import MayStandForm, text
from board.pages.seen import SeenForm
from board.web import tag


class WeekForm(MayStandForm):
    """The page as a whole, so that nothing that was typed is lost, whichever button is pressed."""

    introduction = text(
        _l("Een paar woorden vooraf"),
        longest=600,
        reads="tekst",
        description=_l("Mag leeg blijven. Bijvoorbeeld wat je deze week bijbleef. Je schrijft tegen de inwoner: u."),
    )
    # What stood there when the page was made, so that nobody’s words are overwritten.
    was = HiddenField()
    # Whether publishing takes the words along; it never does by itself.
    erboven = BooleanField(_l("Zet deze woorden erboven"))
    kaarten = SelectMultipleField(coerce=int)

    def is_behind(self, page: WeekPage) -> bool:
        """Whether a colleague changed the introduction meanwhile into something else than stands here."""
        now = page.introduction
        return self.was.data != tag(now) and now != (self.introduction.data or "")

    def go_on_from(self, page: WeekPage) -> None:
        """What is sent next was made with these words in sight."""
        self.was.raw_data, self.was.data = None, tag(page.introduction)


class SheetForm(SeenForm):
    """One of the results, as it was seen, and why it may stand; it is part of the form of the week."""

    class Meta:
        csrf: ClassVar[bool] = False


def form_of(page: WeekPage, person: Person) -> WeekForm:
    """The form with the words that stand there now."""
    now = {"introduction": page.introduction, "was": tag(page.introduction)}
    return WeekForm(formdata=None, **now, erboven=goes_along(page, person))


def sheet_form(card_id: int, is_sent: bool) -> SheetForm:
    """What is asked of one result; its prefix keeps all of them apart."""
    prefix = f"kaart-{card_id}"
    return SheetForm(prefix=prefix) if is_sent else SheetForm(formdata=None, prefix=prefix)
