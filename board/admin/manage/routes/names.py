"""Beheer: say that a first and a last name are right, or put them right."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.admin.manage.doubtful import name_form
from board.admin.manage.forms import PersonForm
from board.admin.manage.routes.people import bp, people_page, person_page
from board.core.people.names import Name
from board.core.people.people import OrgRole
from board.core.publishing import accounts
from board.core.record.personal_data import PersonalData
from board.web.guards import me, signed_in
from board.web.responses import flash_message, saved


@bp.post("/beheer/mensen/<int:number>/naam")
@signed_in(OrgRole.ADMIN)
def confirm_name(number: int) -> ResponseReturnValue:
    found = accounts.get_person(number)
    form = name_form(found, is_sent=True)
    if status := form.waits():
        return people_page(form, status)
    typed = form.typed_name(found.full_name)
    try:
        found.introduce(Name(typed.first, typed.last), found.job_title, by=me())
    except PersonalData as waits:
        whole = PersonForm.on(PersonForm.of(found))
        whole.first_name.data, whole.last_name.data = typed.first, typed.last
        whole.ask_why(waits)
        return person_page(found, whole, 422)
    flash_message(" ".join([_("%(name)s staat goed.", name=found.name), form.news]).strip())
    return saved(url_for(".people"))
