"""How much paper a week takes, so that its page promises two sheets only when two are enough."""

from collections.abc import Iterable
from math import ceil

from board.core.opgaven.results import Evidence
from board.public.shapes import PublicResult

# All in points, as print-week.css sets the page and Chromium printed it: an A4 sheet without its margins is 771 high.
SHEET = 771
COLUMNS = 2
MASTHEAD = 135
CONTACT = 80
WALL, WALL_ROW = 50, 9
SECTION, LINE = 40, 12.2
SPARE = 60  # what columns of unequal length, and longer words than usual, may cost


def height(results: Iterable[PublicResult]) -> float:
    """How long one column with these articles is."""
    return sum(_article(result) for result in results)


def fit(articles: float, sections: int, wall_rows: int, introduction: str = "") -> bool:
    """Whether two sheets hold these articles with all that stands around them."""
    across: float = MASTHEAD + CONTACT + (WALL + wall_rows * WALL_ROW if wall_rows else 0)
    across += ceil(len(introduction) / 110) * LINE
    return articles + sections * SECTION + SPARE <= COLUMNS * (2 * SHEET - across)


def _article(result: PublicResult) -> float:
    known = _known(result.evidence)
    told = (len(result.deed) + 14 if result.deed else 0) + (len(known) + 18 if known else 0)
    learned = len(result.lesson) + 18 if result.lesson else 0
    foot = 16 if len(result.face.name) + len(result.face.line) < 30 else 29
    box = 12 if result.is_lesson else 0
    return _lines(len(result.sentence), 45) * 13.8 + (_lines(told, 58) + _lines(learned, 58)) * LINE + foot + box + 8


def _known(evidence: Evidence | None) -> str:
    return (evidence.text or evidence.url) if evidence else ""


def _lines(signs: int, in_a_line: int) -> int:
    return ceil(signs / in_a_line)
