"""One opgave with one of everything, and a plausible value for each part of each address."""

from datetime import date

from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule

from board.access_table import VISITORS
from board.blocks.citizen.models import Need
from board.blocks.talents.models import TalentRequest
from board.core import sign_ins
from board.core.card_parts import CheckItem
from board.core.cards import Card, CardState
from board.core.history import Change
from board.core.opgaven import Membership
from board.core.people import OrgRole, Person, Role
from board.db import session
from board.exchange.models import keep
from tests.builders import Builder

EXPORT = b'{"id": "b", "name": "Schulden", "lists": [], "cards": []}'


class World:
    """An opgave at work, with a visitor of every kind. Everything is stored."""

    def __init__(self, a: Builder) -> None:
        self.opgave = a.opgave("Schulden", slug="schulden")
        card = a.card(self.opgave, state=CardState.DOING)
        told = a.card(self.opgave, "Bel de tien", state=CardState.DOING)
        result = a.result(told)
        public = a.public_result(self.opgave)
        item = CheckItem(opgave_id=self.opgave.id, card_id=card.id, text="bel", position=1)
        request = TalentRequest(opgave=self.opgave, card=card, words="filmpje maken", asked_on=date(2026, 11, 2))
        need = Need(opgave=self.opgave, text="Bel mij eerst", heard_on=date(2026, 11, 2))
        session.add_all([item, request, need])
        session.commit()  # what follows is a change of its own
        card.edit(action="Bel de twintig")
        session.flush()
        self.people = {name: self._visitor(a, name) for name in VISITORS if name != "niemand"}
        colleague = session.scalars(select(Membership.id).where(Membership.person == a.member(self.opgave))).one()
        # By "blueprint.endpoint.part", "blueprint.part" or "part"; the longest name that fits goes first.
        self.values: dict[str, object] = {
            "slug": self.opgave.slug,
            "number": card.id,
            "item": item.id,
            "change": self._change_of(card),
            "code": "2026-47",
            "block": "klein",
            "token": sign_ins.make_link(a.person()),
            "card.before.number": told.id,
            "card.publish.number": told.id,
            "card.before_withdrawal.number": self._card_of(public.id),
            "card.withdraw.number": self._card_of(public.id),
            "opgaven.number": colleague,
            "talents.number": request.id,
            "trello.token": keep(self.opgave, self.people["opgavemanager"], EXPORT).id,
            "manage.number": self.people["lid"].id,
            "public.number": public.id,
            "step": 1,
        }
        # What a form must hold to get past its door, by endpoint.
        self.forms: dict[str, dict[str, object]] = {"board.drop": {"kaart": card.id, "staat": "bezig"}}
        assert result.published_at is None
        session.commit()

    def _visitor(self, a: Builder, name: str) -> Person:
        roles = VISITORS[name] or frozenset()
        org_role = next((role for role in roles if isinstance(role, OrgRole)), None)
        person = a.person(name.capitalize(), org_role=org_role)
        for role in roles:
            if isinstance(role, Role):
                a.membership(self.opgave, person, role)
        return person

    def _change_of(self, card: Card) -> int:
        return session.scalars(
            select(Change.id).where(Change.kind == "card", Change.thing_id == card.id, Change.verb == "changed")
        ).one()

    def _card_of(self, result_id: int) -> int:
        return session.scalars(select(Card.id).where(Card.result_id == result_id)).one()

    def address(self, app: Flask, rule: Rule, **other: object) -> str:
        """The address of this route, in this world. Add a value above when a route has a new part."""
        blueprint = rule.endpoint.rpartition(".")[0]
        given = {part: value for part, value in other.items() if part in rule.arguments}
        for part in rule.arguments - given.keys():
            names = (f"{rule.endpoint}.{part}", f"{blueprint}.{part}", part)
            known = [name for name in names if name in self.values]
            assert known, f"{rule.rule}: give “{part}” a value in tests/world.py"
            given[part] = self.values[known[0]]
        with app.test_request_context():
            return str(app.url_map.bind("localhost").build(rule.endpoint, given))
