"""Whose words they are: who said something rewrites it or takes it away, and nobody else does."""

from functools import partial
from typing import Any

from flask import redirect
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import NotedForm
from board.db import Refused
from board.web.guards import LEADS, may, me
from board.web.responses import flash_message


def may_rewrite(said: Any) -> bool:
    """Who said it. What is signed with a role, or was said by somebody who is gone, is for who leads."""
    return may(*LEADS) if said.person_id is None else bool(said.person_id == me().id)


def only_theirs(said: Any, back: str) -> None:
    """Raises Refused for who did not say it: it leads back, with the reason; nothing was typed yet."""
    if not may_rewrite(said):
        flash_message(_why_not(said))
        raise Refused(303, partial(redirect, back, 303))


def is_refused(said: Any, form: NotedForm) -> bool:
    """Whether these are a colleague's words; then the form says so, and what was typed stays to be read."""
    if may_rewrite(said):
        return False
    form.form_errors.append(_why_not(said))
    return True


def _why_not(said: Any) -> str:
    if said.person is None:
        return _("Alleen een opgavemanager kan dit veranderen of weghalen.")
    return _("Dit zijn de woorden van %(name)s. Alleen %(name)s kan ze veranderen of weghalen.", name=said.person.name)
