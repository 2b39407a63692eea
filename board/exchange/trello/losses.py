"""What does not come along of a Trello file, or comes in another form, and why: said before anything is written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

EXAMPLES = 3


class Why(Enum):
    """Why something does not come along."""

    NEEDS_LOGIN = "needs_login"
    NO_PLACE_HERE = "no_place_here"
    KEPT_AS_TEXT = "kept_as_text"
    NO_ACCOUNTS_ARE_MADE = "no_accounts_are_made"
    NOT_IN_FILE = "not_in_file"
    WORKS_ONLY_IN_TRELLO = "works_only_in_trello"
    LEFT_OUT_BY_CHOICE = "left_out_by_choice"
    UNREADABLE = "unreadable"
    TWICE_IN_FILE = "twice_in_file"
    NO_WORK = "no_work"
    TOO_LONG = "too_long"
    NOTHING_IN_IT = "nothing_in_it"
    LOOKS_THE_SAME = "looks_the_same"
    CARD_IS_GONE = "card_is_gone"


# What people made or said. The rest is how Trello looks and works: who moves on hardly misses it.
OF_PEOPLE = frozenset(
    {
        *("cards_left_out", "unreadable_cards", "duplicate_cards", "members_without_account", "members_without_name"),
        *("uploads", "older_comments", "comments_before_the_log", "comments_of_removed_cards", "lost_choices"),
        *("checklists_of_removed_cards", "lines_of_removed_cards", "item_dates_and_people", "board_description"),
        *("long_labels", "long_names", "senders", "lists_not_in_file", "same_labels", "votes", "mirrors", "link_cards"),
    }
)


@dataclass(frozen=True)
class Loss:
    """One kind of thing that is lost: what, how many, why, and some of them by name."""

    what: str
    count: int
    why: Why
    examples: tuple[str, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Whether it comes along in another form."""
        return self.why is Why.KEPT_AS_TEXT

    @property
    def is_of_people(self) -> bool:
        """Whether somebody may miss it."""
        return self.what in OF_PEOPLE


def loss(what: str, why: Why, names: Iterable[str] | Counter[str]) -> Loss | None:
    """A loss with its first few examples; None when there is nothing to lose."""
    # A counter, because a file may claim a million votes on a card.
    found = Counter(names)
    shown = [name for name in found if name][:EXAMPLES]
    return Loss(what, found.total(), why, tuple(shown)) if found.total() else None
