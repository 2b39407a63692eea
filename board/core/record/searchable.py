"""What people can find by its words; the search keeps an index of it by itself."""

from typing import ClassVar, NamedTuple

from sqlalchemy import Select


class Readers(NamedTuple):
    """Who may find a thing besides those with a role on its opgave. Nobody, unless it is said here."""

    everyone: bool = False
    people: frozenset[int] = frozenset()


EVERYONE = Readers(everyone=True)


class Findable:
    """A model whose words can be searched. It has an `id`, and an `opgave_id` when it belongs to one.

    Who has a role on that opgave finds it, and so does a manager or administrator; `readers` says who else.
    """

    # Where a hit leads, and what it is called there: card, result, signal, need, lesson, person, talent…
    __found_as__: ClassVar[str]
    # The collections of which it has words too; `Attached` models say which.
    __lists_with_words__: ClassVar[tuple[str, ...]] = ()

    @property
    def words(self) -> tuple[str, str]:
        """The line that is shown for a hit, and what else it is found by. No line: it is not found at all."""
        raise NotImplementedError

    @property
    def readers(self) -> Readers:
        """Who else may find it."""
        return Readers()


class Attached:
    """A model whose words belong to a thing that can be found: a note to its card. By these the thing is found too."""

    # What the thing is found as.
    __found_on__: ClassVar[str]

    @property
    def attached_words(self) -> tuple[int | None, str]:
        """The number of the thing, and the words; none when it is not shown."""
        raise NotImplementedError

    @classmethod
    def words_on_things(cls) -> Select[int, str]:
        """The words as rows: the number of the thing on which they hang, and a text."""
        raise NotImplementedError
