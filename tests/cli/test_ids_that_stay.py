"""The ids of feeds and open data stay when the board moves: the first address that is served is kept."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import cast
from urllib.request import urlopen

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from board import db
from board.app import create_app
from board.config import Settings
from board.core.people.organisation import keep_authority, organisation
from board.core.record.history import Change
from board.db import session
from board.server import start
from board.web.release import RELEASE
from tests.builders import Builder
from tests.cli.conftest import Run
from tests.cli.serving import Server, running

ID = re.compile(r"<id>(tag:[^<]*resultaten/\d+)</id>")


def served(settings: Settings, connection: Connection, before: str = "") -> str:
    """With which address ids begin after a start with these settings."""
    return start.with_authority(settings, cast(Engine, connection), before).authority


def test_the_first_address_is_kept_and_the_next_is_only_where_it_is_read(
    settings: Settings, connection: Connection, a: Builder
) -> None:
    old, new = replace(settings, base_url="https://oud.example"), replace(settings, base_url="https://nieuw.example")

    assert [served(old, connection), served(new, connection), served(new, connection)] == ["https://oud.example"] * 3
    chosen = replace(new, id_authority="https://eigen.example")
    assert served(chosen, connection) == "https://eigen.example"
    assert served(new, connection) == "https://oud.example", "what is no longer set is forgotten"
    assert not session.query(Change).filter_by(kind="organisation").count()


def test_a_board_of_before_keeps_the_ids_that_it_gave(settings: Settings, connection: Connection, a: Builder) -> None:
    moved = replace(settings, base_url="https://nieuw.example")

    assert served(moved, connection, before="https://oud.example") == "https://oud.example"
    assert organisation().id_authority == "https://oud.example"


def test_of_two_that_start_at_once_the_first_gives_the_name(a: Builder) -> None:
    assert [keep_authority("https://een.example"), keep_authority("https://twee.example")] == [
        "https://een.example"
    ] * 2


def test_the_demo_keeps_nothing(settings: Settings, connection: Connection, a: Builder) -> None:
    demo = replace(settings, demo=True, base_url="http://127.0.0.1:8001")

    assert served(demo, connection) == "http://127.0.0.1:8001"
    assert organisation().id_authority is None


def test_a_real_board_that_moves_gives_the_same_ids_in_all_it_gives(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "bord"
    assert run("migrate").exit_code == 0
    engine = db.make_engine(f"sqlite:///{folder / 'opgavebord.sqlite'}")
    with db.transaction(engine):
        a = Builder()
        a.public_result(a.opgave("Schulden"), "U belt ons.")
    engine.dispose()
    with running(folder, WORKERS="1", BASE_URL="http://oud.example") as server:
        first = ids_of(server)
    kept = tmp_path / "kopie"
    assert run("backup", str(kept)).exit_code == 0
    there = tmp_path / "elders"
    assert run("restore", str(kept), INSTANCE=str(there)).exit_code == 0

    with running(there, WORKERS="1", BASE_URL="http://nieuw.example") as server:
        then = ids_of(server)
    assert run("export", "site", str(tmp_path / "site"), BASE_URL="https://derde.example").exit_code == 0
    files = (tmp_path / "site" / "feed.atom").read_text(), (tmp_path / "site/open-data/resultaten.json").read_text()

    assert first == then == ids_in(*files)
    assert first[0] == ["tag:oud.example,2026:resultaten/1"]
    assert first[1] == ["http://oud.example/resultaten/1"]


def ids_of(server: Server) -> tuple[list[str], list[str]]:
    texts = []
    for address in ("/feed.atom", "/open-data/resultaten.json"):
        with urlopen(f"http://127.0.0.1:{server.port}{address}", timeout=30) as answer:
            texts.append(answer.read().decode())
    return ids_in(*texts)


def ids_in(feed: str, data: str) -> tuple[list[str], list[str]]:
    return ID.findall(feed), [result["id"] for result in json.loads(data)["results"]]


def test_who_kept_a_page_of_before_another_name_is_told_that_it_changed(settings: Settings) -> None:
    named = (replace(settings, id_authority=name) for name in ("", "https://eigen.example"))

    assert len({create_app(one).config[RELEASE] for one in named}) == 2
