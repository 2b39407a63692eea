"""A page with more forms: using one never drops the words that stand unsaved in another."""

import json
import re
from collections import Counter

import pytest
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate

from tests.browser.complaints import Complaints
from tests.browser.live import Live
from tests.browser.walk import kind

pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
LINK, FILE = re.compile(r'href="(/bord[^"#]*)[^"]*"'), re.compile(r"\.(csv|txt|pdf|ics)|/uitloggen|\?")
OF_A_KIND = 3
FORM = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.DOTALL)
WORDS = "Woorden die nog niet bewaard zijn"
# The first form with words in it, and each other form that may be used beside it.
FORMS = """() => {
  const forms = [...document.querySelectorAll('main form[method=post]')].filter(form => form.checkVisibility());
  const wordy = form => [...form.querySelectorAll('textarea, input[type=text]')].find(field => field.checkVisibility());
  const mine = forms.find(wordy);
  window.mine = mine && wordy(mine);
  window.others = forms.filter(form => form !== mine);
  return mine ? window.others.map(form => form.getAttribute('action')) : [];
}"""
STILL = """words => [...document.querySelectorAll('textarea, input[type=text]')].some(field => field.value === words)"""
# Leaving the house, or handing the page to somebody else, is not using a page.
NOT_THESE = re.compile("/uitloggen|/demo/|/wachtwoord|/weg$")


def test_on_every_page_with_more_forms(admin: Page, member: Page, opgavebord: Live, complaints: Complaints) -> None:
    complaints.expect("status of 4", "htmx:")
    lost, tried = [], 0
    for page in (member, admin):
        for address in pages_with_forms(page):
            for number, action in enumerate(others_on(page, address)):
                if NOT_THESE.search(action):
                    continue
                tried += 1
                if not keeps_words(page, address, number):
                    lost.append(f"{address}: {action}")
    assert tried > 8
    assert not lost, json.dumps(lost, indent=1)


def pages_with_forms(page: Page) -> list[str]:
    """One page of each kind that has more than one form, as far as the links of the work lead."""
    todo, met = ["/bord"], {"/bord"}
    found: dict[str, str] = {}
    seen = Counter[str]()
    while todo:
        address = todo.pop(0)
        seen[kind(address)] += 1
        if seen[kind(address)] > OF_A_KIND:
            continue
        html = page.request.get(address).text()
        if len(FORM.findall(html.partition("<main")[2])) > 1:
            found.setdefault(kind(address), address)
        new = [link.replace("&amp;", "&") for link in LINK.findall(html) if FILE.search(link) is None]
        todo += [link for link in dict.fromkeys(new) if link not in met]
        met |= set(new)
    return list(found.values())


def others_on(page: Page, address: str) -> list[str]:
    """The first two forms beside the one with words; more of a kind show nothing new."""
    page.goto(address)
    actions: list[str] = page.evaluate(FORMS)
    return actions[:2]


def keeps_words(page: Page, address: str, number: int) -> bool:
    """Type in one form, send another, and look whether the words are still there."""
    page.goto(address)
    page.evaluate(FORMS)
    page.evaluate("words => { mine.focus(); mine.value = words; }", WORDS)
    page.evaluate("number => others[number].requestSubmit()", number)
    page.wait_for_timeout(900)
    try:
        page.wait_for_function(STILL, arg=WORDS)  # also of the page that just comes in
    except TooLate:
        return False
    return True
