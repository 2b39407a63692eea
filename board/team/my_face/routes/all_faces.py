"""An administrator hides all faces at once, and shows them again; never one, and never more than people chose."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.core.people.organisation import organisation
from board.core.people.people import OrgRole
from board.team.my_face.routes.my_face import bp
from board.web.fields import Act
from board.web.guards import me, signed_in
from board.web.responses import flash_message, saved


@bp.post("/beheer/gezichten/verberg", endpoint="hide")
@signed_in(OrgRole.ADMIN)
def hide_all_faces() -> ResponseReturnValue:
    if Act().validate_on_submit():
        organisation().hide_faces(by=me())
        flash_message(_("Inwoners zien nu nergens een naam of gezicht."))
    return saved(url_for("manage.people", _anchor="gezichten"))


@bp.post("/beheer/gezichten/toon", endpoint="unhide")
@signed_in(OrgRole.ADMIN)
def show_all_faces() -> ResponseReturnValue:
    if Act().validate_on_submit():
        organisation().show_faces()
        flash_message(_("Wat iedereen zelf koos, geldt weer."))
    return saved(url_for("manage.people", _anchor="gezichten"))
