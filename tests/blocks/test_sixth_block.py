"""A block is a folder and a line: a copy of the project gets a sixth, and the house is walked through with it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIXTH = ROOT / "tests/blocks/sixth_block"
LAST = '    "talents",\n'


def test_with_a_folder_and_a_line_a_sixth_block_is_everywhere(tmp_path: Path) -> None:
    _copy_of_the_project(tmp_path)
    shutil.copytree(SIXTH / "block", tmp_path / "board/blocks/neighbours")
    shutil.copytree(SIXTH / "templates", tmp_path / "templates/blocks/neighbours")
    _add_the_line(tmp_path / "board/blocks/__init__.py")
    _add_the_table(tmp_path / "migrations/versions")

    arguments = ["-q", "-n0", "-p", "no:cacheprovider", "-k", "not postgres", "tests/blocks/sixth_block/walk.py"]
    walk = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert walk.returncode == 0, walk.stdout[-6000:] + walk.stderr[-2000:]


def _copy_of_the_project(to: Path) -> None:
    (to / "static").symlink_to(ROOT / "static")
    for folder in ("board", "templates", "migrations", "tests"):
        shutil.copytree(ROOT / folder, to / folder)  # with what Python compiled, so that it starts at once
    for file in ("pyproject.toml", "README.md", "build_assets.py"):
        shutil.copy(ROOT / file, to / file)


def _add_the_line(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    assert LAST in before
    file.write_text(before.replace(LAST, LAST + '    "neighbours",\n'), encoding="utf-8")


def _add_the_table(versions: Path) -> None:
    """The migration of the block comes after the last one."""
    texts = [file.read_text(encoding="utf-8") for file in versions.glob("*.py")]
    revisions = {found[1] for text in texts if (found := re.search(r'^revision = "(.+)"', text, re.M))}
    before = {found[1] for text in texts if (found := re.search(r'^down_revision = "(.+)"', text, re.M))}
    (head,) = revisions - before
    text = (SIXTH / "migration.py").read_text(encoding="utf-8")
    (versions / "9999_visits.py").write_text(text.replace('"HEAD"', f'"{head}"'), encoding="utf-8")
