"""The pages of Beheer and of my account: people, their names, who leaves, and opgaven that go."""

from board.admin.manage.routes import departures, my_account, names, opgaven, people

__all__ = ["departures", "my_account", "names", "opgaven", "people"]
