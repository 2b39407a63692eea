"""A test client that reads every page it fetches as a strict editor would."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from board import db
from board.core import sign_ins
from board.core.people import Person
from tests.page_lint import lint_fragment, lint_page

HTMX = {"HX-Request": "true"}


class Client(FlaskClient):
    """Fetches pages; what is not a sound page fails the test there and then."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        db.session.commit()  # what the test made is there for the request, also when that is rolled back
        response = super().open(*args, **kwargs)
        db.session.expire_all()  # and the test sees what the request did
        if response.mimetype == "text/html" and response.data and response.status_code not in {301, 302, 303}:
            # An error comes as a page also to htmx, which then leaves the screen as it was.
            if response.request.headers.get("HX-Request") and response.status_code in {200, 409, 422}:
                lint_fragment(response.text)
            else:
                lint_page(response.text)
        return response

    def sign_in(self, person: Person) -> None:
        """Sign in without the form: fast, and the form has tests of its own."""
        db.session.flush()
        token = sign_ins.begin(person, hours=12)
        db.session.commit()
        with self.session_transaction(path="/bord") as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True

    def htmx(self, url: str, data: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        """Fetch as htmx does; with `data` it posts."""
        headers = HTMX | more.pop("headers", {})
        if data is None:
            return self.get(url, headers=headers, **more)
        return self.post(url, data=data, headers=headers, **more)
