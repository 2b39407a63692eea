"""How a view says no: one exception, which the transaction of the request turns into a rollback and a page."""

from collections.abc import Callable

from flask import Response, make_response
from flask.typing import ResponseReturnValue


class Refused(Exception):
    """What a request asked for and does not get; nothing that it wrote is kept.

    `status` is that of the answer, for example 409 when a colleague was first; None leaves it to the page. `page` draws
    the answer after the rollback, so that it shows what stands there now; what it needs of the things that are dropped
    (the reason why, in words) is worked out before.
    """

    def __init__(self, status: int | None, page: Callable[[], ResponseReturnValue]) -> None:
        super().__init__()
        self.status, self.page = status, page

    def answer(self) -> Response:
        """The page with its status, for after the rollback."""
        response = make_response(self.page())
        response.status_code = self.status or response.status_code
        return response
