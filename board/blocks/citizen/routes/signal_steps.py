"""What is done with a signal: take it up, hand it over, make a card of it, tell it back, say “nu niet”."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.citizen.forms import HandOverForm, NotNowForm, SignalCardForm, TellBackForm, first_step
from board.blocks.citizen.models import IsCard, IsClosed, NotTaken, Signal, SignalState, Taken
from board.blocks.citizen.queries import signals
from board.blocks.citizen.queries.signal_rights import SignalRights, VisibleOpgave
from board.blocks.citizen.routes import signal_page
from board.blocks.citizen.routes.signals import bp
from board.blocks.shared.noted_forms import done
from board.blocks.shared.occasion_fields import occasion_day
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today
from board.db import session
from board.web.guards import me, signed_in
from board.web.labels import weekday
from board.web.responses import flash_message, render, saved


@bp.post("/<int:number>/pak-op", endpoint="claim")
@signed_in()
def claim_signal(number: int) -> ResponseReturnValue:
    """“Ik pak het op”: whoever sees that nobody has it."""
    found = signals.get_signal_for(me(), number, today())
    try:
        found.claim(me(), today())
    except Taken:
        return _too_late(found)
    text = _("Jij pakt het op. Maak er voor %(day)s een kaart van.", day=weekday(found.claimed_until or today()))
    return done(signal_page.onward(found), text)


def _too_late(found: Signal) -> ResponseReturnValue:
    if not found.is_claimed_by(me(), today()):
        flash_message(_("Een collega pakte dit net voor je op."))
    return saved(signal_page.onward(found))


@bp.post("/<int:number>/geef-door", endpoint="hand_over")
@signed_in()
def hand_signal_over(number: int) -> ResponseReturnValue:
    found, reach = signal_page.to_act_on(number)
    form = HandOverForm()
    form.offer(signals.colleagues_for(found, reach.place(found)))
    colleague = session.get(Person, form.to.data) if form.validate_on_submit() else None
    if colleague is None:
        flash_message(_("Kies een collega."))
        return saved(signal_page.onward(found))
    try:
        found.hand_over(colleague, today())
    except NotTaken:
        flash_message(_("Dit signaal is niet in handen van een collega. Pak het eerst op."))
        return saved(signal_page.onward(found))
    return done(signal_page.onward(found), _("%(name)s gaat hiermee verder.", name=colleague.name))


@bp.post("/<int:number>/kaart")
@signed_in()
def make_card(number: int) -> ResponseReturnValue:
    """In one click on the board of its own opgave, or on a board that was chosen; without a plan a first step."""
    found, reach = signal_page.to_act_on(number)
    form = SignalCardForm()
    form.offer(reach.boards)
    place = _board(found, reach, form.opgave.data or 0) if form.validate_on_submit() else None
    if form.action.errors:
        return render(replace(signal_page.SignalPage.of(found), card_form=form)), 422
    if place is None:
        flash_message(_("Kies eerst op welk bord de kaart komt."))
        return saved(signal_page.onward(found))
    try:
        card = found.make_card(session.get_one(Opgave, place.id), me(), today(), form.action.data or first_step(found))
    except IsCard:
        flash_message(_("Er is al een kaart van dit signaal."))
        return saved(signal_page.onward(found))
    except IsClosed:
        flash_message(_("Dit signaal is afgerond. Zet het eerst weer open."))
        return saved(signal_page.onward(found))
    url = url_for("card.card", slug=place.slug, number=card.id)
    return done(url, _("De kaart ligt op het bord, voor deze week."))


def _board(found: Signal, reach: SignalRights, chosen: int) -> VisibleOpgave | None:
    """Where the card comes: what was chosen, or its own opgave; only where this person works."""
    place = reach.places.get(chosen) if chosen else reach.place(found)
    return place if place is not None and place.works else None


@bp.post("/<int:number>/teruggekoppeld", endpoint="tell_back")
@signed_in()
def tell_signal_back(number: int) -> ResponseReturnValue:
    found, _reach = signal_page.to_act_on(number)
    form = TellBackForm.sent_on(TellBackForm.of(found), found)
    if status := form.waits():  # also when a colleague told it back already: only who read that sets it right
        return render(replace(signal_page.SignalPage.of(found), told_form=form)), status
    told, on = form.told.data, occasion_day(form.told_on)
    if found.state is SignalState.ANSWERED:
        found.answer_better(told, on)
        return done(signal_page.onward(found), _("Bewaard."), form)
    try:
        found.answer(told, on)
    except IsClosed:
        form.form_errors.append(_("Hier staat “nu niet”. Zet het signaal eerst weer open."))
        return render(replace(signal_page.SignalPage.of(found), told_form=form)), 422
    return done(signal_page.onward(found), _("Teruggekoppeld. Mooi dat de inwoner het weet."))


@bp.post("/<int:number>/nu-niet", endpoint="not_now")
@signed_in()
def decline_signal(number: int) -> ResponseReturnValue:
    found, _reach = signal_page.to_act_on(number)
    form = NotNowForm()
    if not form.validate_on_submit():
        return render(replace(signal_page.SignalPage.of(found), not_now_form=form)), 422
    try:
        found.not_now(form.because.data)
    except (IsClosed, IsCard) as error:
        form.form_errors.append(_why_not(found, error))
        return render(replace(signal_page.SignalPage.of(found), not_now_form=form)), 422
    return done(signal_page.onward(found), _("Nu niet. De reden staat erbij."))


def _why_not(found: Signal, error: Exception) -> str:
    """Why “nu niet” cannot be said any more."""
    if isinstance(error, IsCard):
        return _("Er is een kaart van dit signaal. Stop die kaart, of zet het signaal eerst weer open.")
    if found.state is SignalState.ANSWERED:
        return _("De inwoner hoorde al van ons: dat staat hierboven. Zet het signaal eerst weer open.")
    return _("Een collega zei al “nu niet”, met de reden die hierboven staat.")


@bp.post("/<int:number>/open", endpoint="open_again")
@signed_in()
def reopen_signal(number: int) -> ResponseReturnValue:
    """Back to where it can be taken up: also to let go of what I took up."""
    found, _reach = signal_page.to_act_on(number)
    found.open_again()
    return done(signal_page.onward(found), _("Het signaal staat weer open."))
