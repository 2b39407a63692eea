"""`opgavebord check`: what both checks say of each line of text. It needs no database and shows no text back."""

import json
from collections.abc import Iterable, Iterator
from typing import TypedDict

from board.checks import language, privacy
from board.checks.privacy.advice import ADVICE


class Row(TypedDict):
    """One finding, as the command tells it."""

    kind: str
    start: int
    end: int
    reason: str
    suggestion: str


class Outcome(TypedDict):
    """What both checks say of one text."""

    label: str
    privacy: list[str]
    findings: list[Row]


def run(lines: Iterable[bytes], *, machine: bool) -> Iterator[str]:
    """One line out for each line in: JSON for a machine, columns for a person. Bytes that are no UTF-8 become �."""
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        outcome = look(text.removeprefix("\ufeff") if number == 1 else text)
        yield json.dumps(outcome, ensure_ascii=False) if machine else _columns(number, outcome)


def look(text: str) -> Outcome:
    """Both checks on one text."""
    personal = privacy.find(text)
    reading = language.check(text)
    rows = [_personal_row(one) for one in personal]
    # A name is no difficult word; and a reason that quotes it would show it once more.
    rows += [_language_row(one) for one in reading.findings if not _touches(one, personal)]
    return {
        "label": reading.label,
        "privacy": sorted({one.kind for one in personal}),
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


def _language_row(found: language.Finding) -> Row:
    return {
        "kind": found.kind,
        "start": found.start,
        "end": found.end,
        "reason": found.sentence(found.reason),
        "suggestion": found.sentence(found.suggestion),
    }


def _touches(found: language.Finding, personal: list[privacy.Finding]) -> bool:
    """A long sentence may hold a name; a word or phrase that is one, or part of one, may not be quoted."""
    if found.kind == "long_sentence":
        return False
    return any(found.start < one.end and one.start < found.end for one in personal)


def _columns(number: int, outcome: Outcome) -> str:
    findings = "; ".join(f"{row['kind']} {row['start']}-{row['end']}" for row in outcome["findings"])
    return f"{number:>5}  {outcome['label']:<6}  {','.join(outcome['privacy']) or '-':<16}  {findings or '-'}".rstrip()
