"""The application: what `create_app` puts together, in the order in which it has to be."""

from flask import Flask
from flask_babel import Babel
from flask_compress import Compress
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

import board.tables  # noqa: F401
from board import admin, db, managers, public, team
from board.blocks import all_routes as block_routes
from board.config import Settings, files, load_settings
from board.exchange.routes import ROUTES as EXCHANGE
from board.web import (
    assets,
    cache,
    errors,
    form_keys,
    guards,
    house_style,
    labels,
    navigation,
    release,
    repeated_forms,
    responses,
    retries,
    spreadsheets,
    uploads,
)
from board.web.proxies import Forwarded


def create_app(settings: Settings | None = None) -> Flask:
    """The whole application: settings, database, who may come in, how it looks, and its screens."""
    settings = settings or load_settings()
    engine = db.make_engine(settings.database_url)
    app = Flask("board", static_folder=None, template_folder=str(files("templates")))
    app.config.update(flask_settings(settings))
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}

    if settings.compress:
        Compress(app)
    responses.init_app(app, settings, engine)
    retries.init_app(app)
    errors.init_app(app)
    db.init_app(app, engine, settings.limits)
    form_keys.init_app(app)
    app.before_request(responses.refuse_nul)  # after the database: the page that says so has a menu
    Babel(app)
    labels.init_app(app)
    spreadsheets.init_app(app)
    guards.init_app(app)
    uploads.init_app(app)
    navigation.init_app(app)
    house_style.init_app(app, settings)
    release.init_app(app)
    cache.init_app(app)
    repeated_forms.init_app(app)
    team.init_app(app)
    managers.init_app(app)
    for routes in (*team.ROUTES, *managers.ROUTES, *admin.ROUTES, *EXCHANGE, *block_routes(), *public.ROUTES):
        app.register_blueprint(routes)
    if settings.demo:
        app.register_blueprint(admin.DEMO_ROUTES)
    CSRFProtect(app)
    guards.check_every_route(app)

    assets.init_app(app, responses.security_headers(settings.https))
    app.wsgi_app = Forwarded(app.wsgi_app, settings.proxies)  # type: ignore[method-assign]
    app.wsgi_app = errors.LastResort(app, app.wsgi_app)  # type: ignore[method-assign]
    return app


def flask_settings(settings: Settings) -> dict[str, object]:
    """Our settings as Flask and its extensions want to hear them."""
    return {
        "SETTINGS": settings,
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "opgavebord",
        "SESSION_COOKIE_PATH": responses.WORK,
        "SESSION_COOKIE_SECURE": settings.https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "MAX_CONTENT_LENGTH": 2_000_000,
        "WTF_CSRF_TIME_LIMIT": None,  # a form may stay open all day; its token ends with the session
        "BABEL_DEFAULT_LOCALE": "nl_NL",  # plain "nl" counts weeks the wrong way
        "BABEL_DEFAULT_TIMEZONE": "Europe/Amsterdam",
        "COMPRESS_ALGORITHM": ["zstd", "gzip"],
        "COMPRESS_LEVEL": 4,
        "COMPRESS_MIMETYPES": responses.MADE_OF_WORDS,
    }
