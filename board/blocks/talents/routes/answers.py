"""What a team does with a talent that is asked: ask a colleague, and answer who stepped forward."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select

from board.access import TEAM, allow, me
from board.blocks.saving import done
from board.blocks.talents.models import TalentOffer, TalentRequest
from board.blocks.talents.queries.offers import my_offer
from board.blocks.talents.queries.requests import is_on_team
from board.blocks.talents.routes.block import after, bp
from board.core.noted import one
from board.core.opgaven import Opgave
from board.core.people import Person
from board.core.weeks import today
from board.db import session


@bp.post("/<int:number>/vraag/<int:person>")
@allow(*TEAM)
def ask_person(opgave: Opgave, number: int, person: int) -> ResponseReturnValue:
    """“Vraag Femke”: she reads it on Vandaag."""
    request = one(TalentRequest, opgave, number)
    colleague = session.scalars(select(Person).where(Person.id == person)).one()
    if my_offer(request, colleague) is None:
        session.add(request.ask(colleague, by=me()))
    return done(after(opgave), _("Gevraagd. %(name)s leest het op Vandaag.", name=colleague.first_name))


@bp.post("/aanbod/<int:offer>/ja")
@allow(*TEAM)
def say_yes(opgave: Opgave, offer: int) -> ResponseReturnValue:
    """Yes to who stepped forward. It gives nobody a role: adding somebody to the team is a step of its own."""
    stepped = one(TalentOffer, opgave, offer)
    on_team = is_on_team(opgave.id, stepped.person)
    stepped.agree(on=today(), on_team=on_team)
    text = _("%(name)s doet mee.", name=stepped.person.first_name)
    if not on_team:
        text += " " + _("Een opgavemanager kan %(name)s toevoegen aan het team.", name=stepped.person.first_name)
    return done(after(opgave), text)


@bp.post("/aanbod/<int:offer>/nu-niet")
@allow(*TEAM)
def say_not_now(opgave: Opgave, offer: int) -> ResponseReturnValue:
    stepped = one(TalentOffer, opgave, offer)
    stepped.not_now(on=today())
    return done(after(opgave), _("%(name)s hoort dat het nu niet past.", name=stepped.person.first_name))


@bp.post("/aanbod/<int:offer>/weg")
@allow(*TEAM)
def do_not_ask(opgave: Opgave, offer: int) -> ResponseReturnValue:
    """Take back what was asked of a colleague."""
    asked = one(TalentOffer, opgave, offer)
    asked.remove()
    return done(after(opgave), _("%(name)s is niet meer gevraagd.", name=asked.person.first_name))
