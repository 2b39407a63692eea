"""A test client that reads every page it fetches as a strict editor would."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from board import db
from board.core.people import sign_ins
from board.core.people.people import Person
from tests.edit_forms import page_of, seen_on, sent_by
from tests.page_lint import lint_fragment, lint_page

HTMX = {"HX-Request": "true"}


class Client(FlaskClient):
    """Fetches pages; what is not a sound page fails the test there and then."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        db.session.commit()  # what the test made is there for the request, also when that is rolled back
        if kwargs.get("method") == "POST" and "input_stream" not in kwargs and args and isinstance(args[0], str):
            kwargs["data"] = self._looked(args[0], kwargs.get("data"))
        response = super().open(*args, **kwargs)
        db.session.expire_all()  # and the test sees what the request did
        if response.mimetype == "text/html" and response.data and response.status_code not in {301, 302, 303, 307}:
            # An error too comes to htmx as a fragment: its words, while the screen stays as it was.
            if response.request.headers.get("HX-Request"):
                lint_fragment(response.text)
            else:
                lint_page(response.text)
        return response

    def _looked(self, address: str, data: Any) -> Any:
        """What is sent, by somebody who opened the page just now, unless the test says what they saw."""
        page = page_of(self.application, address)
        if page is None or not isinstance(data, dict | None) or any(name.endswith("gezien") for name in data or ()):
            return data
        return seen_on(super().open(page, method="GET").text, address) | (data or {})

    def opened(self, address: str) -> dict[str, Any]:
        """The form that goes to this address, as somebody has it before them now."""
        page = page_of(self.application, address) or address
        return sent_by(self.get(page).text, address)

    def sign_in(self, person: Person) -> None:
        """Sign in without the form: fast, and the form has tests of its own."""
        db.session.flush()
        token = sign_ins.begin_session(person, hours=12)
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
