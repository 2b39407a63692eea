"""The pages through which work comes in from elsewhere."""

from flask import Blueprint

from board.exchange.trello.routes import bp as trello

ROUTES: tuple[Blueprint, ...] = (trello,)
