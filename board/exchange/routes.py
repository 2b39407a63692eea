"""The pages through which work comes in from elsewhere."""

from flask import Blueprint

from board.exchange.trello import routes_reports
from board.exchange.trello.routes import bp as trello

__all__ = ["ROUTES", "routes_reports"]
ROUTES: tuple[Blueprint, ...] = (trello,)
