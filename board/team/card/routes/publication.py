"""Publishing one result, and taking it back: both deliberate, both with a look at what citizens see."""

from dataclasses import dataclass
from typing import ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from board.core.opgaven.cards import Card, get_card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import NotReady, Result
from board.core.publishing.faces import limit_of
from board.core.publishing.result_photos import photo_of
from board.core.record.personal_data import PersonalData
from board.public.preview import preview
from board.public.shapes import PublicResult
from board.team.card.forms import WithdrawForm
from board.team.card.routes.card import bp
from board.team.my_face.routes.results import Beside, beside
from board.web.fields import Act
from board.web.guards import READERS, TEAM, allow, me
from board.web.responses import Page, flash_message, render, saved
from board.web.seen_form import SeenForm, as_it_stands


def _told(opgave: Opgave, number: int, for_update: bool = False) -> tuple[Card, Result]:
    found = get_card(opgave, number, for_update)
    if found.result is None:
        raise NoResultFound
    return found, found.result


def _seen(opgave: Opgave, found: Card, result: Result) -> PublicResult:
    return preview(opgave, found, result, limit_of(result, found.owner), photo_of(result))


@bp.get("/publiceer", endpoint="before")
@allow(*READERS)
def show_publish(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Zo ziet de inwoner het."""
    found, result = _told(opgave, number)
    return _page(opgave, found, result, SeenForm.on({}, [as_it_stands(result, photo_of(result))]))


@bp.post("/publiceer", endpoint="publish")
@allow(*TEAM)
def publish_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    found, result = _told(opgave, number, for_update=True)
    facts = [] if result.is_public else [as_it_stands(result, photo_of(result))]
    form = SeenForm.sent_on({}, result, facts=facts)
    if status := form.waits():
        return _page(opgave, found, result, form), status
    try:
        result.publish(by=me(), because=form.stated_reason)
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, found, result, form), 422
    except NotReady:  # pressed twice: it is public already, which is what was wanted
        return saved(url_for("card.before", slug=opgave.slug, number=number))
    text = _("Gepubliceerd. Inwoners kunnen het nu lezen.")
    if not opgave.is_public:
        text = _("Klaar. Inwoners lezen het zodra deze opgave openbaar is.")
    flash_message(text)
    return saved(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{found.id}"))


@bp.get("/trek-in", endpoint="before_withdrawal")
@allow(*TEAM)
def show_withdrawal(opgave: Opgave, number: int) -> ResponseReturnValue:
    return _withdrawal(opgave, *_told(opgave, number), WithdrawForm(formdata=None))


@bp.post("/trek-in", endpoint="withdraw")
@allow(*TEAM)
def withdraw_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Take a result back: its address stays, with the reason."""
    found, result = _told(opgave, number, for_update=True)
    form = WithdrawForm()
    if not form.validate_on_submit():
        return _withdrawal(opgave, found, result, form), 422
    if not result.is_public and result.withdrawn_reason != form.reason.data:
        form.form_errors.append(_not_public(result))
        return _withdrawal(opgave, found, result, form), 409
    try:
        if result.is_public:
            result.withdraw(form.reason.data, form.stated_reason, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _withdrawal(opgave, found, result, form), 422
    flash_message(_("Ingetrokken. Op die plek staat nu waarom."))
    return saved(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{found.id}"))


def _not_public(result: Result) -> str:
    if not result.withdrawn_reason:
        return _("Inwoners lezen dit nog niet. Er valt niets in te trekken.")
    return _("Een collega trok dit al in, omdat: “%(reason)s”.", reason=result.withdrawn_reason)


@dataclass(frozen=True, kw_only=True)
class PublishPage(Page):
    """The page on which a result is published."""

    template: ClassVar[str] = "team/card/publish.html"
    opgave: Opgave
    card: Card
    result: Result
    form: SeenForm
    seen: PublicResult
    beside: Beside | None
    act: Act


def _page(opgave: Opgave, found: Card, result: Result, form: SeenForm) -> str:
    return render(
        PublishPage(
            opgave=opgave,
            card=found,
            result=result,
            form=form,
            seen=_seen(opgave, found, result),
            beside=beside(result, me(), back=url_for(".before", slug=opgave.slug, number=found.id))
            if found.owner is me()
            else None,
            act=Act(formdata=None),
        )
    )


@dataclass(frozen=True, kw_only=True)
class WithdrawPage(Page):
    """The page on which a result is withdrawn."""

    template: ClassVar[str] = "team/card/withdraw.html"
    opgave: Opgave
    card: Card
    result: Result
    form: WithdrawForm
    seen: PublicResult


def _withdrawal(opgave: Opgave, found: Card, result: Result, form: WithdrawForm) -> str:
    return render(WithdrawPage(opgave=opgave, card=found, result=result, form=form, seen=_seen(opgave, found, result)))
