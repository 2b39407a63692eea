"""What the week asks: which results go out, and a few words above them."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectMultipleField

from board.core.people.people import Person
from board.core.publishing.week_pages import WeekPage, goes_along
from board.web.fields import PublicationReasonForm, text
from board.web.merging import EditForm, Fact
from board.web.seen_form import SeenForm


class WeekForm(PublicationReasonForm, EditForm):
    """The page as a whole, so that nothing that was typed is lost, whichever button is pressed."""

    introduction = text(
        _l("Een paar woorden vooraf"),
        longest=600,
        reads="tekst",
        description=_l("Mag leeg blijven. Bijvoorbeeld wat je deze week bijbleef. Je schrijft tegen de inwoner: u."),
    )
    # Whether publishing takes the words along; it never does by itself.
    erboven = BooleanField(_l("Zet deze woorden erboven"))
    kaarten = SelectMultipleField(coerce=int)


class SheetForm(SeenForm):
    """One of the results, as it was seen, and why it may stand; it is part of the form of the week."""

    class Meta:
        csrf: ClassVar[bool] = False


def form_of(page: WeekPage, person: Person) -> WeekForm:
    """The form with the words that stand there now."""
    return WeekForm.on(_now(page), erboven=goes_along(page, person))


def form_sent(page: WeekPage) -> WeekForm:
    """The form that was sent; a tick for other words than a colleague's counts for those no more."""
    form = WeekForm.sent_on(_now(page), page)
    if form.has_conflict or form.merged.theirs:
        form.erboven.data = False
    return form


def _now(page: WeekPage) -> dict[str, str]:
    return {"introduction": page.introduction}


def sheet_form(card_id: int, stands: Fact, is_sent: bool) -> SheetForm:
    """What is asked of one result, that `stands` there so now; its prefix keeps all of them apart."""
    prefix = f"kaart-{card_id}"
    return (
        SheetForm.sent_on({}, facts=[stands], prefix=prefix) if is_sent else SheetForm.on({}, [stands], prefix=prefix)
    )
