"""What an audited table declares of itself: who sees it, who undoes it, and what becomes of it."""

from dataclasses import dataclass
from enum import Enum


class Erasure(Enum):
    """What becomes of a row when the person behind it is erased."""

    STAYS = "stays"  # as somebody's, without a name beside it
    GOES = "goes"  # and its history with it
    EMPTIED = "emptied"  # the row stays, and holds no name any more


@dataclass(frozen=True)
class Audit:
    """The declaration of one audited table, as `__audit__` of its model; a house rule asks each for one.

    `public`: inwoners may come to see it, directly or by a name; a set: only these of its columns.
    `undone_by`: the roles (`Role`, `OrgRole`) that may take a change on it back; nobody has the empty tuple.
    `own`: the column with the number of the person who may take it back besides.
    `searchable`: its words are found by the search, as a thing of its own or by the thing to which it belongs.
    `told_on_card`: the history of a card tells what happened to it.
    `erased`: what becomes of it when its person is erased. `exported`: it stands in the file of its opgave.
    `on_board`: what changes on it changes the board of its opgave.
    """

    public: bool | frozenset[str] = False
    undone_by: tuple[Enum, ...] = ()
    own: str = ""
    searchable: bool = False
    told_on_card: bool = False
    erased: Erasure = Erasure.STAYS
    exported: bool = True
    on_board: bool = True
