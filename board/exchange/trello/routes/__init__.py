"""The routes of the Trello import: bring a board in, and read, correct or undo what an import did."""

from board.exchange.trello.routes import imports, reports

__all__ = ["imports", "reports"]
