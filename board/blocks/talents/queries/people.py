"""What people say they can and want to learn; found by their words, never counted or ranked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from board.blocks.talents.models import Talent, TalentKind
from board.blocks.talents.queries.matching import holds_all, in_common
from board.core.opgaven.noted import not_removed
from board.core.people.names import Name
from board.core.people.people import Person
from board.db import session

SHOWN = 100
PARTS = (Person.first_name, Person.last_name)


@dataclass(frozen=True)
class Colleague:
    """Somebody with what they can and want to learn, in their own words."""

    id: int
    full_name: Name
    job_title: str
    portrait: str | None
    can: tuple[str, ...]
    wants: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.full_name.whole

    @property
    def short_name(self) -> str:
        return self.full_name.short

    @property
    def initials(self) -> str:
        return self.full_name.initials

    @property
    def said(self) -> tuple[str, ...]:
        return self.can + self.wants


@dataclass(frozen=True)
class Match:
    """A colleague whose words fit what is asked, with those words."""

    colleague: Colleague
    text: str
    wants: bool


def talents_of(person: Person) -> Sequence[Talent]:
    """What this person wrote, the first first."""
    return session.scalars(
        select(Talent).where(Talent.person_id == person.id, not_removed(Talent)).order_by(Talent.id)
    ).all()


def get_talent(number: int) -> Talent:
    """This talent, whoever wrote it (NoResultFound when it was removed)."""
    return session.scalars(select(Talent).where(Talent.id == number, not_removed(Talent))).one()


def colleagues(words: str = "") -> list[Colleague]:
    """Who wrote something down, by name; with `words`, who fits those by name, job or talent."""
    found = _everybody(also_without_talents=bool(words))
    return [colleague for colleague in found if _fits(colleague, words)][:SHOWN] if words else found[:SHOWN]


def who_can(asked: str, without: Collection[int], everybody: Iterable[Colleague], most: int = 3) -> list[Match]:
    """Some colleagues whose words fit: who can it first, then who wants to learn it."""
    found = [
        (-len(common), match)
        for colleague in everybody
        if colleague.id not in without
        and (match := _best(asked, colleague))
        and (common := in_common(asked, match.text))
    ]
    return [match for _much, match in sorted(found, key=lambda pair: (pair[1].wants, pair[0]))][:most]


def everybody() -> list[Colleague]:
    """All who wrote something down, by name."""
    return _everybody(also_without_talents=False)


def also_without_talents() -> list[Colleague]:
    """Everybody with an account, by name."""
    return _everybody(also_without_talents=True)


def _best(asked: str, one: Colleague) -> Match | None:
    fitting = [Match(one, text, wants=False) for text in one.can if in_common(asked, text)]
    fitting += [Match(one, text, wants=True) for text in one.wants if in_common(asked, text)]
    return max(fitting, key=lambda match: (not match.wants, len(in_common(asked, match.text))), default=None)


def _fits(colleague: Colleague, words: str) -> bool:
    about = f"{colleague.name} {colleague.job_title}".casefold()
    return words.casefold() in about or any(holds_all(words, text) for text in colleague.said)


def _everybody(also_without_talents: bool) -> list[Colleague]:
    """As plain rows: one query, however many there are."""
    said = (Talent.person_id == Person.id) & not_removed(Talent)
    rows = session.execute(
        select(Person.id, *PARTS, Person.job_title, Person.portrait, Talent.kind, Talent.text)
        .join(Talent, said, isouter=also_without_talents)
        .where(Person.erased_at.is_(None))
        .order_by(Person.id, Talent.id)
    )
    people: dict[int, tuple[tuple[int, Name, str, str | None], list[str], list[str]]] = {}
    for number, first, last, job_title, portrait, kind, text in rows:
        _who, can, wants = people.setdefault(number, ((number, Name(first, last), job_title, portrait), [], []))
        if text is not None:
            (can if kind is TalentKind.CAN else wants).append(text)
    found = (Colleague(*who, tuple(can), tuple(wants)) for who, can, wants in people.values())
    return sorted(found, key=lambda colleague: (colleague.full_name.sort_key, colleague.id))


def every_talent_of(person: Person) -> Sequence[Talent]:
    """All that this person ever said to be able to do or want to learn, also what they removed."""
    return session.scalars(select(Talent).where(Talent.person_id == person.id)).all()


def get_colleague(number: int) -> Person:
    """This person. Raises NoResultFound."""
    return session.scalars(select(Person).where(Person.id == number)).one()


def get_known_colleague(number: int) -> Person:
    """This person, when they were not erased. Raises NoResultFound."""
    return session.scalars(select(Person).where(Person.id == number, Person.erased_at.is_(None))).one()
