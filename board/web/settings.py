"""The settings of the application that answers this request; for views, forms and letters."""

from flask import current_app

from board.config import Settings


def current_settings() -> Settings:
    """The settings with which the application was started. Raises RuntimeError outside an application."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings
