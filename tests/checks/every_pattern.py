"""All regular expressions that both checks make, told by a Python of its own: one on each line, as JSON."""

import importlib
import json
import pkgutil
import re
import sys
from types import FrameType
from typing import Any

TEXTS = [
    "Bel mevrouw De Vries (geboren 3 mei 1950) op 06-12345678 of mail j.devries@example.nl.",
    "Zaak 12, Dorpsstraat 4.",
]
TEXTS += [
    "Kenteken 22-KL-03, BSN 999941057, NL91ABNA0417164300. Afspraak met bewoners van nummer 4, art. 5 van de wet."
]

made: dict[tuple[str, int], None] = {}
compile_really = re._compile  # type: ignore[attr-defined]


def is_ours(frame: FrameType | None) -> bool:
    """Whether a module of the checks asked, and not one that it uses."""
    while frame and frame.f_globals.get("__name__") in {"re", "functools"}:
        frame = frame.f_back
    return frame is not None and frame.f_globals.get("__name__", "").startswith("board.checks")


def compile_and_note(pattern: Any, flags: int) -> Any:
    """What `re` does, and a note of it."""
    if isinstance(pattern, str) and is_ours(sys._getframe(1)):
        made[pattern, int(flags)] = None
    return compile_really(pattern, flags)


def main() -> None:
    """Reads all modules and some texts, and tells which patterns were made."""
    re._compile = compile_and_note  # type: ignore[attr-defined]
    from board import checks
    from board.checks import excerpts, phrases, together

    for module in pkgutil.walk_packages(checks.__path__, "board.checks."):
        importlib.import_module(module.name)
    for text in TEXTS:
        found = together.look(text)
        excerpts.excerpts(text, found.personal)
        phrases.bigger(text), phrases.analysis(text)
    for pattern, flags in made:
        sys.stdout.write(json.dumps([pattern, flags]) + "\n")


if __name__ == "__main__":
    main()
