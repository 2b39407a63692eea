"""Several first starts at once end well: one migrates, the others wait."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from board import db
from board.core.people.people import Person
from tests.cli.serving import started

AT_ONCE = 3


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_all_of_them_end_well(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> None:
    """With a secret key that each would make."""
    url = f"sqlite:///{tmp_path}/bord/opgavebord.sqlite"
    if kind == "postgresql":
        url = request.getfixturevalue("postgres").new_database()
    logs = [tmp_path / f"log-{number}" for number in range(AT_ONCE)]

    processes = [started(tmp_path / "bord", log, "migrate", DATABASE_URL=url) for log in logs]

    assert [process.wait() for process in processes] == [0] * AT_ONCE, [log.read_text() for log in logs]
    assert not [log.read_text() for log in logs if "Traceback" in log.read_text()]
    engine = db.make_engine(url)
    with db.opened(engine) as session:
        assert session.scalar(select(func.count()).select_from(Person)) == 0
    engine.dispose()


def test_the_folder_is_for_its_owner_and_what_was_open_is_closed(run: Callable[..., object], tmp_path: Path) -> None:
    bord = tmp_path / "bord"
    run("migrate")
    (bord / "mail").mkdir()
    for path in (bord / "mail" / "oud.eml", bord / "eigen.svg"):
        path.write_text("al lang hier")
    for path in (bord, *bord.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o644)
    (bord / "elders").symlink_to(tmp_path)
    tmp_path.chmod(0o755)

    run("opgaven")

    assert {path.lstat().st_mode & 0o077 for path in (bord, *bord.rglob("*")) if not path.is_symlink()} == {0}
    assert tmp_path.stat().st_mode & 0o777 == 0o755, "what a link leads to is not ours"


def test_pages_for_a_web_server_can_be_read_by_it(run: Callable[..., object], tmp_path: Path) -> None:
    run("export", "site", str(tmp_path / "site"))

    assert all(path.stat().st_mode & 0o044 for path in (tmp_path / "site").rglob("*"))
