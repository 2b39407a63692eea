"""“Kloppen deze namen?”: who got a first and a last name out of one text, and was not looked at yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.admin.manage.forms import NameForm
from board.core.people.people import Person
from board.core.publishing.accounts import Account

# As many as somebody looks through in one go; the next come when these are done.
AT_ONCE = 10


@dataclass(frozen=True)
class Doubtful:
    """The list, which empties: each person with a form, and how many wait behind these."""

    rows: Sequence[tuple[Person, NameForm]]
    more: int


def name_form(person: Person, is_sent: bool = False) -> NameForm:
    """The form on this name; a page holds several of them."""
    now = NameForm.name_of(person)
    form = NameForm.sent_on(now, person) if is_sent else NameForm.on(now)
    form.last_name.description = ""  # said once would be enough, and here it would stand ten times
    return form.beside_others(person.id)


def doubtful(accounts: Sequence[Account], wrong: NameForm | None = None) -> Doubtful:
    """Whose name is in doubt, in the order of the list of people; `wrong` is the form that was sent just now."""
    sent = next(iter(wrong.things)) if wrong else None
    people = [account.person for account in accounts if account.person.name_in_doubt or account.person is sent]
    people.sort(key=lambda person: person is not sent)
    rows = [(person, wrong if wrong and person is sent else name_form(person)) for person in people[:AT_ONCE]]
    return Doubtful(rows, len(people) - len(rows))
