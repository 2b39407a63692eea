"""Publishing one result, and taking it back: both deliberate, both with a look at what citizens see."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from board.access import READERS, TEAM, allow, me
from board.core.cards import Card, card
from board.core.opgaven import Opgave
from board.core.results import NotReady, Result
from board.fields import Act
from board.pages.card.forms import WithdrawForm
from board.pages.card.routes import bp
from board.public.preview import preview
from board.web import saved, tell


def _told(opgave: Opgave, number: int, to_change: bool = False) -> tuple[Card, Result]:
    found = card(opgave, number, to_change)
    if found.result is None:
        raise NoResultFound
    return found, found.result


@bp.get("/publiceer")
@allow(*READERS)
def before(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Zo ziet de inwoner het."""
    found, result = _told(opgave, number)
    return render_template(
        "pages/card/publish.html",
        opgave=opgave,
        card=found,
        result=result,
        seen=preview(opgave, found, result),
        act=Act(formdata=None),
    )


@bp.post("/publiceer")
@allow(*TEAM)
def publish(opgave: Opgave, number: int) -> ResponseReturnValue:
    found, result = _told(opgave, number, to_change=True)
    try:
        result.publish(by=me())
    except NotReady:  # pressed twice: it is public already, which is what was wanted
        return saved(url_for("card.before", slug=opgave.slug, number=number))
    text = _("Gepubliceerd. Inwoners kunnen het nu lezen.")
    if not opgave.is_public:
        text = _("Klaar. Inwoners lezen het zodra deze opgave openbaar is.")
    tell(text)
    return saved(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{found.id}"))


@bp.get("/trek-in")
@allow(*TEAM)
def before_withdrawal(opgave: Opgave, number: int) -> ResponseReturnValue:
    return _withdrawal(opgave, *_told(opgave, number), WithdrawForm(formdata=None))


@bp.post("/trek-in")
@allow(*TEAM)
def withdraw(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Take a result back: its address stays, with the reason."""
    found, result = _told(opgave, number, to_change=True)
    form = WithdrawForm()
    if not form.validate_on_submit():
        return _withdrawal(opgave, found, result, form), 422
    if result.is_public:
        result.withdraw(form.reason.data)
    tell(_("Ingetrokken. Op die plek staat nu waarom."))
    return saved(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{found.id}"))


def _withdrawal(opgave: Opgave, found: Card, result: Result, form: WithdrawForm) -> str:
    return render_template(
        "pages/card/withdraw.html",
        opgave=opgave,
        card=found,
        result=result,
        form=form,
        seen=preview(opgave, found, result),
    )
