"""What must hold for any page, however wide the screen: axe finds nothing, and nothing scrolls sideways."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS: dict[str, Any] = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
WIDTHS = (1440, 720, 390, 320)
READ_WITH_AXE = (1440, 390)
OVER = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(one =>
  one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !one.closest('.ob-filters')
).slice(0, 3).map(one => one.outerHTML.slice(0, 90))"""
AT_REST = "() => Promise.allSettled(document.getAnimations().map(one => one.finished)).then(() => true)"


def complaints_about(page: Page) -> list[str]:
    """In words what is wrong with the page as it stands, at four widths; the screen is as it was afterwards."""
    before, found = page.viewport_size, []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if (over := page.evaluate(OVER)) > 0:
            found.append(f"{page.url} at {width} px scrolls {over} px sideways: {page.evaluate(TOO_WIDE)}")
        if width in READ_WITH_AXE:
            found += [f"{page.url} at {width} px: {broken}" for broken in broken_rules(page)]
    if before:
        page.set_viewport_size(before)
    return found


def broken_rules(page: Page) -> list[str]:
    """The WCAG rules (2.0 to 2.2, A and AA) that axe finds broken, with where."""
    page.evaluate(AT_REST)  # what fades in has no contrast yet
    if not page.evaluate("() => 'axe' in window"):  # it stays for the next width
        page.evaluate(AXE_SCRIPT)
    violations = page.evaluate("options => axe.run(options)", OPTIONS)["violations"]
    return [f"{one['id']}: {node['target']} {node['html'][:160]}" for one in violations for node in one["nodes"]]
