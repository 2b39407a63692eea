"""What somebody typed and could not be kept comes back, to be sent again; and nobody else can make it come."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import default_exceptions

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import HTMX, Client
from tests.support.unsaved_forms import OWN, TYPED, field_values, unseen

PASSWORD = "vier stenen op een rij"
AGAIN = "Verstuur opnieuw"


@pytest.fixture
def app(app: Flask) -> Flask:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave()


@pytest.fixture
def ruth(a: Builder, opgave: Opgave) -> Person:
    return a.member(of=opgave, name="Ruth Bos")


@pytest.fixture
def address(a: Builder, opgave: Opgave) -> str:
    """Of a card that Ruth may change."""
    return f"/bord/opgaven/{opgave.slug}/kaarten/{a.card(opgave).id}"


@pytest.fixture
def colleague(ruth: Person, sign_in: Callable[[Person], Client]) -> Client:
    return sign_in(ruth)


def breaks(app: Flask, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def view(**_values: object) -> None:
        raise error

    monkeypatch.setitem(app.view_functions, "card.edit", view)


@pytest.mark.parametrize("code", [400, 401, 408, 409, 413, 422, 429, 500, 503])
def test_the_words_come_back_with_their_labels(
    app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str, code: int
) -> None:
    breaks(app, monkeypatch, default_exceptions[code]())
    answer = colleague.post(address, data=TYPED, headers=OWN)

    assert answer.status_code == code
    assert field_values(answer) == {
        "Wat gaan we doen?": TYPED["action"],
        "Wat gaat de inwoner merken?": TYPED["citizen_result"],
        "Toelichting": TYPED["description"],
    }
    assert unseen(answer).items() >= {"owner_id": "0", "block": "why", "week": "0"}.items()
    assert AGAIN in answer.text
    assert f'action="{address}"' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("code", [403, 404, 405, 410])
def test_what_has_nowhere_to_go_can_still_be_copied(
    app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str, code: int
) -> None:
    breaks(app, monkeypatch, default_exceptions[code]())
    answer = colleague.post(address, data=TYPED, headers=OWN)

    assert field_values(answer)["Wat gaan we doen?"] == TYPED["action"]
    assert "Kopieer je tekst" in answer.text
    assert AGAIN not in answer.text


def test_sent_again_it_is_kept(app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str) -> None:
    with monkeypatch.context() as away:
        breaks(app, away, OperationalError("BEGIN", {}, Exception("away")))
        answer = colleague.post(address, data=TYPED, headers=OWN)
    assert answer.status_code == 503

    assert colleague.post(address, data=unseen(answer) | TYPED, headers=OWN).status_code == 303
    assert TYPED["action"] in colleague.get(address).text


ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://kwaad.example"},
    {"Referer": "https://kwaad.example/localhost"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
]


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
@pytest.mark.parametrize("code", [400, 401, 503])
def test_another_site_gets_no_form_with_a_valid_proof(
    app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str, headers: dict[str, str], code: int
) -> None:
    breaks(app, monkeypatch, default_exceptions[code]())
    answer = colleague.post(address, data=TYPED, headers=headers)

    assert answer.status_code == code
    assert TYPED["action"] not in answer.text
    assert "csrf_token" not in answer.text


HERE = [OWN, {"Origin": "http://localhost"}, {"Referer": "http://localhost/bord"}, {}]


@pytest.mark.parametrize("headers", HERE, ids=str)
def test_our_own_pages_are_known_by_what_the_browser_says(
    app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str, headers: dict[str, str]
) -> None:
    breaks(app, monkeypatch, default_exceptions[503]())

    assert field_values(colleague.post(address, data=TYPED, headers=headers))


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/bord/inloggen", {"email": "ruth@lindewaard.example", "password": "geheim-woord"}),
        ("/bord/ik/wachtwoord", {"current": "geheim-woord", "password": "geheim-woord"}),
        ("/bord/wachtwoord/x", {"password": "geheim-woord"}),
        ("/bord/opgaven/veilig/kaarten/1", {"action": "Bel", "current": "geheim-woord"}),
        ("/bord/opgaven/veilig/kaarten/1", {"action": "Bel", "nieuw_wachtwoord": "geheim-woord"}),
    ],
)
def test_a_password_is_never_shown_again(app: Flask, colleague: Client, path: str, typed: dict[str, str]) -> None:
    app.config["WTF_CSRF_ENABLED"] = True  # without a proof each is refused
    answer = colleague.post(path, data=typed, headers=OWN)

    assert answer.status_code == 400
    assert "geheim-woord" not in answer.text


TOO_MUCH = [{"action": "x" * 500_000}, {f"veld{number}": "een woord" for number in range(900)}]


@pytest.mark.parametrize("typed", TOO_MUCH, ids=["long", "many"])
def test_what_is_far_too_much_is_not_drawn(
    app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str, typed: dict[str, str]
) -> None:
    breaks(app, monkeypatch, default_exceptions[500]())
    answer = colleague.post(address, data=typed, headers=OWN)

    assert answer.status_code == 500
    assert len(answer.data) < 20_000


def test_citizens_pages_keep_nothing(visitor: Client) -> None:
    assert "een woord" not in visitor.post("/opgaven", data={"text": "een woord"}, headers=OWN).text


def test_a_file_cannot_come_back_and_that_is_said(
    app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str
) -> None:
    breaks(app, monkeypatch, default_exceptions[503]())
    with_file = TYPED | {"photo": (BytesIO(b"x"), "x.jpg")}
    answer = colleague.post(address, data=with_file, headers=OWN, content_type="multipart/form-data")

    assert "Kies het straks opnieuw" in answer.text
    assert field_values(answer)["Toelichting"] == TYPED["description"]


def test_htmx_keeps_its_screen_and_gets_the_words_only(
    app: Flask, monkeypatch: pytest.MonkeyPatch, colleague: Client, address: str
) -> None:
    breaks(app, monkeypatch, default_exceptions[503]())

    assert TYPED["action"] not in colleague.post(address, data=TYPED, headers=OWN | HTMX).text
