"""What people do most: look at a board, ask whether it changed, move a card, read the week."""

import re
from collections.abc import Callable, Iterator
from itertools import cycle

from flask import Flask
from flask.testing import FlaskClient

from board import seed
from board.core.opgaven.cards import CardState
from board.core.record.weeks import Week
from board.web.assets import asset
from board.web.cache import room
from tests.bench.measure import HTMX, Ask, Scene, ask, reader
from tests.bench.world import World

# Half of all cards have the first one, and one person the second.
QUESTIONS = (
    ("gewoon woord", "een"),
    ("zeldzaam woord", "meting"),
    ("twee woorden", "gebeld+brieven"),
    ("begin van een woord", "hav"),
    ("wat er niet is", "zwaluwstaart"),
)
# What the pages of citizens are measured beside: the server sends it without any of our work.
STYLE = "public-voorbeeld.css"


def board_path(slug: str) -> str:
    return f"/bord/opgaven/{slug}"


class Scenes:
    """Everything that is measured on one world."""

    def __init__(self, app: Flask, world: World) -> None:
        self.app, self.world = app, world
        self.measurer = reader(app, seed.MEASURER)
        self.colleague = reader(app, world.a_colleague(world.middle))
        self.citizen = reader(app)

    def boards(self) -> Iterator[Scene]:
        """The same board in three sizes."""
        for slug in (self.world.small, self.world.middle, self.world.large):
            yield self._board("bord", slug)

    def work(self) -> Iterator[Scene]:
        """What a team does all day, on the board of the middle size."""
        slug = self.world.middle
        yield self._board("bord", slug)
        yield self._board("bord, net veranderd", slug, forget=self._forget_boards)
        yield self._board("bord, geen kaart eerder getekend", slug, forget=self._forget_cards)
        yield self._board("bord, weeklens", slug, "?lens=week")
        yield self._still("bord, niets veranderd (304)", self.measurer, board_path(slug), HTMX, self._shown(slug))
        yield from self.acts()
        card = self.world.a_card(slug, CardState.DOING)
        yield self._get("een kaart", self.measurer, f"{board_path(slug)}/kaarten/{card}", 1)
        yield self._get("rond af", self.measurer, f"{board_path(slug)}/kaarten/{card}/rond-af", 1)
        yield self._get("Vandaag", self.colleague, "/bord", self._shown(slug))
        yield self._get("De week (klaar om te publiceren)", self.colleague, "/bord/week", self._shown(slug))

    def acts(self) -> Iterator[Scene]:
        """Steps that write; they have a board of their own."""
        slug = self.world.worked_on
        shown = self._shown(slug)
        yield Scene("kaart verplaatsen", shown, self.measurer, Mover(self.world, self.measurer, slug))
        yield Scene("kaart toevoegen", shown, self.measurer, Adder(self.measurer, slug))

    def opgaven(self) -> Iterator[Scene]:
        """The list of opgaven, of who works on all of them."""
        yield self._get("lijst van alle opgaven", self.measurer, "/bord/opgaven", 0)
        yield self._get("opgaven voor inwoners", self.citizen, "/opgaven", 0)

    def searches(self) -> Iterator[Scene]:
        """What a colleague looks for, and the most common word for who works on every opgave."""
        for what, words in QUESTIONS:
            yield self._get(f"zoek {what}", self.colleague, f"/bord/zoek?q={words}", 0)
        yield self._get("zoek gewoon woord, op alle opgaven", self.measurer, f"/bord/zoek?q={QUESTIONS[0][1]}", 0)

    def years(self, older: int) -> Iterator[Scene]:
        """The board of the middle size with the results of its own past."""
        slug = self.world.middle
        yield self._board(f"bord, met {older} oudere resultaten", slug)
        yield self._get("klein, met zoveel resultaten", self.measurer, f"{board_path(slug)}/klein", 0)

    def public(self) -> Iterator[Scene]:
        """What citizens read."""
        week, results = f"/week/{Week.now()}", self.world.results_this_week
        yield self._get("publieke week", self.citizen, week, results)
        yield self._get("publieke week, net veranderd", self.citizen, week, results, self._forget_pages)
        yield self._still("publieke week, niets veranderd (304)", self.citizen, week, {}, results)
        yield self._get("publieke opgave", self.citizen, f"/opgaven/{self.world.middle}", 0)
        yield self._get("feed", self.citizen, "/feed.atom", 0)
        yield self._still("feed, niets veranderd (304)", self.citizen, "/feed.atom", {}, 0)
        yield self._get("open data (JSON)", self.citizen, "/open-data/resultaten.json", self.world.results)
        yield self._get("gewoon bestand (de stijl)", self.citizen, asset(STYLE), 0)

    def _shown(self, slug: str) -> int:
        return self.world.on_the_board(slug)

    def _get(
        self, name: str, who: FlaskClient, path: str, shown: int, forget: Callable[[], None] = lambda: None
    ) -> Scene:
        def next_ask() -> Ask:
            forget()
            return Ask(path)

        return Scene(name, shown, who, next_ask)

    def _forget_boards(self) -> None:
        room(self.app, "boards").clear()

    def _forget_cards(self) -> None:
        self._forget_boards()
        room(self.app, "cards").clear()

    def _forget_pages(self) -> None:
        room(self.app, "pages").clear()

    def _board(self, name: str, slug: str, query: str = "", forget: Callable[[], None] = lambda: None) -> Scene:
        def next_ask() -> Ask:
            forget()
            return Ask(board_path(slug) + query)

        return Scene(name, self._shown(slug), self.measurer, next_ask)

    def _still(self, name: str, who: FlaskClient, path: str, headers: dict[str, str], shown: int) -> Scene:
        etag = ask(who, Ask(path, headers=headers)).headers["ETag"]
        again = Ask(path, headers={**headers, "If-None-Match": etag}, status=304)
        return Scene(name, shown, who, lambda: again)


def token(who: FlaskClient, slug: str) -> str:
    """What a form of this reader carries to show that it is ours."""
    page = ask(who, Ask(board_path(slug))).text
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


class Mover:
    """Drags one card to and fro between two columns, and drops it before the card that lies on top there."""

    def __init__(self, world: World, who: FlaskClient, slug: str) -> None:
        self.world, self.slug, self.token = world, slug, token(who, slug)
        blocks = ("citizen", "increments")
        self.card = world.a_card(slug, CardState.PLANNED, blocks[0])
        self.tops = {block: world.a_card(slug, CardState.DOING, block) for block in blocks}
        self.steps = cycle([blocks, blocks[::-1]])

    def __call__(self) -> Ask:
        here, there = next(self.steps)
        step = {
            "kaart": str(self.card),
            "van": f"{here}.gepland",
            "blok": there,
            "voor": str(self.tops[there]),
        }
        seen = {"versie": self.world.version(self.slug), "csrf_token": self.token}
        return Ask(f"{board_path(self.slug)}/verplaats?lens=bouwstenen", {**step, **seen}, HTMX)


class Adder:
    """Adds cards to one column, one after the other."""

    def __init__(self, who: FlaskClient, slug: str) -> None:
        self.path, self.token = f"{board_path(slug)}/kaarten/nieuw", token(who, slug)

    def __call__(self) -> Ask:
        words = {"action": "Bel tien mensen die vorige week niet kwamen", "blok": "increments"}
        return Ask(self.path, {**words, "csrf_token": self.token}, HTMX)
