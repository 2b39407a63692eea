"""An administrator hides all faces at once, and shows them again; never one, and never more than people chose."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.access import me, signed_in
from board.core.organisation import organisation
from board.core.people import OrgRole
from board.fields import Act
from board.pages.faces.routes import bp
from board.web import saved, tell


@bp.post("/beheer/gezichten/verberg")
@signed_in(OrgRole.ADMIN)
def hide() -> ResponseReturnValue:
    if Act().validate_on_submit():
        organisation().hide_faces(by=me())
        tell(_("Inwoners zien nu nergens een naam of gezicht."))
    return saved(url_for("manage.people", _anchor="gezichten"))


@bp.post("/beheer/gezichten/toon")
@signed_in(OrgRole.ADMIN)
def unhide() -> ResponseReturnValue:
    if Act().validate_on_submit():
        organisation().show_faces()
        tell(_("Wat iedereen zelf koos, geldt weer."))
    return saved(url_for("manage.people", _anchor="gezichten"))
