"""One Chromium for all browser tests: the machine's own, found by name or by OPGAVEBORD_TEST_CHROMIUM.

The shell is the same browser without windows, menus and a screen to draw on: half the work for a test.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# Nothing but our own pages: no first-run screens, no talk with its maker.
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "chromium-headless-shell", "chromium")
MISSING = "no Chromium found: install chromium, or give its path in OPGAVEBORD_TEST_CHROMIUM"


def is_required() -> bool:
    """Whether a missing browser is a failure (as where everything must pass), not a skip."""
    return os.environ.get("OPGAVEBORD_TEST_BROWSER") == "required"


def find() -> str | None:
    """The path of a Chromium on this machine."""
    named = os.environ.get("OPGAVEBORD_TEST_CHROMIUM")
    return next((path for name in ([named] if named else NAMES) if (path := shutil.which(name))), None)


@contextmanager
def running(path: str) -> Iterator[Browser]:
    """A Chromium that ends with the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
