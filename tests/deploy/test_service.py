"""The systemd service: what it starts, as whom, and how little it may do."""

import re
import subprocess
from pathlib import Path

from board.config import PREFIX, Settings
from tests.deploy.programs import require

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVICE = DEPLOY / "opgavebord.service"


def test_it_begins_again_by_itself_and_writes_for_its_owner_only() -> None:
    lines = SERVICE.read_text().splitlines()

    assert {"Restart=always", "UMask=0077", "User=opgavebord", "EnvironmentFile=/etc/opgavebord.env"} <= set(lines)


def test_systemd_finds_it_closed(tmp_path: Path) -> None:
    (analyze,) = require("systemd-analyze")
    words = ["security", "--offline=true", "--threshold=20", "--no-pager", str(SERVICE)]

    done = subprocess.run([analyze, *words], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-300:] + done.stderr


def test_systemd_understands_every_line(tmp_path: Path) -> None:
    (analyze,) = require("systemd-analyze")
    # What it starts is not on this machine; that it is there is all that may be missing.
    copy = tmp_path / "opgavebord.service"
    copy.write_text(re.sub(r"ExecStart=\S+ serve", "ExecStart=/bin/true", SERVICE.read_text()))

    done = subprocess.run([analyze, "verify", str(copy)], capture_output=True, text=True, check=False)

    assert "opgavebord.service" not in done.stderr, done.stderr


def test_the_example_of_settings_names_settings() -> None:
    named = re.findall(rf"^#? ?({PREFIX}\w+)=", (DEPLOY / "opgavebord.env").read_text(), flags=re.MULTILINE)

    assert named
    assert set(named) <= {PREFIX + name.upper() for name in Settings.__dataclass_fields__}
