"""Programs of the machine that a test needs: there, or the test is skipped, or fails where nothing may be skipped."""

import os
import shutil

import pytest


def require(*names: str) -> list[str]:
    """The paths of these programs."""
    found = {name: shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin") for name in names}
    if missing := [name for name, path in found.items() if path is None]:
        told = f"not on this machine: {', '.join(missing)}"
        (pytest.fail if os.environ.get("OPGAVEBORD_TEST_BROWSER") == "required" else pytest.skip)(told)
    return [path for path in found.values() if path]
