"""What a browser complains of while a page is used: errors, refused things, and talk with strangers."""

from playwright.sync_api import ConsoleMessage, Page, Request

# htmx calls out when a page is left while it was still asking: that is no fault.
LEFT_EARLY = ("htmx:sendAbort", "htmx:afterRequest")


class Complaints:
    """Everything that went wrong unseen. A test that provokes a complaint says so first."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.heard: list[str] = []
        self.expected = list(LEFT_EARLY)

    def expect(self, *words: str) -> None:
        """From now on a complaint with one of these words is what the test wanted to happen."""
        self.expected += words

    def listen_to(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.heard.append(f"console: {message.text} ({message.location['url']})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "about:")):
            self.heard.append(f"stranger: {request.url}")

    def _failed(self, request: Request) -> None:
        # A browser breaks off what it no longer needs when a visitor goes on to the next page.
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(f"failed: {request.url} {request.failure}")

    @property
    def unexpected(self) -> list[str]:
        return [text for text in self.heard if not any(words in text for words in self.expected)]
