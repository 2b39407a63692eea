"""What a team asks, with the form to answer it, wherever who looks along reads it."""

from dataclasses import dataclass

from board.blocks.leadership.forms import AnswerForm
from board.blocks.leadership.models import SupportRequest
from board.blocks.leadership.requests import open_requests
from board.core.opgaven import Opgave


@dataclass(frozen=True)
class InPlace:
    """One open request and its own form; a page may show several."""

    request: SupportRequest
    form: AnswerForm


def asked(opgave: Opgave) -> list[InPlace]:
    """What has no yes or no yet, the oldest first. One query."""
    return [InPlace(one, _form(one)) for one in open_requests(opgave)]


def _form(request: SupportRequest) -> AnswerForm:
    return AnswerForm(formdata=None, version=request.version).beside_others(request.id)
