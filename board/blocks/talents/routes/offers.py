"""What a team does with a talent that is asked: ask a colleague, and answer who stepped forward."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done
from board.blocks.talents.forms import ColleagueForm
from board.blocks.talents.models import Answered, NotAsked, NotForTheTeam, TalentOffer, TalentRequest
from board.blocks.talents.queries.offers import my_offer
from board.blocks.talents.queries.people import also_without_talents, get_colleague
from board.blocks.talents.queries.requests import is_on_team, lock_request
from board.blocks.talents.routes.index import after, bp
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today
from board.db import session
from board.web.fields import MakingAct
from board.web.guards import HELPERS, TEAM, allow, me
from board.web.responses import flash_message, saved


@bp.post("/<int:number>/vraag/<int:person>")
@allow(*TEAM)
def ask_person(opgave: Opgave, number: int, person: int) -> ResponseReturnValue:
    """“Vraag Femke”: she reads it on Vandaag."""
    MakingAct().validate_on_submit()
    return _ask(opgave, get_noted(TalentRequest, opgave, number), person)


@bp.post("/<int:number>/collega", endpoint="bring")
@allow(*HELPERS)
def bring_colleague(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Who looks along knows somebody; that colleague decides, on Vandaag."""
    request, form = get_noted(TalentRequest, opgave, number), ColleagueForm()
    form.offer((), also_without_talents())
    if not form.validate_on_submit():
        flash_message(_("Kies een collega."))
        return saved(after(opgave))
    return _ask(opgave, request, int(form.person.data))


def _ask(opgave: Opgave, request: TalentRequest, person: int) -> ResponseReturnValue:
    colleague = get_colleague(person)
    lock_request(request.id)
    if not request.is_open:
        flash_message(_("Hier is al iemand voor gevonden. Of de kaart is klaar."))
        return saved(after(opgave))
    if my_offer(request, colleague) is None:
        session.add(request.ask(colleague, by=me()))
    return done(after(opgave), _("Gevraagd. %(name)s leest het op Vandaag.", name=colleague.short_name))


@bp.post("/aanbod/<int:offer>/ja", endpoint="say_yes")
@allow(*TEAM)
def accept_offer(opgave: Opgave, offer: int) -> ResponseReturnValue:
    """Yes to who stepped forward. It gives nobody a role: adding somebody to the team is a step of its own.

    A second yes for the same request is fine, and says so: two people may well do it together.
    """
    stepped = get_noted(TalentOffer, opgave, offer)
    lock_request(stepped.request_id)
    on_team, is_first = is_on_team(opgave.id, stepped.person), stepped.request.is_open
    try:
        stepped.welcome(on=today(), on_team=on_team)
    except (Answered, NotForTheTeam) as error:
        return _too_late(opgave, stepped, error)
    return done(after(opgave), _welcome(stepped.person, on_team, is_first))


def _welcome(person: Person, on_team: bool, is_first: bool) -> str:
    words = {"name": person.short_name}
    text = _("%(name)s doet mee.", **words) if is_first else _("%(name)s doet ook mee: er was al iemand.", **words)
    return text if on_team else f"{text} {_('Een opgavemanager kan %(name)s toevoegen aan het team.', **words)}"


def _too_late(opgave: Opgave, offer: TalentOffer, error: Exception) -> ResponseReturnValue:
    """What stands there stays, and the reader hears why."""
    name = offer.person.short_name
    if isinstance(error, NotForTheTeam):
        flash_message(_("%(name)s is gevraagd en geeft zelf antwoord.", name=name))
    elif isinstance(error, NotAsked):
        flash_message(_("%(name)s biedt zich zelf aan. Zeg ja, of nu niet.", name=name))
    else:
        flash_message(_("Hier is al antwoord op."))
    return saved(after(opgave))


@bp.post("/aanbod/<int:offer>/nu-niet", endpoint="say_not_now")
@allow(*TEAM)
def decline_offer(opgave: Opgave, offer: int) -> ResponseReturnValue:
    stepped = get_noted(TalentOffer, opgave, offer)
    lock_request(stepped.request_id)
    try:
        stepped.decline(on=today())
    except (Answered, NotForTheTeam) as error:
        return _too_late(opgave, stepped, error)
    return done(after(opgave), _("%(name)s hoort dat het nu niet past.", name=stepped.person.short_name))


@bp.post("/aanbod/<int:offer>/weg", endpoint="do_not_ask")
@allow(*TEAM)
def withdraw_offer(opgave: Opgave, offer: int) -> ResponseReturnValue:
    """Take back what was asked of a colleague, as long as they did not answer."""
    asked = get_noted(TalentOffer, opgave, offer)
    lock_request(asked.request_id)
    try:
        asked.unask()
    except (Answered, NotAsked) as error:
        return _too_late(opgave, asked, error)
    return done(after(opgave), _("%(name)s is niet meer gevraagd.", name=asked.person.short_name))
