"""What citizens see: an allow-list of small dataclasses, and pages without account, cookie or script."""

from board.public import house_style, sitemap, statements  # noqa: F401  they add their routes
from board.public.open_data import routes as open_data
from board.public.paper import poster
from board.public.photos import routes as photos
from board.public.routes import bp
from board.public.week import embed

ROUTES = (bp, photos.bp, open_data.bp, embed.bp, poster.bp)
