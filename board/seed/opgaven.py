"""One opgave of the load: its team, worry and groups; its notes and cards follow in modules of their own."""

from dataclasses import dataclass
from datetime import date, timedelta

from board.core.opgaven.labels import Label
from board.core.opgaven.opgaven import Audience, CitizenGroup, Membership, Opgave
from board.core.people.people import Role
from board.seed.notes import Notes
from board.seed.rows import RowBuffer
from board.seed.words import TextGenerator


@dataclass(frozen=True)
class Team:
    """What the cards of one opgave refer to, by id."""

    opgave: int
    members: list[int]
    groups: list[int]
    labels: list[int]


class Founder:
    """Makes opgaven that are public and at work."""

    def __init__(self, rows: RowBuffer, words: TextGenerator, pool: list[int], measurer: int, on: date) -> None:
        self.rows, self.words, self.pool, self.measurer, self.on = rows, words, pool, measurer, on

    def make_team(self, slug: str, theme: dict[str, str], name: str) -> Team:
        """An opgave with everything but cards."""
        opgave = self._opgave(slug, theme, name)
        people = self.words.random.sample(self.pool, self.words.random.randint(7, 11))
        roles = [Role.LEAD, Role.SPONSOR, Role.READER, *[Role.MEMBER] * len(people)]
        for person, role in [*zip(people, roles, strict=False), (self.measurer, Role.MEMBER)]:
            self.rows.add(Membership, opgave_id=opgave, person_id=person, role=role)
        groups = [self.rows.add(CitizenGroup, opgave_id=opgave, name=name) for name in self.words.some("groups", 4)]
        labels = [self.rows.add(Label, opgave_id=opgave, name=name) for name in self.words.some("labels", 5)]
        notes = Notes(self.rows, self.words, opgave, self.on)
        notes.worry(theme["worry"], people[0])
        notes.needs(groups)
        notes.talents()
        notes.signals(people)
        notes.support(people)
        notes.decisions(people[0])
        return Team(opgave, [people[0], *people[3:]], groups, labels)

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
