"""The measuring itself still works; what it measures is for `make bench`."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.measure import nodes, percentile
from tests.postgres import Postgres

ROOT = Path(__file__).parents[2]


def test_a_quick_bench_tells_of_both_databases(postgres: Postgres) -> None:
    assert postgres.url is not None
    address = postgres.url.render_as_string(hide_password=False)
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick", "--json"],
        cwd=ROOT,
        env={**os.environ, "OPGAVEBORD_TEST_POSTGRES": address},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    databases = json.loads(told.stdout)["databases"]
    assert [one["database"] for one in databases] == ["SQLite", "PostgreSQL"]
    for one in databases:
        assert {"bord", "kaart verplaatsen", "publieke week", "feed", "voortgang", "zoek gewoon woord"} <= {
            row["name"] for row in one["rows"]
        }
        assert all(load["per_second"] > 0 for load in one["loads"])


def test_nodes_are_elements_and_the_texts_between_them() -> None:
    assert nodes("<p>Bel <b>tien</b> mensen</p>") == 5


def test_half_of_the_times_lie_below_the_fiftieth_percentile() -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0, 5.0], 50) == 3.0
