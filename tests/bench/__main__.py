"""`make bench`: measure what pages and acts cost, on SQLite and on a real PostgreSQL."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from board.app import create_app
from board.config import load_settings
from board.core.record.weeks import Week
from board.web.assets import asset
from tests.bench.measure import HTMX, Patience, Scene, measure
from tests.bench.reference import add_reference
from tests.bench.report import Report, as_json, as_text
from tests.bench.review import Reviews
from tests.bench.scenes import STYLE, Scenes, board_path
from tests.bench.server import Server
from tests.bench.world import FULL, QUICK, World
from tests.postgres import Postgres

# A name, an address, and headers.
Asked = tuple[str, str, dict[str, str]]
SECRET = "only for measurements, guessed by all"
CONNECTIONS = (1, 16)


class Bench:
    """All measurements on one database."""

    def __init__(self, name: str, url: str, folder: Path, quick: bool) -> None:
        self.report, self.url, self.folder, self.quick = Report(name), url, folder, quick
        self.patience = Patience(2, 0.1) if quick else Patience(40, 2.0)
        self.world = World(url, QUICK if quick else FULL)
        self.app = create_app(load_settings({}, instance=folder, secret_key=SECRET, database_url=url))
        self.remembered = add_reference(self.app)

    def run(self) -> Report:
        scenes = Scenes(self.app, self.world)
        self._measure(scenes.boards())
        self.world.fill()
        scenes = Scenes(self.app, self.world)
        self.remembered.look(self.app, scenes, self.world.middle)
        self._measure(self._all(scenes))
        self._measure(Reviews(scenes).look())
        self._serve(scenes)
        self.world.fill_more()
        scenes = Scenes(self.app, self.world)
        if not self.quick:
            self._measure(scenes.work())
            self._measure(scenes.public())
        self._measure(scenes.searches())
        self._measure(scenes.years(self.world.grow_old()))
        return self._done()

    def search(self) -> Report:
        """Only the search, in a full database."""
        self.world.fill_more()
        self._measure(Scenes(self.app, self.world).searches())
        return self._done()

    def public(self) -> Report:
        """Only what citizens read, in process and through the server."""
        self.world.fill()
        scenes = Scenes(self.app, self.world)
        self._measure(scenes.public())
        self._serve(scenes, public_only=True)
        return self._done()

    def review(self) -> Report:
        """Only what a manager looks at, with all cards there are on the opgaven of one organisation."""
        self.world.fill_for_review()
        reviews = Reviews(Scenes(self.app, self.world))
        self._measure(reviews.look())
        self._measure(reviews.keep())
        return self._done()

    def _done(self) -> Report:
        self.world.engine.dispose()
        self.app.extensions["engine"].dispose()
        return self.report

    def _all(self, scenes: Scenes) -> Iterator[Scene]:
        yield from scenes.work()
        yield self.remembered.scene(self.app)
        yield from scenes.opgaven()
        yield from scenes.public()

    def _measure(self, scenes: Iterator[Scene]) -> None:
        cards = self.world.cards
        for scene in scenes:
            sys.stderr.write(".")
            sys.stderr.flush()
            self.report.rows.append(measure(scene, cards, self.patience))

    def _asked_at_work(self, scenes: Scenes, server: Server) -> list[Asked]:
        cookie = scenes.measurer.get_cookie("opgavebord", path="/bord")
        assert cookie is not None
        path = board_path(self.world.middle)
        mine = {"Cookie": f"opgavebord={cookie.value}"}
        still = {**mine, **HTMX, "If-None-Match": server.etag(path, {**mine, **HTMX})}
        return [("bord", path, mine), ("bord, niets veranderd (304)", path, still)]

    def _asked_outside(self, server: Server) -> list[Asked]:
        """What citizens ask, beside a plain file from the same server."""
        week, style = f"/week/{Week.now()}", asset(STYLE)
        still = {address: {"If-None-Match": server.etag(address)} for address in (week, style)}
        return [
            ("publieke week", week, {}),
            ("publieke week, niets veranderd (304)", week, still[week]),
            ("feed", "/feed.atom", {}),
            ("gewoon bestand (de stijl)", style, {}),
            ("gewoon bestand, niets veranderd (304)", style, still[style]),
        ]

    def _serve(self, scenes: Scenes, public_only: bool = False) -> None:
        """The same database behind the real server."""
        settings = {"DATABASE_URL": self.url, "INSTANCE": str(self.folder), "SECRET_KEY": SECRET}
        seconds = 0.1 if self.quick else 3.0
        with Server(settings) as server:
            asked = [*([] if public_only else self._asked_at_work(scenes, server)), *self._asked_outside(server)]
            for name, address, headers in asked:
                server.load(name, address, headers, CONNECTIONS[0], seconds / 3)  # both workers warm up
                for connections in CONNECTIONS:
                    self.report.loads.append(server.load(name, address, headers, connections, seconds))
            self.report.start_seconds, self.report.memory_megabytes = server.start_seconds, server.memory()


def _measured(bench: Bench, chosen: argparse.Namespace) -> Report:
    for part in ("search", "review", "public"):
        if getattr(chosen, part):
            only: Callable[[], Report] = getattr(bench, part)
            return only()
    return bench.run()


def main() -> None:
    words = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    words.add_argument("--quick", action="store_true", help="small boards and few times, to see that it runs")
    words.add_argument("--search", action="store_true", help="only the search, with all cards there are")
    words.add_argument(
        "--review", action="store_true", help="only voortgang, over 200 opgaven with all cards there are"
    )
    words.add_argument("--public", action="store_true", help="only what citizens read")
    words.add_argument("--json", action="store_true", help="for programs")
    chosen = words.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="opgavebord-bench-")))
        server = stack.enter_context(Postgres())
        databases = {"SQLite": f"sqlite:///{folder / 'bench.sqlite'}", "PostgreSQL": server.new_database()}
        benches = [Bench(name, url, folder, chosen.quick) for name, url in databases.items()]
        reports = [_measured(bench, chosen) for bench in benches]
    sys.stdout.write(f"\n{as_json(reports) if chosen.json else as_text(reports)}\n")


if __name__ == "__main__":
    main()
