"""Who of the Trello board is who here: by name, because an export holds no e-mail addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from board.exchange.trello.guessing import fold


@dataclass(frozen=True)
class People:
    """The people here by folded name. Two people with one name are nobody: rather none than the wrong one."""

    by_name: Mapping[str, int]
    # What somebody said of a name, as it stands over there: who it is here, or nobody.
    chosen: Mapping[str, int | None] = field(default_factory=dict)

    @classmethod
    def known(cls, people: Mapping[str, int], chosen: Mapping[str, int | None] | None = None) -> "People":
        found: dict[str, int] = {}
        doubtful = set()
        for name, person_id in people.items():
            folded = fold(name)
            if found.setdefault(folded, person_id) != person_id:
                doubtful.add(folded)
        by_name = {name: person_id for name, person_id in found.items() if name and name not in doubtful}
        return cls(by_name, chosen or {})

    def find(self, name: str) -> int | None:
        """The id of the person with this name: “Pinas, Ruth” is “ruth pinas”."""
        if name in self.chosen:
            return self.chosen[name]
        return self.by_name.get(fold(name)) or self.by_name.get(fold(_turned(name)))

    def split(self, names: Sequence[str]) -> tuple[list[int], list[str]]:
        """The ids of those who are known, each once, and the names of those who are not."""
        ids = [found for name in names if (found := self.find(name)) is not None]
        return list(dict.fromkeys(ids)), [name for name in names if self.find(name) is None]


def _turned(name: str) -> str:
    last, comma, first = name.partition(",")
    return f"{first} {last}" if comma else name
