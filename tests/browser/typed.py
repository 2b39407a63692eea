"""A description that was typed and not kept yet, as it stands on the screen and waits in the browser."""

from playwright.sync_api import Page, expect

WORDS = "Een kwartier aan aantekeningen, van de avond in het buurthuis."
# What a browser complains of when a server, or the line to it, refuses.
REFUSALS = ("401", "400", "408", "409", "413", "422", "429", "500", "502", "503", "ERR_", "htmx:")
ASIDE = "Object.keys(localStorage).filter(key => key.startsWith('ob:tekst:'))"


def type_words(page: Page) -> None:
    page.locator("details:has(textarea[name=description])").evaluate("details => { details.open = true; }")
    page.fill("textarea[name=description]", WORDS)


def save(page: Page) -> None:
    page.locator("main form:has([name=action])").get_by_role("button", name="Bewaar").click()


def expect_words(page: Page) -> None:
    expect(page.locator("textarea[name=description]")).to_have_value(WORDS)


def expect_kept(page: Page, address: str) -> None:
    page.wait_for_url(lambda url: "/kaarten/" not in url)
    page.goto(address)
    expect_words(page)


def waiting(page: Page) -> list[str]:
    """The keys of the texts that wait in this browser."""
    keys: list[str] = page.evaluate(ASIDE)
    return keys


def expect_waiting(page: Page, texts: int) -> None:
    """So many texts wait in this browser, at once or in a moment: one is put aside when somebody stops typing."""
    page.wait_for_function(f"texts => {ASIDE}.length === texts", arg=texts)
