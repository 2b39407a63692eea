"""a.opgave(), a.member(of=…), a.card(opgave): the things of the product, ready made for a test."""

from itertools import count
from typing import Any, TypeVar

from board.core.opgaven import worries
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Audience, Membership, Opgave
from board.core.opgaven.order import at_the_end
from board.core.opgaven.results import Outcome, Result, new_result
from board.core.people.people import OrgRole, Person, Role
from board.core.record.personal_data import StatedReason
from board.core.record.weeks import today
from board.db import session

numbers = count(1)
# Why words may stand that look like personal data; it is kept only for those.
BECAUSE = "Deze test gaat over iets anders."
Thing = TypeVar("Thing")


class Builder:
    """Makes things with sensible words; a test names only what matters to it."""

    def person(self, name: str = "Ruth Pinas", **fields: Any) -> Person:
        email = fields.pop("email", f"p{next(numbers)}@lindewaard.example")
        made = Person(email=email, name=name, **fields)
        made.name_in_doubt = fields.get("name_in_doubt", False)
        made.require_reason(made.public_texts, StatedReason.of(BECAUSE, made.public_texts))
        return self._keep(made)

    def manager(self) -> Person:
        return self.person("Fatou Manager", org_role=OrgRole.MANAGER)

    def admin(self) -> Person:
        return self.person("Bea Beheerder", org_role=OrgRole.ADMIN)

    def opgave(
        self, short_name: str = "Schulden", *, public: bool = True, active: bool = True, **fields: Any
    ) -> Opgave:
        slug = fields.pop("slug", f"opgave-{next(numbers)}")
        title = fields.pop("title", "Niemand zijn huis uit om een kleine schuld")
        visibility = Audience.PUBLIC if public else Audience.INTERNAL
        made = Opgave(slug=slug, short_name=short_name, title=title, visibility=visibility, **fields)
        made.require_reason(made.public_texts, StatedReason.of(BECAUSE, made.public_texts))
        self._keep(made)
        if active:
            worries.sign(made, "Ik lig wakker van de post die niemand opent.", None, "opgavemanager").show(today())
            session.flush()
        return made

    def membership(self, opgave: Opgave, person: Person, role: Role) -> Membership:
        return self._keep(Membership(opgave=opgave, person=person, role=role))

    def member(self, of: Opgave, role: Role = Role.MEMBER, name: str = "Ruth Pinas", **fields: Any) -> Person:
        person = self.person(name, **fields)
        self.membership(of, person, role)
        return person

    def lead(self, of: Opgave) -> Person:
        return self.member(of, Role.LEAD, "Yasmina El Idrissi")

    def reader(self, of: Opgave) -> Person:
        return self.member(of, Role.READER, "Joris Meelezer")

    def sponsor(self, of: Opgave) -> Person:
        return self.member(of, Role.SPONSOR, "Wim Opdrachtgever")

    def card(self, opgave: Opgave, action: str = "Bel tien mensen", **fields: Any) -> Card:
        fields.setdefault("block", "increments")
        card = Card(opgave=opgave, action=action, position=at_the_end(opgave.id), **fields)
        return self._keep(card)

    def result(self, card: Card, sentence: str = "U krijgt één brief.", **fields: Any) -> Result:
        """A told result on a finished card, not yet public."""
        result = new_result(card.opgave_id)
        told: dict[str, Any] = {
            "outcome": Outcome.SUCCEEDED,
            "happened_on": today(),
            "deed": "wij belden",
            "lesson": "",
        } | fields
        result.edit(sentence, **told)
        session.add(result)
        card.finish(result)
        session.flush()
        return result

    def public_result(self, opgave: Opgave, sentence: str = "U krijgt één brief.", **fields: Any) -> Result:
        """A published result of a finished card."""
        owner = fields.pop("owner", None)
        card = self.card(opgave, state=CardState.DOING, owner=owner)
        result = self.result(card, sentence, **fields)
        result.publish(by=owner or self.person(), because=StatedReason.of(BECAUSE, result.texts))
        session.flush()
        return result

    def _keep(self, thing: Thing) -> Thing:
        session.add(thing)
        session.flush()
        return thing
