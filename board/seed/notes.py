"""What a team of the load noted: worry, needs, signals, talents, questions, decisions; each known since its day."""

from datetime import date, datetime, time, timedelta
from typing import Any

from board.blocks.citizen.models import PLACES, Need, Signal, SignalState
from board.blocks.leadership.models import Decision, LeaderAnswer, SupportKind, SupportRequest
from board.blocks.talents.models import TalentRequest
from board.core.opgaven.worries import Worry, WorryCheck
from board.core.record.weeks import AMSTERDAM, now
from board.db import Base
from board.seed.rows import RowBuffer
from board.seed.words import TextGenerator


class Notes:
    """Notes the things of one opgave. What stood on the screens months ago is known since then."""

    def __init__(self, rows: RowBuffer, words: TextGenerator, opgave: int, on: date) -> None:
        self.rows, self.words, self.opgave, self.on = rows, words, opgave, on

    def worry(self, text: str, lead: int) -> None:
        """Signed four months ago, and most are confirmed since."""
        day = self.on - timedelta(days=120)
        common = {"person_id": lead, "signed_as": "", "public_since": day}
        worry = self._note(Worry, day, text=text, signed_on=day, confirmed_on=self._ago(1, 60), **common)
        for days in (90, 60, 20):
            checked = self._ago(1, days)
            said: dict[str, Any] = {"sentence": self.words.say("checks"), "checked_on": checked, "person_id": lead}
            self._note(WorryCheck, checked, worry_id=worry, **said)

    def needs(self, groups: list[int]) -> None:
        """What inwoners said to need."""
        for _ in range(self.words.random.randint(3, 9)):
            day, where = self._ago(0, 80), self.words.random.choice(PLACES)
            said = {"text": self.words.say("needs"), "heard_where": where, "heard_on": day}
            self._note(Need, day, group_id=self.words.random.choice(groups), **said)

    def talents(self) -> None:
        """What is asked of colleagues; half of it was found some days later."""
        for words in self.words.some("talents", 4):
            day = self._ago(2, 50)
            found = min(self.on, day + timedelta(days=9)) if self.words.chance(0.5) else None
            self._note(TalentRequest, day, card_id=None, words=words, asked_on=day, found_on=found)

    def signals(self, people: list[int]) -> None:
        """What reached the team from outside, and what it told back."""
        for _ in range(self.words.random.randint(1, 4)):
            day, told = self._ago(0, 80), self.words.chance(0.8)
            state, said = (SignalState.ANSWERED, self.words.say("checks")) if told else (SignalState.ORPHAN, "")
            heard = {"text": self.words.say("needs"), "heard_on": day, "caught_by_id": people[-1]}
            self._note(Signal, day, state=state, told=said, told_on=day if told else None, **heard)

    def support(self, people: list[int]) -> None:
        """What the team asks of who leads, and what came of it."""
        for _ in range(self.words.random.randint(0, 4)):
            day = self._ago(1, 80)
            heard = min(self.on, day + timedelta(days=self.words.random.randint(1, 20)))
            answer = self.words.random.choice([LeaderAnswer.YES, LeaderAnswer.YES, LeaderAnswer.NO, None])
            asked = {"kind": self.words.random.choice(list(SupportKind)), "text": self.words.say("questions")}
            told = {"answer": answer, "answered_by_id": people[0] if answer else None}
            days = {"asked_on": day, **dict.fromkeys(("first_answered_on", "answered_on"), heard if answer else None)}
            self._note(SupportRequest, day, card_id=None, asked_by_id=people[-1], **asked, **told, **days)

    def decisions(self, lead: int) -> None:
        """What was decided."""
        for _ in range(self.words.random.randint(0, 3)):
            day = self._ago(0, 80)
            self._note(Decision, day, text=self.words.say("decisions"), decided_on=day, person_id=lead)

    def _note(self, model: type[Base], day: date, /, **values: Any) -> int:
        noted = min(datetime.combine(day, time(12), AMSTERDAM), now())
        return self.rows.add(model, opgave_id=self.opgave, noted_at=noted, **values)

    def _ago(self, least: int, most: int) -> date:
        return self.on - timedelta(days=self.words.random.randint(least, most))
