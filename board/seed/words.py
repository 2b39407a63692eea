"""Texts about as long and as varied as what teams write, chosen by a random seed."""

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


class TextGenerator:
    """Somebody who never runs out of Dutch sentences; the same seed says the same things."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  a load for measurements keeps no secrets
        self.lists = _lists()

    def __getitem__(self, slot: str) -> str:
        """What fills a {slot} of a sentence."""
        return str(self.random.randint(3, 40)) if slot == "n" else self.pick(slot)

    def pick(self, kind: str) -> Any:
        """One member of a list, as it stands there."""
        return self.random.choice(self.lists[kind])

    def say(self, kind: str) -> str:
        """A sentence of this kind, with its slots filled."""
        text: str = self.pick(kind).format_map(self)
        return text[:1].upper() + text[1:] if kind == "sentences" or kind.endswith("learned") else text

    def some(self, kind: str, number: int) -> list[str]:
        """Different members of a list."""
        return self.random.sample(self.lists[kind], number)

    def chance(self, part: float) -> bool:
        """Yes in this part of the cases, as 0.2."""
        return self.random.random() < part
