"""Lessons by the words that somebody looks for: those with all of them, or else those with the most of them."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case

from board.blocks.talents.queries.matching import search_words
from board.core.opgaven.lessons import Lesson
from board.core.people.people import Person
from board.core.search.hits import search
from board.core.search.search_terms import MOST_WORDS

MOST_FOUND = 500


@dataclass(frozen=True)
class LessonMatches:
    """The numbers of lessons in groups, the best first. `partly`: no lesson has all the words."""

    groups: list[list[int]]
    partly: bool = False

    @property
    def numbers(self) -> list[int]:
        return [number for group in self.groups for number in group]

    @property
    def best_first(self) -> Any:
        """How far a lesson stands from the best, as a column to order by."""
        return case(*((Lesson.id.in_(group), place) for place, group in enumerate(self.groups)), else_=len(self.groups))


def match_lessons(person: Person, text: str) -> LessonMatches:
    """What has all the words, in any form; when nothing has, what has the most of them first."""
    wanted = search_words(text)[:MOST_WORDS]
    if found := _with(person, " ".join(wanted)):
        return LessonMatches([found])
    groups = defaultdict(list)
    for number, many in Counter(number for word in wanted for number in _with(person, word)).items():
        groups[many].append(number)
    return LessonMatches([groups[many] for many in sorted(groups, reverse=True)] or [[]], partly=True)


def _with(person: Person, words: str) -> list[int]:
    # Everybody signed in reads lessons, so it does not matter on which opgaven they have a role.
    return [hit.thing_id for group in search(person, words, (), "lesson", MOST_FOUND).groups for hit in group.hits]
