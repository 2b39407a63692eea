"""A load for measurements: many opgaven with many cards, the same ones for the same random seed."""

from collections.abc import Sequence
from itertools import count, cycle

from sqlalchemy import select, update

from board.core.opgaven.invented import DatabaseContents, beside_the_load
from board.core.opgaven.opgaven import RESERVED, Opgave, slug_of
from board.core.people.people import Person, Visibility
from board.core.record.weeks import now, today
from board.core.reports.board_rows import DONE_STAYS_WEEKS
from board.core.search import index
from board.core.undo.versions import Counter
from board.db import session
from board.seed.cards import Dealer
from board.seed.opgaven import Founder
from board.seed.rows import RowBuffer
from board.seed.words import TextGenerator

# Works on every seeded opgave, and has no password: whoever measures signs in without the form.
MEASURER = "meting@seed.example"
CHOICES = [Visibility.FULL, Visibility.FIRST_NAME, Visibility.ROLE, Visibility.TEAM]


def spread(cards: int, opgaven: int) -> list[int]:
    """As many cards for each opgave; the first ones get what is left over."""
    return [cards // opgaven + (number < cards % opgaven) for number in range(opgaven)]


def contents() -> DatabaseContents:
    """What stands in the database of the current session, beside a load."""
    return beside_the_load(MEASURER)


def load(cards: Sequence[int], random_seed: int, weeks: int = DONE_STAYS_WEEKS, since: int = 0) -> list[str]:
    """Add an opgave for each number of cards; what is there already stays. Returns their slugs.

    Results lie in `weeks` weeks, of which the newest is `since` weeks ago: by default all stand on their board.
    """
    rows, words = RowBuffer(), TextGenerator(random_seed)
    pool = _people(rows, words, 20 + 4 * len(cards))
    founder = Founder(rows, words, pool, _measurer(rows), today())
    dealer = Dealer(rows, words, now(), weeks, since)
    slugs: list[str] = []
    taken = RESERVED | set(session.scalars(select(Opgave.slug)))
    for theme, size in zip(cycle(words.lists["themes"]), cards, strict=False):
        name, slug = _free(theme["name"], taken)
        dealer.deal(founder.make_team(slug, theme, name), size)
        slugs.append(slug)
    rows.finish()
    index.catch_up()
    # These rows pass the history by, so who has a public page must hear of them here.
    session.execute(update(Counter).where(Counter.name == "public").values(value=Counter.value + 1))
    return slugs


def _free(name: str, taken: set[str]) -> tuple[str, str]:
    """The first name and slug that nobody has: Schulden 1 at schulden-1, and so on."""
    free = ((f"{name} {number}", slug_of(f"{name} {number}")) for number in count(1))
    found = next((numbered, slug) for numbered, slug in free if slug not in taken)
    taken.add(found[1])
    return found


def _people(rows: RowBuffer, words: TextGenerator, number: int) -> list[int]:
    """Colleagues of this load, who work on some opgaven each."""
    taken = set(session.scalars(select(Person.email).where(Person.email.endswith("@seed.example"))))
    free = (email for n in count(1) if (email := f"p{n}@seed.example") not in taken)
    return [_person(rows, words, next(free)) for _ in range(number)]


def _person(rows: RowBuffer, words: TextGenerator, email: str) -> int:
    return rows.add(
        Person,
        email=email,
        first_name=words.pick("first_names"),
        last_name=words.pick("last_names"),
        job_title=words.pick("jobs"),
        visibility=words.random.choice(CHOICES),
        portrait=words.pick("portraits") if words.chance(0.3) else None,
    )


def _measurer(rows: RowBuffer) -> int:
    found = session.scalar(select(Person.id).where(Person.email == MEASURER))
    if found is not None:
        return found
    quiet = {"job_title": "", "visibility": Visibility.TEAM, "portrait": None}
    return rows.add(Person, email=MEASURER, first_name="Meike", last_name="Meting", **quiet)
