"""What people can find by its words; the search keeps an index of it by itself."""

from typing import ClassVar


class Findable:
    """A model whose words can be searched. It has an `id`, and an `opgave_id` when its readers are limited."""

    # Where a hit leads, and what it is called there: card, result, signal, need, lesson, person, talent…
    __found_as__: ClassVar[str]

    @property
    def words(self) -> tuple[str, str]:
        """The line that is shown for a hit, and what else it is found by. No line: it is not found at all."""
        raise NotImplementedError
