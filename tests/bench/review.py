"""What a manager does: look over all opgaven, at one of them, and behind one cell; and what keeping the weeks costs."""

from collections.abc import Callable, Iterator

from flask.testing import FlaskClient

from board.blocks import BLOCKS
from board.blocks.weekly import WEEKS, keep
from board.db import transaction
from board.managers.review.keeping import KEPT
from board.web.cache import room
from tests.bench.measure import HTMX, Ask, Scene
from tests.bench.scenes import Mover, Scenes

PAGE = "/bord/voortgang"


class Reviews:
    """Everything about voortgang that is measured on one world."""

    def __init__(self, scenes: Scenes) -> None:
        self.app, self.world, self.who = scenes.app, scenes.world, scenes.measurer
        self.slug, self.shown = scenes.world.middle, scenes.world.opgaven

    def look(self) -> Iterator[Scene]:
        """What is read when the weeks are kept, as they are from the first Monday on."""
        with transaction(self.app.extensions["engine"]):
            keep()
        yield self._get("voortgang", "", self.shown)
        yield self._get("voortgang, één opgave veranderd", "", self.shown, forget=self._forget_one)
        yield self._get("voortgang, nog nooit bekeken", "", self.shown, forget=self._forget_all)
        yield self._get("voortgang, op naam", "?op=naam", self.shown)
        yield self._get("voortgang, waar klein aandacht vraagt", "?blok=klein&staat=aandacht")
        yield self._get("voortgang, na een keuze", "?staat=stil", headers=HTMX)
        yield self._get("voortgang van één opgave", f"/{self.slug}", 1)
        for block in BLOCKS:
            yield self._get(f"achter één cel: {block.slug}", f"/{self.slug}/{block.slug}", 1)

    def keep(self) -> Iterator[Scene]:
        """The first step that somebody takes on Monday, beside the same step later that day."""
        move = Mover(self.world, self.who, self.world.worked_on)
        yield Scene("kaart verplaatsen", self.shown, self.who, move)
        yield Scene("de eerste stap van een week", self.shown, self.who, self._behind(1, move))
        yield Scene("de eerste stap na twaalf weken", self.shown, self.who, self._behind(WEEKS, move))

    def _behind(self, weeks: int, step: Callable[[], Ask]) -> Callable[[], Ask]:
        def next_ask() -> Ask:
            self.world.forget_weeks(weeks)
            self.app.extensions.pop(KEPT, None)
            return step()

        return next_ask

    def _forget_one(self) -> None:
        """As after a change on one opgave: it is asked and drawn again."""
        room(self.app, "glances")._entries.popitem()

    def _forget_all(self) -> None:
        """As in a process that just began."""
        room(self.app, "glances").clear()
        room(self.app, "reviews").clear()

    def _get(
        self,
        name: str,
        path: str,
        shown: int = 0,
        headers: dict[str, str] | None = None,
        forget: Callable[[], None] = lambda: None,
    ) -> Scene:
        who: FlaskClient = self.who

        def next_ask() -> Ask:
            forget()
            return Ask(PAGE + path, headers=headers or {})

        return Scene(name, shown, who, next_ask)
