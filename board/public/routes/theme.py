"""The route of the house style: the logo and the theme that the organisation brought along."""

from flask import Response, abort, current_app

from board.public.routes.blueprint import bp
from board.web.guards import public
from board.web.house_style import PLACE, HouseStyle, Logo

# Seen on its own, an SVG is a page: it may have its own looks, and may do nothing.
LOGO_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@bp.get(f"{PLACE}/<name>", endpoint="house_style")
@public
def file_of_house_style(name: str) -> Response:
    style: HouseStyle = current_app.extensions["house_style"]
    file = style.files.get(name)
    if file is None:
        abort(404)
    response = Response(file.content, content_type=file.type)
    if isinstance(file, Logo):
        response.headers["Content-Security-Policy"] = LOGO_POLICY
        response.headers["Cache-Control"] = "public, max-age=3600"
    else:  # another content has another name
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
