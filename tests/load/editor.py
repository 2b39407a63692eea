"""A member of the team at work: plans, changes, moves, splits, finishes, publishes, stops and takes back."""

import random
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from tests.edit_forms import Fields, Forms, path
from tests.load.visitor import Answer, Visitor

CARD = re.compile(r'data-kaart="(\d+)" data-plek="(\w+)\.(\w+)"')
READY = re.compile(r'href="(/bord/opgaven/[\w-]+/kaarten/\d+)/publiceer"')
BLOCKS = ("why", "citizen", "increments", "leadership", "talents")


@dataclass(frozen=True)
class Written:
    """Words that the server accepted: they stand in the thing, or in its history."""

    verb: str
    words: str


@dataclass(frozen=True)
class OnBoard:
    """A card as the editor saw it on the board."""

    number: int
    block: str
    state: str


class Editor:
    """One colleague. What is accepted they remember, and afterwards it is looked for."""

    def __init__(self, port: int, slug: str, name: str, seed: int) -> None:
        self.visitor, self.name = Visitor(port), name
        self.base, self.random = f"/bord/opgaven/{slug}", random.Random(seed)
        self.written: list[Written] = []
        self.done: Counter[str] = Counter()
        self.words = 0

    def work(self, until: float, pause: float, stop: Event) -> None:
        """Step after step until that moment, with a pause of about so many seconds between."""
        while time.monotonic() < until and not stop.is_set():
            verb = self.random.choices(list(VERBS), list(VERBS.values()))[0]
            if verb(self):
                self.done[verb.__name__] += 1
            time.sleep(self.random.uniform(0.5, 1.5) * pause)

    def _new_words(self, verb: str) -> str:
        """Words that nobody else writes. Every other letter a digit: nothing that a check could take for a name."""
        self.words += 1
        return f"Bel de buurt over {self.name} {verb} {self.words}x"

    def _keep(self, verb: str, words: str, answer: Answer) -> bool:
        if answer.is_accepted:
            self.written.append(Written(verb, words))
        return answer.is_accepted

    def _board(self) -> list[OnBoard]:
        page = self.visitor.get(self.base).text
        return [OnBoard(int(number), block, state) for number, block, state in CARD.findall(page)]

    def _open_card(self) -> OnBoard | None:
        cards = [card for card in self._board() if card.state != "gedaan"]
        return self.random.choice(cards) if cards else None

    def _on_card(self, rest: str, fill: Callable[[OnBoard, Fields], Fields], page: str | None = None) -> Answer | None:
        """Open a page of some open card, and send its form as `fill` fills it in."""
        card = self._open_card()
        if card is None:
            return None
        here = f"{self.base}/kaarten/{card.number}"
        fields = self.visitor.form(here + (rest if page is None else page), here + rest)
        return self.visitor.send(here + rest, fill(card, fields)) if fields is not None else None

    def add(self) -> bool:
        words, action = self._new_words("plan"), f"{self.base}/kaarten/nieuw"
        fields = self.visitor.form(f"{action}?blok={self.random.choice(BLOCKS)}", action)
        return fields is not None and self._keep("add", words, self.visitor.send(action, fields | {"action": words}))

    def edit(self) -> bool:
        words, what = self._new_words("meer"), self.random.choice(["action", "citizen_result", "description"])
        answer = self._on_card("", lambda _card, fields: fields | {what: words})
        return answer is not None and self._keep("edit", words, answer)

    def note(self) -> bool:
        words = self._new_words("noot")
        answer = self._on_card("/opmerkingen", lambda _card, fields: fields | {"text": words}, page="")
        return answer is not None and self._keep("note", words, answer)

    def move(self) -> bool:
        where = self.random.choice(["staat:idee", "staat:gepland", "staat:bezig", "week:nu", "week:straks"])
        where = self.random.choice([where, f"blok:{self.random.choice(BLOCKS)}", "plek:laatst"])
        answer = self._on_card("/verplaats", lambda _card, fields: fields | {"naar": where})
        return answer is not None and answer.is_accepted

    def drop(self) -> bool:
        """Dropped right before another card of the column."""
        cards = [card for card in self._board() if card.state != "gedaan"]
        if len(cards) < 2:
            return False
        card, before = self.random.sample(cards, 2)
        fields = self.visitor.form(f"{self.base}/kaarten/{card.number}/verplaats", self._send_of(card)) or {}
        place = {"kaart": card.number, "van": f"{card.block}.{card.state}", "blok": before.block, "voor": before.number}
        sent = {"csrf_token": fields.get("csrf_token", ""), **place}
        return self.visitor.send(f"{self.base}/verplaats", sent).is_accepted

    def _send_of(self, card: OnBoard) -> str:
        return f"{self.base}/kaarten/{card.number}/verplaats"

    def split(self) -> bool:
        words = self._new_words("eerst")
        answer = self._on_card("/splits", lambda _card, fields: fields | {"first": words})
        return answer is not None and self._keep("split", words, answer)

    def finish(self) -> bool:
        words = self._new_words("merkt")
        answer = self._on_card("/rond-af", lambda _card, fields: fields | {"sentence": words})
        return answer is not None and self._keep("finish", words, answer)

    def stop(self) -> bool:
        words = self._new_words("les")
        answer = self._on_card("/stop", lambda _card, fields: fields | {"lesson": words})
        return answer is not None and self._keep("stop", words, answer)

    def publish(self) -> bool:
        ready = READY.findall(self.visitor.get(self.base).text)
        if not ready:
            return False
        address = f"{self.random.choice(ready)}/publiceer"
        fields = self.visitor.form(address, address)
        return fields is not None and self.visitor.send(address, fields).is_accepted

    def bulk(self) -> bool:
        address = f"{self.base}/samen"
        fields, cards = self.visitor.form(address, address), [card for card in self._board() if card.state != "gedaan"]
        if fields is None or len(cards) < 3:
            return False
        chosen = [card.number for card in self.random.sample(cards, 3)]
        where = self.random.choice(["week:nu", "week:straks", "staat:gepland", "staat:bezig"])
        return self.visitor.send(address, fields | {"kaarten": chosen, "naar": where}).is_accepted

    def undo(self) -> bool:
        """A step, and then back: the way back stands in the message on the next page."""
        answer = self._on_card("/verplaats", lambda _card, fields: fields | {"naar": "staat:bezig"})
        if answer is None or not answer.is_accepted:
            return False
        forms = Forms(self.visitor.get(answer.location).text).found
        back = next((action for action in forms if "/ongedaan/" in action or "/terug/" in action), None)
        return back is not None and self.visitor.send(back, forms[path(back)]).is_accepted


# What a team does on a busy Monday, and how often beside each other.
VERBS: dict[Callable[[Editor], bool], int] = {
    Editor.add: 5,
    Editor.edit: 6,
    Editor.note: 2,
    Editor.move: 4,
    Editor.drop: 4,
    Editor.split: 1,
    Editor.finish: 3,
    Editor.publish: 2,
    Editor.stop: 1,
    Editor.bulk: 1,
    Editor.undo: 2,
}
