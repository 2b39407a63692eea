"""`opgavebord check`: what both checks say of each line of text. It needs no database and shows no text back."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

from board.checks import language, privacy, together
from board.checks.privacy.advice import ADVICE


class Row(TypedDict):
    """One finding, as the command tells it."""

    kind: str
    start: int
    end: int
    reason: str
    suggestion: str


class CheckOutcome(TypedDict):
    """What both checks say of one text."""

    label: str
    privacy: list[str]
    findings: list[Row]


def run(lines: Iterable[bytes], *, machine: bool, extra: Path | None = None) -> Iterator[str]:
    """One line out for each line in: JSON for a machine, columns for a person. Bytes that are no UTF-8 become �.

    `extra` is a folder in which an organisation keeps word lists of its own.
    """
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        outcome = outcome_of(text.removeprefix("\ufeff") if number == 1 else text, extra)
        yield json.dumps(outcome, ensure_ascii=False) if machine else _columns(number, outcome)


def outcome_of(text: str, extra: Path | None = None) -> CheckOutcome:
    """Both checks on one text."""
    seen = together.look(text, extra)
    rows = [*map(_personal_row, seen.personal), *map(_language_row, seen.wording)]
    return {
        "label": seen.label,
        "privacy": sorted({finding.kind for finding in seen.personal}),
        "findings": sorted(rows, key=lambda row: (row["start"], row["end"], row["kind"])),
    }


def _personal_row(found: privacy.Finding) -> Row:
    advice = ADVICE[found.kind]
    return {
        "kind": found.kind,
        "start": found.start,
        "end": found.end,
        "reason": advice.reason,
        "suggestion": advice.suggestion,
    }


def _language_row(found: language.LanguageFinding) -> Row:
    return {
        "kind": found.kind,
        "start": found.start,
        "end": found.end,
        "reason": found.sentence(found.reason),
        "suggestion": found.sentence(found.suggestion),
    }


def _columns(number: int, outcome: CheckOutcome) -> str:
    findings = "; ".join(f"{row['kind']} {row['start']}-{row['end']}" for row in outcome["findings"])
    return f"{number:>5}  {outcome['label']:<6}  {','.join(outcome['privacy']) or '-':<16}  {findings or '-'}".rstrip()
