"""Who looks along, signed in."""

from collections.abc import Callable

import pytest

from board.core.people.people import OrgRole, Person
from tests.builders import Builder
from tests.client import Client


@pytest.fixture
def manager(a: Builder, sign_in: Callable[[Person], Client]) -> Client:
    """A manager of the organisation."""
    return sign_in(a.person("Fatou Diallo", org_role=OrgRole.MANAGER))
