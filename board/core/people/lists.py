"""People in a list: the one order, and the words that tell two of them apart."""

from collections import defaultdict
from collections.abc import Iterable

from board.core.people.names import folded, tell_apart
from board.core.people.people import Person


def in_order(people: Iterable[Person]) -> list[Person]:
    """People as Dutch lists have them: by the main part of the last name. The one order for every list of people.

    In Python, and so the same on both databases: none of them sorts letters with accents, or passes over “van der”.
    Every such list is whole (an organisation, a team), so there is no page to cut off first.
    """
    return sorted(people, key=lambda person: (person.full_name.sort_key, person.id))


def called_among(person: Person, people: Iterable[Person]) -> str:
    """What colleagues call somebody in a list of these people, where another may have the same first name."""
    return tell_apart(person.full_name, (other.full_name for other in people))


def to_choose_from(people: Iterable[Person]) -> list[tuple[int, str]]:
    """The people of a select box by number, in their order; of two with one name the job or the address tells which."""
    listed, namesakes = list(people), defaultdict[str, list[Person]](list)
    for person in listed:
        namesakes[folded(person.name)].append(person)
    return [(person.id, _which(person, namesakes[folded(person.name)])) for person in listed]


def _which(person: Person, namesakes: list[Person]) -> str:
    others, job = [other for other in namesakes if other is not person], folded(person.job_title)
    if not others:
        return person.name
    does_another_job = job and all(folded(other.job_title) != job for other in others)
    return f"{person.name} ({person.job_title if does_another_job else person.email})"
