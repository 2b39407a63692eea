"""What a hand does that has only a keyboard."""

from playwright.sync_api import Locator, Page

# The ring lies on the element itself, or on the card or choice around it.
SEEN = """() => {
  const focused = document.activeElement;
  const around = [focused, focused.closest('.ob-card'), focused.closest('label'), focused.closest('.ob-zoek')];
  return around.filter(Boolean).some(one => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  });
}"""
IS_FOCUSED = "(wanted) => wanted === document.activeElement"
WHAT = "() => document.activeElement.outerHTML.slice(0, 120)"


def tab_to(page: Page, wanted: Locator, at_most: int = 60) -> int:
    """Press Tab until `wanted` has the focus, and look at each stop; says how often it took."""
    for presses in range(1, at_most + 1):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), f"the focus cannot be seen: {page.evaluate(WHAT)}"
        if wanted.count() and wanted.first.evaluate(IS_FOCUSED):
            return presses
    raise AssertionError(f"not reached in {at_most} presses of Tab; now at {page.evaluate(WHAT)}")
