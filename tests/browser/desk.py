"""Where browsers are handed out: signed in through the form once, and the cookie kept for the next."""

from typing import Any

from playwright.sync_api import Browser, Page

from board.demo import PASSWORD

PHONE = 390


class Desk:
    """Hands out pages of the demo's people, each in a browser of its own."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url
        self.signed_in: dict[str, Any] = {}

    def page(self, who: str | None, wide: int, javascript: bool = True) -> Page:
        """A page of `who`, or of a citizen. A narrow one is a phone: touched, without a mouse that hovers."""
        is_phone = wide <= PHONE
        context = self.browser.new_context(
            base_url=self.url,
            viewport={"width": wide, "height": 844 if is_phone else 900},
            has_touch=is_phone,
            is_mobile=is_phone,
            java_script_enabled=javascript,
            locale="nl-NL",
            storage_state=self._state(who) if who else None,
        )
        context.set_default_timeout(10_000)
        return context.new_page()

    def _state(self, who: str) -> Any:
        if who not in self.signed_in:
            page = self.page(None, 1440)
            sign_in(page, who)
            self.signed_in[who] = page.context.storage_state()
            page.context.close()
        return self.signed_in[who]


def sign_in(page: Page, who: str) -> None:
    """Through the form, with the demo's password."""
    page.goto("/bord/inloggen")
    page.get_by_label("E-mailadres").fill(f"{who}@demo.example")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/bord")
