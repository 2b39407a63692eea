"""What the fourth block brings to Vandaag: questions to the team and thanks, requests to answer, and answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from board.blocks.answers import TodayPlace, Waiting
from board.blocks.leadership.models import SupportRequest, TeamQuestion, Thanks
from board.blocks.leadership.queries.support_requests import FRESH, SHOWN_TODAY, answered_for, to_answer
from board.blocks.leadership.queries.team_questions import open_questions_for
from board.blocks.leadership.queries.thanks import thanks_for
from board.core.people.people import Person


@dataclass(frozen=True)
class RequestItem:
    """One request on Vandaag: it waits for my answer, or it is mine and was answered."""

    request: SupportRequest
    is_mine: bool


@dataclass(frozen=True)
class TeamItem:
    """One line on Vandaag for the whole team: a question, or thanks."""

    question: TeamQuestion | None = None
    thanks: Thanks | None = None


def items(person: Person, on: date) -> Sequence[Waiting]:
    """For who works on an opgave: the question that lies there, and who thanked them this week. And all requests."""
    questions = [TeamItem(question=question) for question in open_questions_for(person)]
    to_the_team = [*questions, *(TeamItem(thanks=thanks) for thanks in thanks_for(person, on - FRESH))]
    return (*([Waiting(TodayPlace.ASKED, to_the_team)] if to_the_team else []), *request_items(person, on))


def request_items(person: Person, today: date) -> Sequence[Waiting]:
    """For who leads: what waits for an answer. For who asked: what was answered this past week."""
    for_me = [RequestItem(request, is_mine=False) for request in to_answer(person, today)]
    answered = [RequestItem(request, is_mine=True) for request in answered_for(person, today)]
    return (Waiting(TodayPlace.ASKED, [*for_me, *answered[:2]][:SHOWN_TODAY]),) if for_me or answered else ()
