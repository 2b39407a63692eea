"""What a citizen gets: no script, no cookie, no stranger, light, and readable on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.walk import reachable

pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)


def test_no_public_page_has_a_script_or_leaves_a_cookie(citizen: Page, complaints: Complaints) -> None:
    complaints.expect("status of 410")
    pages = [(address, html) for address, html in reachable(citizen, ["/"]) if not address.startswith("/bord")]
    kinds = {re.sub(r"\d[\d-]*", "0", address) for address, _html in pages}
    assert {"/", "/week/0", "/weken", "/opgaven", "/opgaven/schulden", "/resultaten/0"} <= kinds
    for address, html in pages:
        assert "<script" not in html, address
    citizen.goto("/")
    for address in ("/opgaven", "/opgaven/schulden", "/weken"):
        citizen.goto(address)
        assert citizen.locator("script").count() == 0
    assert not [one for one in citizen.context.cookies() if one]


def test_a_citizen_without_javascript_reads_the_week_and_follows_a_result(browse: Browse) -> None:
    page = browse(javascript=False, wide=390)
    page.goto("/")
    sentence = page.locator('main a[href^="/resultaten/"]').first
    words = str(sentence.text_content())
    sentence.click()
    expect(page.locator("h1")).to_have_text(words)
    page.go_back()
    page.locator('a[href^="/week/"]').first.click()
    expect(page).to_have_url(re.compile(r"/week/\d{4}-\d\d$"))
    expect(page.locator("h1")).to_have_count(1)


def test_the_week_prints_on_two_sheets_at_most(citizen: Page) -> None:
    citizen.goto("/")
    earlier = citizen.locator('a[href^="/week/"]').first.get_attribute("href")
    for address in ("/", str(earlier)):
        citizen.goto(address)
        paper = citizen.pdf(prefer_css_page_size=True)
        sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
        assert 1 <= sheets <= 2, f"{address} takes {sheets} sheets"
