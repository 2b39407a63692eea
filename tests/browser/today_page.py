"""Vandaag as its reader handles it: four parts, rows with a button, the message at the foot."""

from typing import Self

from playwright.sync_api import Locator, Page, expect

MINE, NOBODY, ASKED, READY = (
    "Mijn kaarten deze week",
    "Niemand gaat hierover",
    "Aan jou gevraagd",
    "Klaar om te publiceren",
)


class TodayPage:
    """Vandaag in somebody's browser."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self) -> Self:
        self.page.goto("/bord")
        return self

    def part(self, heading: str) -> Locator:
        """One of the parts, by what stands above it."""
        return part(self.page, heading)

    def row(self, heading: str, words: str) -> Locator:
        """The row of a part in which these words stand."""
        return self.part(heading).get_by_role("listitem").filter(has_text=words)

    def press(self, button: str, row: Locator) -> None:
        row.get_by_role("button", name=button).click()

    def expect_message(self, words: str) -> None:
        expect(message(self.page)).to_contain_text(words)

    def undo(self) -> None:
        undo(self.page)


def part(page: Page, heading: str) -> Locator:
    """A part of any page, by what stands above it."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=heading, exact=True))


def message(page: Page) -> Locator:
    """What the last step did, in words."""
    return page.locator("#melding .ob-melding")


def undo(page: Page) -> None:
    """Take the last step back, by the button in its message."""
    message(page).get_by_role("button", name="Ongedaan maken").click()
    expect(message(page)).to_contain_text("Teruggedraaid")
