"""security.txt, as RFC 9116 wants it: where to tell of a weak spot, and until when that holds."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.engine import Connection

from board.config import Settings, WrongSetting, load_settings
from board.core.record.weeks import now, today
from tests.client import Client
from tests.conftest import app_on

PATH = "/.well-known/security.txt"
CONTACT = "mailto:veilig@lindewaard.example"


def fields(client: Client) -> dict[str, str]:
    response = client.get(PATH)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.endswith("\n")
    lines = response.text.splitlines()
    found = dict(line.split(": ", 1) for line in lines)
    assert len(found) == len(lines), "no field stands twice"
    return found


def organisation(settings: Settings, connection: Connection, **chosen: object) -> Client:
    client = app_on(connection, replace(settings, **chosen)).test_client()  # type: ignore[arg-type]
    assert isinstance(client, Client)
    return client


def test_it_tells_whom_until_when_and_in_which_language(
    settings: Settings, connection: Connection, session: object
) -> None:
    policy = "https://www.lindewaard.example/lek"
    client = organisation(
        settings, connection, security_contact=CONTACT, security_policy=policy, base_url="https://bord.x.example"
    )
    found = fields(client)

    assert found["Contact"] == CONTACT
    assert found["Preferred-Languages"] == "nl, en"
    assert found["Canonical"] == f"https://bord.x.example{PATH}"
    assert found["Policy"] == policy
    ends = datetime.fromisoformat(found["Expires"].replace("Z", "+00:00"))
    assert now() < ends < now() + timedelta(days=365)


def test_an_own_end_date_is_the_end(settings: Settings, connection: Connection, session: object) -> None:
    until = today() + timedelta(days=200)
    client = organisation(settings, connection, security_contact=CONTACT, security_expires=until)

    found = fields(client)
    assert found["Expires"] == f"{until}T00:00:00Z"
    assert "Policy" not in found


def test_after_its_end_date_the_file_is_gone(settings: Settings, connection: Connection, session: object) -> None:
    client = organisation(settings, connection, security_contact=CONTACT, security_expires=today())

    assert client.get(PATH).status_code == 404


def test_without_a_contact_a_page_says_what_to_do(visitor: Client) -> None:
    response = visitor.get(PATH)

    assert response.status_code == 404
    assert "Hier staat nog geen security.txt" in response.text
    assert "088 000 00 00" in response.text


def test_the_old_address_leads_to_the_new_one(visitor: Client) -> None:
    response = visitor.get("/security.txt")

    assert (response.status_code, response.location) == (301, PATH)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("SECURITY_CONTACT", "veilig@lindewaard.example"),
        ("SECURITY_CONTACT", "http://lindewaard.example"),
        ("SECURITY_CONTACT", "mailto:a@b.example\nExpires: 2099-01-01T00:00:00Z"),
        ("SECURITY_POLICY", "lindewaard.example/lek"),
        ("SECURITY_EXPIRES", "30-06-2027"),
        ("SECURITY_EXPIRES", str(today() + timedelta(days=366))),
    ],
)
def test_what_cannot_be_is_refused_at_the_start(name: str, wrong: str) -> None:
    with pytest.raises(WrongSetting, match=f"OPGAVEBORD_{name} moet"):
        load_settings({f"OPGAVEBORD_{name}": wrong, "OPGAVEBORD_SECRET_KEY": "x" * 32})


def test_an_end_date_that_passed_does_not_stop_the_start() -> None:
    settings = load_settings({"OPGAVEBORD_SECURITY_EXPIRES": "2025-01-01", "OPGAVEBORD_SECRET_KEY": "x" * 32})

    assert settings.security_expires == date(2025, 1, 1)
