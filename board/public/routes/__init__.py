"""The public addresses, one module per thing; each is open to everybody, without account, cookie or script."""

from board.public.routes import (
    embed,
    feeds,
    open_data,
    opgave,
    photos,
    poster,
    result,
    sitemap,
    statements,
    theme,
    week,
)
from board.public.routes.blueprint import bp

__all__ = ["BLUEPRINTS", "feeds", "opgave", "result", "sitemap", "statements", "theme", "week"]
BLUEPRINTS = (bp, photos.bp, open_data.bp, embed.bp, poster.bp)
