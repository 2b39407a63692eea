"""Does a Dutch text speak of doing or of process? And which words deserve a second look?"""

from pathlib import Path

from board.checks.language.findings import findings
from board.checks.language.reading import LanguageFinding, Reading, in_order, label, read

__all__ = ["LanguageFinding", "Reading", "check"]


def check(text: str, extra: Path | None = None) -> Reading:
    """Reads a text; `extra` is a folder in which an organisation keeps word lists of its own."""
    found = read(text, extra)
    unknown: set[str] = set()
    return Reading(label(found), in_order(each for part in found for each in findings(part, extra, unknown)))
