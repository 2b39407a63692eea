"""One source, three voices: what the board says of each opgave over a period, and what somebody made of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from board.core.opgaven.results import Outcome
from board.core.publishing.council_lines import VOICES, CouncilLine, earlier_codes, lines_of_period, repeats
from board.core.record.periods import Period
from board.managers.council.choosing import a_fair_few
from board.managers.council.queries import Gone, Moved, gone_texts, moved_results, public_words
from board.public.queries.date_range import ReachedBigResult, reached_big_results, results_in_range
from board.public.queries.opgaven import opgaven_among
from board.public.queries.results import results_among
from board.public.shapes import PublicOpgave, PublicResult


class Month(NamedTuple):
    """The results that are told of one month."""

    first: date
    results: list[PublicResult]


@dataclass(frozen=True)
class Board:
    """What the board says by itself: only what inwoners can read too."""

    opgave: PublicOpgave
    period: Period
    counts: Counter[Outcome]
    told: Sequence[PublicResult]
    reached: Sequence[ReachedBigResult]

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def months(self) -> list[Month]:
        found: dict[date, list[PublicResult]] = defaultdict(list)
        for result in self.told:
            found[result.happened_on.replace(day=1)].append(result)
        return [Month(first, results) for first, results in found.items()]


@dataclass(frozen=True)
class Since:
    """What happened to the results after somebody wrote their own words. Of what is withdrawn only the number."""

    came: Sequence[Moved] = ()
    changed: Sequence[Moved] = ()
    withdrawn: Sequence[Moved] = ()

    @property
    def is_quiet(self) -> bool:
        return not (self.came or self.changed or self.withdrawn)


@dataclass(frozen=True)
class CouncilEntry:
    """What a council reads of one opgave: what the board says, or somebody's own words."""

    board: Board
    programme: str
    line: CouncilLine | None
    since: Since
    # By voice: what its own words still hold of what inwoners read no longer.
    gone: Mapping[str, Sequence[Gone]]

    @property
    def opgave(self) -> PublicOpgave:
        return self.board.opgave

    @property
    def is_edited(self) -> bool:
        return self.line is not None and self.line.is_edited

    def written(self, voice: str) -> str:
        """Somebody's own words; empty where the board speaks."""
        return getattr(self.line, voice) if self.line else ""

    @property
    def waits(self) -> bool:
        """Whether somebody must read their own words again: a result was withdrawn or corrected since.

        No comparing of texts can tell whether they still say what was taken back. A person can.
        """
        return self.is_edited and bool(self.since.withdrawn or self.since.changed)

    def own_words(self, voice: str) -> str:
        """Those words as far as they may go out: what is withdrawn is withdrawn here too."""
        return "" if self.waits or self.gone.get(voice) else self.written(voice)


def council_entries(opgaven: Collection[int], period: Period) -> list[CouncilEntry]:
    """What a council reads of those of these opgaven that are public, by programme and name.

    As many queries for one opgave as for hundreds.
    """
    public = opgaven_among(opgaven)
    written, codes = lines_of_period(public, period), earlier_codes(public, period)
    edited = [line for line in written.values() if line.is_edited]
    happened, is_gone = _since(edited, period), _gone(edited, public)
    told = []
    for board in boards(public, period):
        number = board.opgave.number
        line = written.get(number)
        programme = line.programme if line else codes.get(number, "")
        told.append(CouncilEntry(board, programme, line, happened.get(number, Since()), is_gone.get(number, {})))
    return sorted(told, key=_place)


def boards(public: Mapping[int, PublicOpgave], period: Period) -> list[Board]:
    """What the board says of each of these opgaven. Three queries."""
    bricks = _by_opgave(results_in_range(public, period.first, period.last))
    chosen = [result.number for of_one in bricks.values() for result in a_fair_few(of_one)]
    told: dict[int, list[PublicResult]] = defaultdict(list)
    for result in results_among(chosen, dict(public)):
        told[result.opgave.number].append(result)
    big = _by_opgave(reached_big_results(public, period.first, period.last))
    return [
        Board(opgave, period, Counter(result.outcome for result in bricks[number]), told[number], big[number])
        for number, opgave in public.items()
    ]


def all_results(opgave: PublicOpgave, period: Period) -> list[Month]:
    """Every published result of one opgave and period, by month."""
    of = {opgave.number: opgave}
    every = [result.number for result in results_in_range(of, period.first, period.last)]
    return Board(opgave, period, Counter(), results_among(every, of), ()).months


def _by_opgave(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.opgave].append(row)
    return found


def _since(edited: Sequence[CouncilLine], period: Period) -> dict[int, Since]:
    found = _by_opgave(moved_results(edited, period)) if edited else {}
    return {opgave: _told_apart(rows) for opgave, rows in found.items()}


def _told_apart(rows: Sequence[Moved]) -> Since:
    """Who never read it when it was withdrawn misses nothing."""
    here = [row for row in rows if row.withdrawn_at is None]
    came = [row for row in here if row.published_at > row.written_at]
    changed = [row for row in here if row.published_at <= row.written_at]
    taken = [row for row in rows if row.withdrawn_at and row.published_at <= row.written_at < row.withdrawn_at]
    return Since(came, changed, taken)


def _gone(edited: Sequence[CouncilLine], public: Mapping[int, PublicOpgave]) -> dict[int, dict[str, list[Gone]]]:
    """By opgave and voice, what still stands in own words and nowhere in public."""
    taken = gone_texts([line.opgave_id for line in edited]) if edited else {}
    suspect = [line for line in edited if _held(line, taken.get(line.opgave_id, ()), "")]
    known = public_words([line.opgave_id for line in suspect]) if suspect else {}
    return {
        line.opgave_id: _held(line, taken[line.opgave_id], _known(known, public[line.opgave_id])) for line in suspect
    }


def _known(words: Mapping[int, str], opgave: PublicOpgave) -> str:
    return "\n".join([words.get(opgave.number, ""), opgave.title, opgave.why.text if opgave.why else ""])


def _held(line: CouncilLine, taken: Iterable[Gone], still_public: str) -> dict[str, list[Gone]]:
    taken = list(taken)
    found = {
        voice: [passage for passage in taken if repeats(getattr(line, voice), passage.text, still_public)]
        for voice in VOICES
    }
    return {voice: held for voice, held in found.items() if held}


def _place(told: CouncilEntry) -> tuple[bool, list[tuple[int, str]], str]:
    """By the code of the programme as people count: 6.3 before 10.1; who has none comes after."""
    parts = [(int(part) if part.isdecimal() else 0, part) for part in told.programme.replace("-", ".").split(".")]
    return not told.programme, parts, told.opgave.name.casefold()
