"""The measurements as a table for people, or as JSON."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from os import cpu_count

from board.core.record.weeks import today
from tests.bench.measure import Figures
from tests.bench.server import WORKERS, Load

PACKAGES = ("flask", "jinja2", "sqlalchemy", "psycopg", "granian")


@dataclass
class Report:
    """All that was measured on one database."""

    database: str
    rows: list[Figures] = field(default_factory=list)
    loads: list[Load] = field(default_factory=list)
    start_seconds: float = 0.0
    memory_megabytes: float | None = None

    @property
    def of_reference(self) -> float | None:
        """How many times the board from memory fits in the time of the real board; 1 is as fast."""
        if not any("geheugen" in row.name for row in self.rows):
            return None
        real = next(row for row in self.rows if row.name == "bord" and row.in_database == self._filled)
        memory = next(row for row in self.rows if "geheugen" in row.name)
        return memory.cpu / real.cpu

    @property
    def _filled(self) -> int:
        return next(row.in_database for row in self.rows if "geheugen" in row.name)


def machine() -> str:
    """On what machine this was measured, and with which versions."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{today():%Y-%m-%d}, {cpu_count()} cores, {platform.system()} {platform.machine()}, " + (
        f"Python {platform.python_version()}, {packages}"
    )


def as_json(reports: Sequence[Report]) -> str:
    told = [{**asdict(report), "of_reference": report.of_reference} for report in reports]
    return json.dumps({"machine": machine(), "databases": told}, ensure_ascii=False, indent=2)


def as_text(reports: Sequence[Report]) -> str:
    return "\n\n".join([machine(), *(_one(report) for report in reports)])


def _one(report: Report) -> str:
    return "\n\n".join([f"## {report.database}", _table(HEAD, map(_row, report.rows)), *_server(report)])


HEAD = (
    "pagina of stap",
    "toont",
    "in de database",
    "vragen",
    "bytes",
    "verstuurd",
    "p50 ms",
    "p95 ms",
    "CPU ms",
    "knopen",
)
LOAD_HEAD = ("via de server", "verbindingen", "per seconde", "p50 ms", "p95 ms")


def _row(row: Figures) -> tuple[str, ...]:
    counts = (
        row.shown or "",
        _thousands(row.in_database),
        row.queries,
        _thousands(row.raw),
        _thousands(row.sent),
    )
    times = (f"{row.p50:.1f}", f"{row.p95:.1f}", f"{row.cpu:.1f}")
    return (row.name, *map(str, counts), *times, _thousands(row.nodes) if row.nodes else "")


def _server(report: Report) -> list[str]:
    if not report.loads:
        return []
    loads = [
        (load.name, str(load.connections), f"{load.per_second:.0f}", f"{load.p50:.1f}", f"{load.p95:.1f}")
        for load in report.loads
    ]
    memory = f"{report.memory_megabytes:.0f} MB" if report.memory_megabytes else "onbekend"
    said = f"Start {report.start_seconds:.1f} s; geheugen met {WORKERS} workers {memory}."
    beside = f" Het bord haalt {report.of_reference:.2f} van flask-jinja (CPU)." if report.of_reference else ""
    return [_table(LOAD_HEAD, loads), said + beside]


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _table(head: Sequence[str], rows: "Sequence[Sequence[str]] | map[tuple[str, ...]]") -> str:
    """A Markdown table with straight columns; the first one holds words, the others numbers."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    drawn = [_line(line, widths) for line in lines]
    drawn.insert(
        1,
        "|" + "|".join("-" * (width + 1) + ("-" if not at else ":") for at, width in enumerate(widths)) + "|",
    )
    return "\n".join(drawn)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(width) if not at else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "| " + " | ".join([first, *rest]) + " |"
