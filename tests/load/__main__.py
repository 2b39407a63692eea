"""`make load`: many people at once, on SQLite and on a real PostgreSQL, with the figures."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.monday import Plan, monday
from tests.load.rubbish import demo_app, fill, throw
from tests.postgres import Postgres

# No answer takes longer, in seconds.
SLOWEST = 2.0


def main() -> int:
    """1 when a promise was broken, 0 when all were kept."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--editors", type=int, default=50)
    ask.add_argument("--seconds", type=float, default=60)
    ask.add_argument("--pause", type=float, default=1.5, help="seconds that somebody thinks between two steps")
    ask.add_argument("--workers", type=int, default=4)
    ask.add_argument("--kills", type=int, default=3, help="workers that die")
    ask.add_argument("--restarts", type=int, default=1)
    ask.add_argument("--rubbish", type=int, default=10_000, help="strange forms sent to each database")
    ask.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    said = ask.parse_args()
    plan = Plan(said.editors, said.seconds, said.pause, said.workers, said.kills, said.restarts)
    well = True
    with TemporaryDirectory() as place, Postgres() as postgres:
        for database in ("sqlite", "postgresql"):
            if said.database not in {database, "both"}:
                continue
            folder = Path(place) / database
            folder.mkdir()
            url = f"sqlite:///{folder / 'load.sqlite'}" if database == "sqlite" else postgres.new_database()
            outcome = monday(database, url, folder, plan)
            sys.stdout.writelines(f"{line}\n" for line in outcome.lines())
            sys.stdout.flush()
            well = well and not outcome.wrongs and not outcome.broken
            url = f"sqlite:///{folder / 'rubbish.sqlite'}" if database == "sqlite" else postgres.new_database()
            fill(url)
            rubbish = throw(demo_app(url, folder), database, said.rubbish)
            sys.stdout.writelines(f"{line}\n" for line in rubbish.lines())
            well = well and not rubbish.broken and rubbish.slowest < SLOWEST
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
