"""Who of the Trello board is who here: by name, because an export holds no e-mail addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from board.exchange.trello.guessing import fold


@dataclass(frozen=True)
class People:
    """The people here by folded name. Two people with one name are nobody: rather none than the wrong one."""

    by_name: Mapping[str, int]

    @classmethod
    def known(cls, people: Mapping[str, int]) -> "People":
        found: dict[str, int] = {}
        doubtful = set()
        for name, person_id in people.items():
            folded = fold(name)
            if found.setdefault(folded, person_id) != person_id:
                doubtful.add(folded)
        return cls({name: person_id for name, person_id in found.items() if name and name not in doubtful})

    def find(self, name: str) -> int | None:
        """The id of the person with this name: “Pinas, Ruth” is “ruth pinas”."""
        return self.by_name.get(fold(name)) or self.by_name.get(fold(_turned(name)))

    def split(self, names: Sequence[str]) -> tuple[list[int], list[str]]:
        """The ids of those who are known, each once, and the names of those who are not."""
        ids = [found for name in names if (found := self.find(name)) is not None]
        return list(dict.fromkeys(ids)), [name for name in names if self.find(name) is None]


def _turned(name: str) -> str:
    last, comma, first = name.partition(",")
    return f"{first} {last}" if comma else name
