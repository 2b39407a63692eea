"""The cards of the load: texts, states, weeks, owners and results, in the proportions of a team at work."""

from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from board.core.opgaven.card_parts import CheckItem
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.labels import card_label
from board.core.opgaven.results import EvidenceKind, Outcome, Result
from board.core.record.history import Change
from board.core.record.weeks import AMSTERDAM, Week
from board.seed.opgaven import Team
from board.seed.rows import RowBuffer
from board.seed.words import TextGenerator

# Of each twenty cards: three ideas, four planned, three in hand, nine done; the last one was stopped.
DECK = [CardState.IDEA] * 3 + [CardState.PLANNED] * 4 + [CardState.DOING] * 3 + [CardState.DONE] * 9
OWNED = {CardState.IDEA: 0.3, CardState.PLANNED: 0.9, CardState.DOING: 1.0, CardState.DONE: 0.95}


def needed_for(board: int) -> int:
    """How many cards an opgave must have for this many to stand on its board."""
    return board + board // len(DECK)


class Dealer:
    """Deals cards to a team. Results lie in `weeks` weeks, of which the newest is `since` weeks ago."""

    def __init__(self, rows: RowBuffer, words: TextGenerator, at: datetime, weeks: int, since: int) -> None:
        self.rows, self.words, self.at, self.weeks, self.since = rows, words, at, weeks, since
        self.on = at.astimezone(AMSTERDAM).date()
        self.week = Week.of(self.on)
        self.done = count(1)

    def deal(self, team: Team, number: int) -> None:
        """This many cards, in the order of their column."""
        states: list[CardState] = []
        while len(states) < number:
            states += [*self.words.random.sample(DECK, len(DECK)), CardState.STOPPED]
        for position, state in enumerate(states[:number], 1):
            self._card(team, state, float(position))
            self.rows.write_when_full()

    def _card(self, team: Team, state: CardState, position: float) -> None:
        words, owner = self.words, self._owner(team, state)
        action, block, since = words.say("actions"), words.pick("blocks"), self._since(state)
        told = self._result(team, action, owner, since) if state is CardState.DONE else (None, None)
        card = self.rows.add(
            Card,
            opgave_id=team.opgave,
            block=block,
            action=action,
            citizen_result=words.say("citizen_results") if words.chance(0.7) else "",
            state=state,
            state_since=since,
            week=told[1] or self._planned(state),
            position=position,
            owner_id=owner,
            group_id=words.random.choice(team.groups) if words.chance(0.5) else None,
            description=words.say("descriptions") if words.chance(0.4) else "",
            created_at=since - timedelta(days=9),
            changed_at=since,
            version=1 if state is CardState.IDEA else 2,
            result_id=told[0],
        )
        self._parts(team, card)
        self._history(team, card, {"action": action, "block": block, "state": state.value}, since)

    def _owner(self, team: Team, state: CardState) -> int | None:
        return self.words.random.choice(team.members) if self.words.chance(OWNED.get(state, 0.5)) else None

    def _since(self, state: CardState) -> datetime:
        if state is CardState.DONE:
            week = self.week.plus(-self.since - self.words.random.randrange(self.weeks))
            return self._noon(week.monday + timedelta(days=self.words.random.randrange(5)))
        return self.at - timedelta(hours=self.words.random.randint(1, 20 * 24))

    def _noon(self, day: date) -> datetime:
        return min(datetime.combine(day, time(12), AMSTERDAM), self.at)

    def _planned(self, state: CardState) -> int | None:
        if state is CardState.PLANNED and self.words.chance(0.9):
            return self.week.plus(self.words.random.randint(0, 3)).code
        return self.week.plus(-self.words.random.randint(0, 1)).code if state is CardState.DOING else None

    def _result(self, team: Team, action: str, owner: int | None, at: datetime) -> tuple[int, int]:
        """A told result, four out of five published on the Friday of their week: (its id, its week)."""
        day = at.astimezone(AMSTERDAM).date()
        week = Week.of(day)
        public = next(self.done) % 5 != 0
        number = self.rows.add(
            Result,
            opgave_id=team.opgave,
            happened_on=day,
            week=week.code,
            told_at=at,
            deed=self.words.say("deeds") if self.words.chance(0.8) else action,
            published_at=max(self._noon(week.monday + timedelta(days=4)), at) if public else None,
            published_by_id=owner if public else None,
            changed_at=None,
            withdrawn_at=None,
            laid=True,
            version=1,
            **self._told(),
            **self._evidence(),
        )
        return number, week.code

    def _told(self) -> dict[str, Any]:
        how = self.words.random.random()
        if how < 0.1:
            sentence, lesson = self.words.say("lessons_learned"), self.words.say("lessons")
            return {"outcome": Outcome.LEARNED, "sentence": sentence, "lesson": lesson}
        outcome = Outcome.PARTLY if how < 0.3 else Outcome.SUCCEEDED
        return {"outcome": outcome, "sentence": self.words.say("sentences"), "lesson": ""}

    def _evidence(self) -> dict[str, Any]:
        kinds = {EvidenceKind.COUNT: "counts", EvidenceKind.QUOTE: "quotes", None: ""}
        kind = self.words.random.choice(list(kinds))
        text = self.words.say(kinds[kind]) if kind else ""
        return {"evidence_kind": kind, "evidence_text": text, "evidence_url": ""}

    def _parts(self, team: Team, card: int) -> None:
        for label in self.words.random.sample(team.labels, self.words.random.choice((0, 0, 1, 2))):
            self.rows.link(card_label, card_id=card, label_id=label)
        for place in range(1, 4 if self.words.chance(0.1) else 1):
            item = {"text": self.words.say("checklist"), "done": self.words.chance(0.5), "position": place}
            self.rows.add(CheckItem, opgave_id=team.opgave, card_id=card, **item)

    def _history(self, team: Team, card: int, words: dict[str, str], at: datetime) -> None:
        """Made as an idea, and moved on from there, as the history would have written it."""
        common = {"opgave_id": team.opgave, "kind": "card", "thing_id": card, "person_id": team.members[0]}
        idea = CardState.IDEA.value
        made = {name: [None, word] for name, word in {**words, "state": idea}.items()}
        self.rows.add(Change, verb="made", version=1, fields=made, at=at - timedelta(days=9), **common)
        if words["state"] != idea:
            moved = {"state": [idea, words["state"]]}
            self.rows.add(Change, verb="changed", version=2, fields=moved, at=at, **common)
