"""People in a list: the one order, and the words that tell two of them apart."""

from collections import Counter
from collections.abc import Iterable

from board.core.names import folded, tell_apart
from board.core.people import Person


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
    listed = list(people)
    often = Counter(folded(person.name) for person in listed)
    jobs = Counter((folded(person.name), folded(person.job_title)) for person in listed)
    words = {}
    for person in listed:
        name, job = folded(person.name), folded(person.job_title)
        which = person.job_title if job and jobs[name, job] == 1 else person.email
        words[person.id] = person.name if often[name] == 1 else f"{person.name} ({which})"
    return list(words.items())
