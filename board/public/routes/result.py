"""The route of one public result, at its permanent address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask.typing import ResponseReturnValue

from board.public.caching import cached
from board.public.queries.corrections import Correction, corrections
from board.public.queries.results import get_result
from board.public.removed_pages import gone_if_removed
from board.public.routes.blueprint import PublicPage, bp
from board.public.shapes import PublicResult, Tombstone
from board.web.guards import public
from board.web.responses import render


@dataclass(frozen=True, kw_only=True)
class ResultPage(PublicPage):
    """The public page of one result."""

    template: ClassVar[str] = "public/result.html"
    result: PublicResult
    corrections: Sequence[Correction]


@dataclass(frozen=True, kw_only=True)
class TombstonePage(PublicPage):
    """The page in the place of a result that was withdrawn."""

    template: ClassVar[str] = "public/tombstone.html"
    tombstone: Tombstone


@bp.get("/resultaten/<int:number>")
@public
@cached
@gone_if_removed
def result(number: int) -> ResponseReturnValue:
    result = get_result(number)
    if isinstance(result, Tombstone):
        return render(TombstonePage(tombstone=result)), 410
    return render(ResultPage(result=result, corrections=corrections(result)))
