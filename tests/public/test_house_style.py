"""House style by settings: a logo and a theme, on pages for inwoners and for colleagues, and on errors."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy.engine import Connection

from board.config import Settings, WrongSetting, load_settings
from board.web.house_style import house_style
from tests.client import Client
from tests.conftest import app_on

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><path d="M0 0h80v20z"/></svg>'
THEME = ".lindewaard-theme { --basis-color-default-color-document: #222; }"
PAGES = ("/", "/toegankelijkheid", "/bestaat-niet", "/bord/inloggen", "/bord/bestaat-niet")


@pytest.fixture
def dressed(settings: Settings, connection: Connection, session: object, tmp_path: Path) -> Client:
    """A visitor of an organisation with a logo and a theme of its own."""
    (tmp_path / "beeld.svg").write_text(SVG)
    (tmp_path / "stijl.css").write_text(THEME)
    own = replace(settings, logo=tmp_path / "beeld.svg", theme=tmp_path / "stijl.css")
    client = app_on(connection, own).test_client()
    assert isinstance(client, Client)
    return client


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_wears_it(dressed: Client, page: str) -> None:
    html = dressed.get(page).text

    assert '<html lang="nl" class="lindewaard-theme">' in html
    assert '<link rel="stylesheet" href="/huisstijl/thema-' in html
    assert 'src="/huisstijl/logo.svg" width="160" height="40" alt=""' in html
    assert "voorbeeld" not in html.split("</head>")[0]


@pytest.mark.parametrize("page", PAGES)
def test_without_settings_a_page_wears_ours(visitor: Client, page: str) -> None:
    html = visitor.get(page).text

    assert 'class="voorbeeld-theme"' in html
    assert "/huisstijl/" not in html


def test_the_theme_comes_under_a_name_that_may_be_kept(dressed: Client) -> None:
    address = dressed.get("/").text.split('href="/huisstijl/')[1].split('"')[0]
    response = dressed.get(f"/huisstijl/{address}")

    assert response.text == THEME
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_logo_can_do_nothing_but_be_seen(dressed: Client) -> None:
    response = dressed.get("/huisstijl/logo.svg")

    assert response.headers["Content-Type"].startswith("image/svg+xml")
    policy = response.headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    assert "unsafe" not in dressed.get("/").headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["logo.png", "thema-000000000000.css", "secret_key", "..%2Fsecret_key"])
def test_nothing_else_is_served_from_there(dressed: Client, name: str) -> None:
    assert dressed.get(f"/huisstijl/{name}").status_code == 404


def test_another_theme_makes_another_page(
    dressed: Client, settings: Settings, connection: Connection, tmp_path: Path
) -> None:
    first = dressed.get("/").headers["ETag"]
    (tmp_path / "stijl.css").write_text(THEME.replace("#222", "#333"))
    other = app_on(connection, replace(settings, theme=tmp_path / "stijl.css", logo=tmp_path / "beeld.svg"))

    assert other.test_client().get("/", headers={"If-None-Match": first}).status_code == 200


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (SVG.encode(), (160, 40)),
        (SVG.replace('viewBox="0 0 80 20"', 'width="30px" height="60"').encode(), (20, 40)),
        (SVG.replace("0 0 80 20", "0,0,1000,20").encode(), (220, 4)),
    ],
)
def test_a_drawing_gets_the_room_of_the_header(
    settings: Settings, tmp_path: Path, content: bytes, size: tuple[int, int]
) -> None:
    (tmp_path / "l.svg").write_bytes(content)
    logo = house_style(replace(settings, logo=tmp_path / "l.svg")).logo

    assert logo is not None
    assert (logo.width, logo.height) == size


def test_a_picture_does_too(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "l.PNG").write_bytes(png(400, 200))
    logo = house_style(replace(settings, logo=tmp_path / "l.PNG")).logo

    assert logo is not None
    assert (logo.name, logo.type, logo.width, logo.height) == ("logo.png", "image/png", 80, 40)


def test_the_class_is_the_one_in_the_file_or_the_one_that_is_set(settings: Settings, tmp_path: Path) -> None:
    theme = tmp_path / "t.css"
    theme.write_text(THEME)
    assert house_style(replace(settings, theme=theme)).html_class == "lindewaard-theme"
    assert house_style(replace(settings, theme=theme, theme_class="anders")).html_class == "anders"


@pytest.mark.parametrize(
    ("setting", "name", "content", "says"),
    [
        ("LOGO", "l.svg", None, "is niet te lezen: dat is er niet"),
        ("LOGO", "l.gif", b"GIF89a", "moet een .svg- of .png-bestand zijn"),
        ("LOGO", "l.png", b"\x89PNG\r\n\x1a\n", "is geen PNG-plaatje"),
        ("LOGO", "l.png", png(4, 4)[:20], "is geen PNG-plaatje"),
        ("LOGO", "l.svg", b"<svg", "is geen SVG-tekening"),
        ("LOGO", "l.svg", b"<html/>", "is geen SVG-tekening"),
        ("LOGO", "l.svg", b'<svg viewBox="0 0 0 9"/>', "zegt niet hoe groot de tekening is"),
        ("LOGO", "l.svg", b"", "1 tot en met"),
        ("LOGO", "l.svg", b" " * 200_001, "tot en met 200000 bytes"),
        ("THEME", "t.css", None, "is niet te lezen: dat is er niet"),
        ("THEME", "t.scss", b"a", "moet een .css-bestand"),
        ("THEME", "t.css", b"\xff\xfe", "geen tekst in UTF-8"),
        ("THEME", ".", None, "moet een .css-bestand"),
    ],
)
def test_a_file_that_cannot_be_used_stops_the_start_with_a_sentence(
    tmp_path: Path, setting: str, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    env = {f"OPGAVEBORD_{setting}": str(tmp_path / name), "OPGAVEBORD_SECRET_KEY": "x" * 32}

    with pytest.raises(WrongSetting, match=f"OPGAVEBORD_{setting}.* {says}"):
        house_style(load_settings(env))


@pytest.mark.parametrize(
    ("setting", "wrong"),
    [
        ("THEME_CLASS", 'x" onload="y'),
        ("ACCESSIBILITY_STATUS", "F"),
        ("ACCESSIBILITY_URL", "javascript:alert(1)"),
        ("ACCESSIBILITY_TESTED", "gisteren"),
        ("PRIVACY_URL", "www.lindewaard.example"),
        ("LICENCE", "CC0"),
        ("EMBED_HOSTS", "www.lindewaard.example"),
        ("EMBED_HOSTS", "https://www.lindewaard.example/pad"),
        ("EMBED_HOSTS", "https://*"),
        ("EMBED_HOSTS", "https://a.example;script-src"),
        ("EMBED_HOSTS", "https://a.example 'unsafe-inline'"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_a_sentence(setting: str, wrong: str) -> None:
    with pytest.raises(WrongSetting, match=f"OPGAVEBORD_{setting} moet"):
        load_settings({f"OPGAVEBORD_{setting}": wrong, "OPGAVEBORD_SECRET_KEY": "x" * 32})


def test_hosts_may_stand_apart_in_any_way() -> None:
    hosts = "https://www.Lindewaard.example/, https://intranet.lindewaard.example:8443\thttps://www.lindewaard.example"
    found = load_settings({"OPGAVEBORD_EMBED_HOSTS": hosts, "OPGAVEBORD_SECRET_KEY": "x" * 32})

    assert found.embed_hosts == ("https://www.lindewaard.example", "https://intranet.lindewaard.example:8443")
