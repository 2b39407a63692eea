"""A file that is too large is refused before it is sent, and says how more can come."""

from pathlib import Path

from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Browse
from tests.browser.desk import sign_in


def test_a_file_that_is_too_large_is_said_at_once_and_not_sent(browse: Browse, opgave: str, tmp_path: Path) -> None:
    page: Page = browse(wide=390)
    sign_in(page, "lid")
    page.goto(f"/bord/opgaven/{opgave}/importeer")
    file = tmp_path / "bord.json"
    with file.open("wb") as written:
        written.truncate(51 * 1024 * 1024)  # of holes: it costs no room
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.set_input_files("input[type=file]", file)

    expect(page.get_by_text(f"opgavebord import trello bord.json --opgave {opgave}")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_value("")
    assert not sent
