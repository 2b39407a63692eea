"""Somebody with a browser: keeps a cookie, fills in the forms of pages, and sends again what got no answer."""

import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.edit_forms import Fields, Forms, path

COOKIE = re.compile(r"([^=;]+)=([^;]*)")
# A server that is killed or started again is back within this time, in seconds.
PATIENCE = 90.0


@dataclass(frozen=True)
class Answer:
    """What the server said, and after how many seconds."""

    status: int
    text: str
    location: str
    seconds: float

    @property
    def is_accepted(self) -> bool:
        """A change was taken in: the browser is led on, and not to the sign-in page."""
        return self.status == 303 and "/inloggen" not in self.location


@dataclass
class Tally:
    """All answers of one visitor to what they sent, and how often the line was lost."""

    statuses: dict[int, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    # Seconds of each accepted change that was sent once, over a line that held.
    accepted: list[float] = field(default_factory=list)
    sent_again: int = 0

    def note(self, what: str, answer: Answer, again: bool) -> None:
        self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
        if answer.status >= 500:
            self.broken.append(f"{answer.status} {what}")
        if answer.is_accepted and not again:
            self.accepted.append(answer.seconds)


class Visitor:
    """One browser on one server."""

    def __init__(self, port: int) -> None:
        self.port, self.tally = port, Tally()
        self.cookies: dict[str, str] = {}
        self.line: http.client.HTTPConnection | None = None

    def get(self, address: str) -> Answer:
        """A page; asked again when the line was lost."""
        answer, _again = self._asked("GET", address, None)
        return answer

    def form(self, page: str, action: str) -> Fields | None:
        """What a browser would send of the form on this page that goes to `action`; None when it is not there."""
        found = Forms(self.get(page).text).found.get(path(action))
        return dict(found) if found is not None else None

    def send(self, action: str, fields: Fields) -> Answer:
        """The form; the same one again when the line was lost before the answer came."""
        answer, again = self._asked("POST", action, urlencode(fields, doseq=True))
        self.tally.note(f"POST {re.sub(r'[0-9]+', '…', path(action))}", answer, again)
        return answer

    def sign_in(self, email: str, password: str) -> None:
        fields = self.form("/bord/inloggen", "/bord/inloggen")
        assert fields is not None
        answer = self.send("/bord/inloggen", fields | {"email": email, "password": password})
        assert answer.is_accepted, (answer.status, answer.location)

    def _asked(self, method: str, address: str, body: str | None) -> tuple[Answer, bool]:
        until, again = time.monotonic() + PATIENCE, False
        while True:
            try:
                return self._ask(method, address, body), again
            except (OSError, http.client.HTTPException):
                self.hang_up()
                if time.monotonic() > until:
                    raise
                again = True
                self.tally.sent_again += body is not None
                time.sleep(0.2)

    def _ask(self, method: str, address: str, body: str | None) -> Answer:
        if self.line is None:
            self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        began = time.perf_counter()
        self.line.request(method, address, body, headers)
        answer = self.line.getresponse()
        text = answer.read().decode("utf-8", "replace")
        seconds = time.perf_counter() - began
        for one in answer.headers.get_all("Set-Cookie", []):
            if found := COOKIE.match(one):
                self.cookies[found[1]] = found[2]
        return Answer(answer.status, text, answer.headers.get("Location", ""), seconds)

    def hang_up(self) -> None:
        """Let go of the line; the next question makes a new one."""
        if self.line is not None:
            self.line.close()
            self.line = None
