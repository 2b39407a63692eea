"""Groups of roles by what they may do: on the routes of a screen, and when a change is taken back."""

from board.core.people.people import WORKS, OrgRole, Role

type_of_role = Role | OrgRole

# Managers and administrators may look at every opgave; only its team works on it.
READERS: tuple[type_of_role, ...] = (*Role, *OrgRole)
TEAM: tuple[type_of_role, ...] = WORKS
WORRIERS: tuple[type_of_role, ...] = (Role.LEAD, Role.MEMBER, Role.SPONSOR)
LEADS: tuple[type_of_role, ...] = (Role.LEAD,)
# Who answers what a team asks.
LEADERS: tuple[type_of_role, ...] = (Role.LEAD, Role.SPONSOR)
# Who looks along as a manager: helps, decides, thanks, and asks one question.
MANAGERS: tuple[type_of_role, ...] = (*LEADERS, OrgRole.MANAGER)
# Who may bring a team and a colleague together: the team itself, and who looks along.
HELPERS: tuple[type_of_role, ...] = (*TEAM, Role.SPONSOR, OrgRole.MANAGER)
# Somebody must be able to mend a team without a lead.
LEADS_OR_ADMIN: tuple[type_of_role, ...] = (Role.LEAD, OrgRole.ADMIN)
