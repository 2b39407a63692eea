"""My face, by my choice: a photo comes, inwoners see it, one click takes it away; with and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.photos import picture

pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
PAGE = "/bord/ik/in-beeld"
FACES = 'img[src^="/gezichten/"]'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A photo on somebody's own computer."""
    (tmp_path / "ik.jpg").write_bytes(picture(900, 700))
    return tmp_path / "ik.jpg"


def is_drawn(page: Page, which: str) -> bool:
    image = page.locator(which).first
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    return bool(image.evaluate("one => one.naturalWidth > 0"))


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_photo_comes_and_goes_by_its_owner_alone(
    browse: Browse, file: Path, width: int, javascript: bool, complaints: Complaints
) -> None:
    mine, citizen = browse("lid", javascript=javascript), browse()
    mine.goto(PAGE)
    mine.get_by_label("Gezicht en naam").check()
    if javascript:
        expect(mine.locator("#gezicht")).to_contain_text("Marit Hoving")
    mine.get_by_label("Je foto", exact=True).set_input_files(file)
    mine.get_by_role("button", name="Bewaar").click()
    expect(mine.get_by_text("Bewaard. Dit geldt nu overal.")).to_be_visible()
    assert is_drawn(mine, "#gezicht img")

    citizen.goto("/opgaven/schulden")
    expect(citizen.get_by_text("Marit Hoving").first).to_be_visible()
    if javascript:  # without it the browser cannot be asked
        assert is_drawn(citizen, FACES)
    assert citizen.evaluate("document.documentElement.scrollWidth") <= width

    mine.get_by_role("button", name="Laat mij nergens meer zien").click()
    expect(mine.get_by_text("Inwoners zien nu alleen je team.")).to_be_visible()
    citizen.reload()
    expect(citizen.locator(FACES)).to_have_count(0)
    assert "Marit" not in citizen.content()


# In one breath: two acts of a busy machine may lie so far apart that the preview was rightly asked for between them.
TYPE_AND_SAVE_AT_ONCE = """(field, text) => {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.form.querySelector("button[type=submit], button:not([type])").click();
}"""


def test_a_preview_that_still_waited_does_not_come_over_what_was_kept(member: Page) -> None:
    sent: list[str] = []
    member.goto(PAGE)
    member.on("request", lambda request: sent.append(request.url))
    member.get_by_label("Een zin van jezelf").evaluate(TYPE_AND_SAVE_AT_ONCE, "Ik bel liever.")
    expect(member.get_by_text("Bewaard. Dit geldt nu overal.")).to_be_visible()
    member.wait_for_timeout(600)
    assert not [address for address in sent if "own_words=" in address]


def test_a_wrong_file_is_told_at_the_field(browse: Browse, tmp_path: Path, complaints: Complaints) -> None:
    complaints.expect("status of 422")
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7")
    page = browse("lid")
    page.goto(PAGE)
    page.get_by_label("Een zin van jezelf").fill("Ik bel liever.")
    page.get_by_label("Je foto", exact=True).set_input_files(tmp_path / "brief.pdf")
    page.get_by_role("button", name="Bewaar").click()

    expect(page.locator("#photo-fout")).to_contain_text("Dit is een document, geen foto.")
    expect(page.get_by_label("Een zin van jezelf")).to_have_value("Ik bel liever.")


def test_a_photo_of_the_work_never_moves_the_text(citizen: Page) -> None:
    citizen.goto("/")
    photo = citizen.locator(".ob-foto img").first
    room = photo.bounding_box()
    assert is_drawn(citizen, ".ob-foto img")
    now = photo.bounding_box()

    assert room is not None
    assert now is not None
    assert (room["width"], room["height"]) == (now["width"], now["height"])
