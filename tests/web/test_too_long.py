"""Nothing that somebody typed is cut: what is too long stays in its field, with a sentence that says how much."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import Flask

from board.core.people.people import Person
from board.web.errors.unsaved_forms import all_forms
from board.web.guard_table import doors
from tests.client import Client
from tests.edit_forms import EDITS, Forms, page_of, path
from tests.support.making import MAKES
from tests.support.making import world as world  # noqa: PLC0414  a fixture
from tests.world import World

ROOT = Path(__file__).parents[2]
WORDS = "woord met een einde dat telt "
MOST_ROOM = 50_000  # of any field
SAYS = re.compile(r"Houd het bij \d+ tekens\.|[Tt]e lang")
# A field for words: its name, how much room it has, and the rest of its form as a browser would send it.
Text = tuple[str, int, dict[str, object]]
# Who may change what, beside the opgavemanager.
EDITORS = {"leadership": "manager", "manage": "beheerder", "council": "opgavemanager"}


def test_no_browser_is_told_to_cut() -> None:
    files = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static/js").rglob("*.js")]

    assert [file.name for file in files if re.search("maxlength", file.read_text(), re.IGNORECASE)] == []


def test_every_text_that_is_asked_says_how_much_room_there_is() -> None:
    without = {
        f"{form.__name__}.{name}"
        for form in all_forms()
        for name, field in vars(form).items()
        if getattr(getattr(field, "field_class", None), "__name__", "") in {"LineField", "TextAreaField", "NamesField"}
        and not any(getattr(check, "longest", 0) for check in field.kwargs.get("validators", ()))
    }

    assert without <= {"QuickForm.action"}, "its lines may be cards, each with a limit of its own"


def too_long(room: int) -> str:
    """Twice as much as there is room for: every check reads all of it before it is refused."""
    return (WORDS * (2 * room // len(WORDS) + 2)).strip()


def texts_of(page: str, address: str) -> Iterator[tuple[str, int]]:
    """The fields for words in the form on this page that goes to this address, and how much room each has."""
    begin = rf'<form[^>]*action="{re.escape(path(address))}(?:\?[^"]*)?"[^>]*>'
    form = re.search(f"{begin}(.*?)</form>", page, re.DOTALL)
    inside = form[1] if form else ""
    for tag in re.findall(r"<(?:input|textarea)\b[^>]*data-longest[^>]*>", inside):
        if 'type="password"' not in tag:
            yield re.findall(r'name="([^"]*)"', tag)[0], int(re.findall(r'data-longest="(\d+)"', tag)[0])


def test_what_is_too_long_stays_in_its_field_with_a_sentence(
    app: Flask, sign_in: Callable[[Person], Client], world: World
) -> None:
    tried, wrong = set[str](), list[str]()
    for endpoint in sorted(MAKES.keys() | EDITS.keys()):
        rule = next(rule for method, rule, _guard in doors(app) if rule.endpoint == endpoint and method == "POST")
        address = world.address(app, rule)
        name = MAKES[endpoint][0] if endpoint in MAKES else EDITORS.get(endpoint.partition(".")[0], "opgavemanager")
        client = sign_in(world.people[name])
        fields = pages_fields(client, address) or words_of(endpoint)
        for field, room, others in fields:
            long = too_long(room)
            answer = client.post(address, data=others | {field: long, "sleutel": f"{endpoint}-{field}"})
            comes_back, says = long in answer.text, bool(SAYS.search(answer.text))
            if (answer.status_code, comes_back, says) != (422, True, True):
                wrong.append(f"{endpoint} {field}: {answer.status_code}, comes back {comes_back}, says why {says}")
            tried.add(endpoint)
    assert wrong == []
    assert len(tried) > 30, sorted(tried)


def words_of(endpoint: str) -> list[Text]:
    """The same for a form that stands on the pages of others."""
    words = MAKES[endpoint][1] if endpoint in MAKES else {}
    texts = [name for name, value in words.items() if " " in value or value.endswith((".", "?", "\nSchrijf"))]
    return [(text, MOST_ROOM, {name: value for name, value in words.items() if name != text}) for text in texts]


def pages_fields(client: Client, address: str) -> list[Text]:
    """Each field for words of this form, with the rest of the form as a browser would send it."""
    page = client.get(page_of(client.application, address) or address)
    if page.status_code != 200 or page.mimetype != "text/html":
        return []
    sent = Forms(page.text).found.get(path(address), {})
    return [
        (field, room, {name: value for name, value in sent.items() if name != field})
        for field, room in texts_of(page.text, address)
    ]
