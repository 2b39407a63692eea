"""The application: what `create_app` puts together, in the order in which it has to be."""

from flask import Flask
from flask_babel import Babel
from flask_compress import Compress
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

import board.tables  # noqa: F401
from board import (
    access,
    again,
    assets,
    db,
    errors,
    frame,
    house_style,
    once,
    pages,
    public,
    spreadsheet,
    uploads,
    web,
    words,
)
from board.blocks import all_routes as block_routes
from board.config import Settings, files, load
from board.exchange.routes import ROUTES as EXCHANGE
from board.forwarded import Forwarded


def create_app(settings: Settings | None = None) -> Flask:
    """The whole application: settings, database, who may come in, how it looks, and its screens."""
    settings = settings or load()
    engine = db.make_engine(settings.database_url)
    app = Flask("board", static_folder=None, template_folder=str(files("templates")))
    app.config.update(flask_settings(settings))
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}

    if settings.compress:
        Compress(app)
    web.init_app(app, settings, engine)
    again.init_app(app)
    errors.init_app(app)
    db.init_app(app, engine, settings.limits)
    once.init_app(app)
    app.before_request(web.refuse_nul)  # after the database: the page that says so has a menu
    Babel(app)
    words.init_app(app)
    spreadsheet.init_app(app)
    access.init_app(app)
    uploads.init_app(app)
    frame.init_app(app)
    house_style.init_app(app, settings)
    pages.init_app(app)
    for routes in (*pages.ROUTES, *EXCHANGE, *block_routes(), *public.ROUTES):
        app.register_blueprint(routes)
    if settings.demo:
        app.register_blueprint(pages.DEMO_ROUTES)
    CSRFProtect(app)
    access.check_every_route(app)

    assets.init_app(app, web.security_headers(settings.https))
    app.wsgi_app = Forwarded(app.wsgi_app, settings.proxies)  # type: ignore[method-assign]
    app.wsgi_app = errors.LastResort(app, app.wsgi_app)  # type: ignore[method-assign]
    return app


def flask_settings(settings: Settings) -> dict[str, object]:
    """Our settings as Flask and its extensions want to hear them."""
    return {
        "SETTINGS": settings,
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "opgavebord",
        "SESSION_COOKIE_PATH": web.WORK,
        "SESSION_COOKIE_SECURE": settings.https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "MAX_CONTENT_LENGTH": 2_000_000,
        "WTF_CSRF_TIME_LIMIT": None,  # a form may stay open all day; its token ends with the session
        "BABEL_DEFAULT_LOCALE": "nl_NL",  # plain "nl" counts weeks the wrong way
        "BABEL_DEFAULT_TIMEZONE": "Europe/Amsterdam",
        "COMPRESS_ALGORITHM": ["zstd", "gzip"],
        "COMPRESS_LEVEL": 4,
        "COMPRESS_MIMETYPES": web.MADE_OF_WORDS,
    }
