"""Somebody who leaves: on two teams, with something of everything in hand."""

from sqlalchemy import select

from board.blocks.citizen.models import Signal, SignalState
from board.blocks.talents.models import TalentRequest
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import Role
from board.core.record.weeks import today
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

NAME, ADDRESS = "Xandra Quispel", "xandra@lindewaard.example"


class AtWork:
    """Somebody on two teams, with something of everything in hand."""

    def __init__(self, a: Builder) -> None:
        self.opgave, self.other = a.opgave(slug="schulden"), a.opgave(slug="school")
        self.person = a.member(self.opgave, name=NAME, email=ADDRESS, job_title="klusbouwer")
        a.membership(self.other, self.person, Role.MEMBER)
        a.lead(self.opgave)
        self.cards = [a.card(opgave, owner=self.person) for opgave in (self.opgave, self.other)]
        self.helped = [a.card(opgave, helpers=[self.person]) for opgave in (self.opgave, self.other)]
        self.done = a.card(self.opgave, owner=self.person, helpers=[a.person(), self.person])
        a.result(self.done)
        self.signals = [self._signal(opgave) for opgave in (self.opgave, self.other, None)]
        request = TalentRequest(opgave=self.opgave, words="filmpje maken", asked_on=today())
        db.add(request)
        db.flush()
        self.offer = request.step_forward(self.person)
        db.add(self.offer)
        db.commit()

    def _signal(self, opgave: Opgave | None) -> Signal:
        made = Signal(text="Wie helpt mij?", heard_on=today(), opgave=opgave, state=SignalState.ORPHAN)
        made.claim(self.person, today())
        db.add(made)
        return made

    @property
    def membership(self) -> Membership:
        query = select(Membership).where(Membership.person == self.person, Membership.opgave == self.opgave)
        return db.scalars(query).one()

    @property
    def holds(self) -> dict[str, list[bool]]:
        """Of each opgave, and of none, what is still in hand."""
        return {
            "cards": [card.owner is self.person for card in self.cards],
            "helping": [self.person in card.helpers for card in self.helped],
            "signals": [signal.claimed_by is self.person for signal in self.signals],
        }


def erased(client: Client, work: AtWork) -> int:
    return client.post(f"/bord/beheer/mensen/{work.person.id}/wis", data={"name": NAME.upper()}).status_code
