"""What a building block offers to the board, to managers, and to the demo."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from flask import Blueprint

from board.core.opgaven import Opgave


class Health(Enum):
    """Is this block alive? Never a score: an icon, a word, and the fact behind it."""

    ALIVE = "leeft"
    ASKS = "aandacht"
    QUIET = "stil"


@dataclass(frozen=True)
class Progress:
    """How a block stands on one day; the block's own `_fact.html` puts `fact` into words."""

    health: Health
    fact: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class LivingAnswer:
    """The block's answer to its own question now; the block's own `_answer.html` shows `shown`."""

    shown: Any
    progress: Progress


@dataclass(frozen=True)
class Block:
    """One of the five building blocks: some words, its pages, and two questions it can answer.

    `living_answer(opgave, today)` may ask the database one query; `progress(opgave, on)` a constant number.
    """

    number: int
    key: str
    slug: str
    title: Any
    question: Any
    routes: Blueprint
    living_answer: Callable[[Opgave, date], LivingAnswer]
    progress: Callable[[Opgave, date], Progress]

    @property
    def answer_template(self) -> str:
        return f"blocks/{self.key}/_answer.html"

    @property
    def fact_template(self) -> str:
        return f"blocks/{self.key}/_fact.html"
