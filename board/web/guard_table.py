"""The table of every address and who may come there, computed from the guards themselves."""

from collections.abc import Iterator
from enum import Enum

from flask import Flask
from werkzeug.routing import Rule

from board.core.people.people import OrgRole, Role
from board.web.guards import Guard, type_of_role


class Verdict(Enum):
    """What the door says: come in, sign in first, not for you, or nothing is here."""

    YES = "ja"
    SIGN_IN = "inloggen"
    FORBIDDEN = "nee"
    NOT_HERE = "–"


Roles = frozenset[type_of_role] | None
# None: not signed in. An empty set: signed in, without any role.
VISITORS: dict[str, Roles] = {
    "niemand": None,
    "zonder rol": frozenset(),
    "meelezer": frozenset({Role.READER}),
    "lid": frozenset({Role.MEMBER}),
    "opdrachtgever": frozenset({Role.SPONSOR}),
    "opgavemanager": frozenset({Role.LEAD}),
    "manager": frozenset({OrgRole.MANAGER}),
    "beheerder": frozenset({OrgRole.ADMIN}),
}

INTRO = """\
# Wie mag waar komen

Deze tabel is gemaakt uit de wachters op de routes zelf. Een route zonder wachter bestaat niet: dan start
Opgavebord niet. Een test vraagt elk adres op als elk van deze bezoekers, en vergelijkt het antwoord met
deze tabel.

- **ja**: deze bezoeker mag hier komen.
- **inloggen**: eerst inloggen. Een pagina stuurt door naar het inlogscherm, een formulier geeft 401.
- **nee**: deze bezoeker is bekend, maar heeft hiervoor niet de goede rol (403).
- **–**: voor deze bezoeker bestaat de opgave niet (404).

*Zonder rol* is iemand die is ingelogd en niet in het team van de opgave zit. *Meelezer*, *lid*,
*opdrachtgever* en *opgavemanager* zijn rollen op één opgave; *manager* en *beheerder* zijn rollen in de
organisatie. Een rol op de ene opgave zegt niets over een andere. In de demo is er één adres meer,
`/bord/demo/<wie>`; buiten de demo bestaat dat niet.

Opnieuw maken: `opgavebord toegang > docs/toegang.md`
"""


def answer(guard: Guard, roles: Roles) -> Verdict:
    """What a visitor with these roles hears at this guard."""
    if guard.public:
        return Verdict.YES
    if roles is None:
        return Verdict.SIGN_IN
    if guard.of_opgave and not roles:
        return Verdict.NOT_HERE
    if guard.roles and roles.isdisjoint(guard.roles):
        return Verdict.FORBIDDEN
    return Verdict.YES


def doors(app: Flask) -> Iterator[tuple[str, Rule, Guard]]:
    """Every address with its method and its guard, in the order of the addresses."""
    found = [
        (method, rule) for rule in app.url_map.iter_rules() for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    ]
    for method, rule in sorted(found, key=lambda door: (door[1].rule, door[0])):
        yield method, rule, getattr(app.view_functions[rule.endpoint], "guard")  # noqa: B009  set by the guard


def table(app: Flask) -> str:
    """The whole page, in Markdown."""
    head = ["adres", "", *VISITORS]
    rows = [
        [f"`{rule.rule}`", method, *(answer(guard, roles).value for roles in VISITORS.values())]
        for method, rule, guard in doors(app)
    ]
    lines = [head, ["---"] * len(head), *rows]
    return INTRO + "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
