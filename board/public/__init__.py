"""What citizens see: an allow-list of small dataclasses, and pages without account, cookie or script."""

from board.public import embed, house_style, open_data, photos, poster, sitemap, statements  # noqa: F401  they add their routes
from board.public.routes import bp

ROUTES = (bp, photos.bp, open_data.bp, embed.bp, poster.bp)
