"""The board as its users handle it: columns, cards, the quick field, the message at the foot."""

from typing import Self

from playwright.sync_api import Locator, Page, expect

NARROW = 1080  # up to here one column shows at a time
# Sortable comes when a mouse nears the board, and leaves its mark on each list.
ARMED = "() => Object.keys(document.querySelector('#bord ul.ob-cards')).some(key => key.startsWith('Sortable'))"


class BoardPage:
    """The board of one opgave in somebody's browser."""

    def __init__(self, page: Page, slug: str) -> None:
        self.page, self.slug = page, slug

    def open(self, query: str = "") -> Self:
        self.page.goto(f"/bord/opgaven/{self.slug}{query}")
        return self

    @property
    def is_narrow(self) -> bool:
        size = self.page.viewport_size
        return size is not None and size["width"] <= NARROW

    def show(self, column: str) -> None:
        """On a narrow screen: choose the column on the strip."""
        if self.is_narrow:
            self.page.locator(f'.ob-strip a[href="#{column}"]').click()

    def card(self, action: str) -> Locator:
        return self.page.locator("article.ob-card").filter(has=self.page.get_by_role("link", name=action, exact=True))

    def link(self, action: str) -> Locator:
        return self.card(action).locator(".ob-card__t a")

    def expect_cards(self, column: str, actions: list[str]) -> None:
        """These cards and no others lie in the column, from top to bottom."""
        expect(self.page.locator(f"#{column} .ob-card__t a")).to_have_text(actions)

    def expect_in(self, action: str, column: str) -> None:
        """The card lies in this column, and nowhere else."""
        expect(self.card(action)).to_have_count(1)
        expect(self.page.locator(f"#{column}").locator(".ob-card__t a", has_text=action)).to_have_count(1)

    def quick_field(self, column: str) -> Locator:
        return self.page.locator(f"#nieuw-{column} textarea")

    def open_quick_field(self, column: str) -> Locator:
        self.show(column)
        self.page.locator(f"#plus-{column}").click()
        expect(self.quick_field(column)).to_be_focused()
        return self.quick_field(column)

    def drag(self, action: str, onto: Locator) -> None:
        """By the handle, with the mouse, in steps as a hand does."""
        card = self.card(action)
        card.scroll_into_view_if_needed()
        card.hover()
        self.page.wait_for_function(ARMED)
        handle, target = card.locator(".ob-grip").bounding_box(), onto.bounding_box()
        assert handle
        assert target
        mouse = self.page.mouse
        mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
        mouse.down()
        mouse.move(handle["x"] + 8, handle["y"] + 8, steps=3)
        mouse.move(target["x"] + target["width"] / 2, target["y"] + min(12, target["height"] / 2), steps=12)
        mouse.move(target["x"] + target["width"] / 2 + 2, target["y"] + min(12, target["height"] / 2) + 2, steps=3)
        mouse.up()

    @property
    def message(self) -> Locator:
        return self.page.locator("#melding .ob-melding")

    def undo(self) -> None:
        self.message.get_by_role("button", name="Ongedaan maken").click()

    def all_moves_answered(self) -> None:
        """The server has heard of every move, and the screen has come to rest."""
        self.page.wait_for_function("() => !document.querySelector('.htmx-request, .htmx-settling, .htmx-swapping')")
        self.page.wait_for_timeout(60)  # the focus is put back just after
        self.page.wait_for_function("() => !document.querySelector('.htmx-request')")

    def never_looks_for_news(self) -> None:
        """This screen becomes outdated: it does not hear what others do."""
        self.page.locator("#bord").evaluate("board => { board.dataset.elke = 3600; }")
