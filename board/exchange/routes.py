"""The blueprints through which work comes in from elsewhere."""

from flask import Blueprint

from board.exchange.trello.routes import imports

ROUTES: tuple[Blueprint, ...] = (imports.bp,)
