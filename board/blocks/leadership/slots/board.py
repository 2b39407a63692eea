"""What the fourth block shows at the head of the board: the faces of who leads, and how the block stands."""

from datetime import date

from board.blocks.answers import LivingAnswer
from board.blocks.leadership.queries.leaders import leaders
from board.blocks.leadership.rules import Facts, judge
from board.core.opgaven.opgaven import Opgave, by_role
from board.core.people.people import Role
from board.db import limits


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The faces of who leads, the leads first. One query."""
    memberships, since = leaders(opgave, on)
    roles = {membership.role for membership in memberships}
    facts = Facts(Role.LEAD in roles, Role.SPONSOR in roles, since)
    return LivingAnswer(by_role(memberships), judge(facts, on, limits().answer_weeks))
