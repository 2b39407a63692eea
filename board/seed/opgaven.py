"""One opgave of the load: its team, worry, groups, needs and talents; the cards follow in a module of their own."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from board.blocks.citizen.models import PLACES, Need
from board.blocks.talents.models import TalentRequest
from board.core.cards import Label
from board.core.opgaven import Audience, CitizenGroup, Membership, Opgave
from board.core.people import Role
from board.core.worries import Worry, WorryCheck
from board.seed.rows import Rows
from board.seed.words import Words


@dataclass(frozen=True)
class Team:
    """What the cards of one opgave refer to, by id."""

    opgave: int
    members: list[int]
    groups: list[int]
    labels: list[int]


class Founder:
    """Makes opgaven that are public and at work."""

    def __init__(self, rows: Rows, words: Words, pool: list[int], measurer: int, on: date) -> None:
        self.rows, self.words, self.pool, self.measurer, self.on = rows, words, pool, measurer, on

    def found(self, slug: str, theme: dict[str, str], name: str) -> Team:
        """An opgave with everything but cards."""
        opgave = self._opgave(slug, theme, name)
        people = self.words.random.sample(self.pool, self.words.random.randint(7, 11))
        roles = [Role.LEAD, Role.SPONSOR, Role.READER, *[Role.MEMBER] * len(people)]
        for person, role in [*zip(people, roles, strict=False), (self.measurer, Role.MEMBER)]:
            self.rows.add(Membership, opgave_id=opgave, person_id=person, role=role)
        groups = [self.rows.add(CitizenGroup, opgave_id=opgave, name=one) for one in self.words.some("groups", 4)]
        labels = [self.rows.add(Label, opgave_id=opgave, name=one) for one in self.words.some("labels", 5)]
        self._worry(opgave, theme["worry"], people[0])
        self._needs(opgave, groups)
        self._talents(opgave)
        return Team(opgave, [people[0], *people[3:]], groups, labels)

    def _ago(self, least: int, most: int) -> date:
        return self.on - timedelta(days=self.words.random.randint(least, most))

    def _opgave(self, slug: str, theme: dict[str, str], name: str) -> int:
        return self.rows.add(
            Opgave,
            slug=slug,
            short_name=name,
            title=theme["title"],
            summary=theme["worry"],
            visibility=Audience.PUBLIC,
            active_since=self.on - timedelta(days=120),
            contact_title="Vragen?",
            contact_text="Bel ons, of loop binnen.",
            contact_place=self.words["plek"].capitalize(),
            version=1,
        )

    def _worry(self, opgave: int, text: str, lead: int) -> None:
        common = {"opgave_id": opgave, "person_id": lead}
        signed = {"signed_on": self.on - timedelta(days=120), "confirmed_on": self._ago(1, 60)}
        worry = self.rows.add(Worry, text=text, signed_as="", public_since=signed["signed_on"], **signed, **common)
        for days in (90, 60, 20):
            said: dict[str, Any] = {"sentence": self.words.say("checks"), "checked_on": self._ago(1, days)}
            self.rows.add(WorryCheck, worry_id=worry, **said, **common)

    def _needs(self, opgave: int, groups: list[int]) -> None:
        for _ in range(self.words.random.randint(3, 9)):
            self.rows.add(
                Need,
                opgave_id=opgave,
                group_id=self.words.random.choice(groups),
                text=self.words.say("needs"),
                heard_where=self.words.random.choice(PLACES),
                heard_on=self._ago(0, 80),
            )

    def _talents(self, opgave: int) -> None:
        for words in self.words.some("talents", 4):
            asked = self._ago(2, 50)
            found = self.on if self.words.chance(0.5) else None
            request = {"words": words, "asked_on": asked, "found_on": found}
            self.rows.add(TalentRequest, opgave_id=opgave, card_id=None, **request)
