"""Building styles and scripts takes nothing from a server that runs, nor from who has its page open."""

import json
import os
import time
from pathlib import Path

import pytest

import build_assets
from board.config import files
from board.web import assets
from tests.client import Client


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one build in it, and a bundler that makes another."""
    for name in ("META", "NEXT", "STAMP"):
        monkeypatch.setattr(build_assets, name, tmp_path / getattr(build_assets, name).name)
    monkeypatch.setattr(build_assets, "BUILD", tmp_path)
    monkeypatch.setattr(build_assets, "install_packages", lambda: None)

    def bundle(*_words: str, failed: str) -> None:
        number = len(list(tmp_path.glob("app-*.css"))) + 1
        (tmp_path / f"app-0000000{number}.css").write_text("a { color: red }" * 99)
        (tmp_path / "meta.next.json").write_text(json.dumps({"app.css": f"app-0000000{number}.css"}))

    monkeypatch.setattr(build_assets, "run", bundle)
    build_assets.build(force=True)
    return tmp_path


def names(build: Path) -> set[str]:
    return {path.name for path in build.iterdir() if path.name.startswith("app-")}


def test_a_new_build_stands_beside_the_old_one(build: Path) -> None:
    build_assets.build(force=True)

    assert json.loads((build / "meta.json").read_text()) == {"app.css": "app-00000002.css"}
    assert {"app-00000001.css", "app-00000001.css.gz", "app-00000002.css", "app-00000002.css.gz"} <= names(build)


def test_what_was_replaced_long_ago_goes(build: Path) -> None:
    os.utime(build / "app-00000001.css", (0, 0))
    build_assets.build(force=True)
    assert "app-00000001.css" in names(build), "old, and in use until this very build"

    for path in build.glob("app-00000001*"):
        os.utime(path, (0, time.time() - build_assets.KEPT - 60))
    build_assets.build(force=True)

    assert not [name for name in names(build) if name.startswith("app-00000001")]


def test_a_list_is_there_only_when_all_its_files_are(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_words: str, failed: str) -> None:
        (build / "app-00000009.css").write_text("half")
        raise build_assets.BuildError("stopped")

    monkeypatch.setattr(build_assets, "run", stops)

    with pytest.raises(build_assets.BuildError):
        build_assets.build(force=True)
    assert json.loads((build / "meta.json").read_text()) == {"app.css": "app-00000001.css"}


def test_a_server_also_serves_what_was_built_after_it_began(visitor: Client) -> None:
    late = files("static") / assets.BUILD / f"later-{os.getpid():08}.css"
    assert visitor.get(f"/static/build/{late.name}").status_code == 404
    late.write_text("a { color: red }")
    try:
        answer = visitor.get(f"/static/build/{late.name}")
        answer.close()
    finally:
        late.unlink()

    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert visitor.get("/static/build/..%2Fapp.css").status_code == 404
