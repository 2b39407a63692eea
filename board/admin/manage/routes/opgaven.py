"""Beheer: remove an opgave for good, after all of it was put in a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from flask import Response, abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select

from board.admin.manage.forms import ByNameForm
from board.admin.manage.routes.people import bp
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import OrgRole
from board.core.record.weeks import today
from board.core.removal import opgave_export, removing
from board.db import begin_writing, reads_first, session
from board.web.fields import Act
from board.web.guards import me, signed_in
from board.web.responses import Page, flash_message, render, saved


@bp.get("/beheer/opgaven/<int:number>/weg", endpoint="ask_to_remove")
@signed_in(OrgRole.ADMIN)
def show_remove_opgave(number: int) -> ResponseReturnValue:
    return _page(_opgave(number), ByNameForm(formdata=None))


@bp.post("/beheer/opgaven/<int:number>/bestand")
@signed_in(OrgRole.ADMIN)
@reads_first
def export_opgave(number: int) -> ResponseReturnValue:
    """All of it in one file; that it was made is remembered, with what was in it."""
    if not Act().validate_on_submit():
        abort(400)
    opgave = _opgave(number)
    found = opgave_export.exported_rows(opgave)
    content, fingerprint = opgave_export.file(found, me().name), opgave_export.fingerprint(found)
    begin_writing()
    removing.export_made(opgave, fingerprint)
    response = Response(content, mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="opgave-{opgave.slug}-{today()}.zip"'
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/beheer/opgaven/<int:number>/weg")
@signed_in(OrgRole.ADMIN)
@reads_first
def remove_opgave(number: int) -> ResponseReturnValue:
    opgave, form = _opgave(number), ByNameForm()
    seen = removing.last_change(opgave)
    fingerprint = opgave_export.fingerprint(opgave_export.exported_rows(opgave))
    if not form.validate_on_submit() or not form.names(opgave.short_name):
        return _page(opgave, form, 422)
    begin_writing()
    opgave = _opgave(number)
    try:
        removing.remove_opgave(opgave, me(), fingerprint, seen)
    except removing.ExportMissing:
        problem = _("Er is nog geen bestand met alles wat er nu staat. Download het eerst.")
        return _page(opgave, form, 409, problem)
    flash_message(_("De opgave is weg. Op de pagina's voor inwoners staat dat hij weg is."))
    return saved(url_for(".people"))


def _opgave(number: int) -> Opgave:
    return session.scalars(select(Opgave).where(Opgave.id == number)).one()


@dataclass(frozen=True, kw_only=True)
class RemoveOpgavePage(Page):
    """The page on which an opgave is removed for good."""

    template: ClassVar[str] = "admin/manage/remove.html"
    opgave: Opgave
    form: ByNameForm
    act: Act
    made_at: datetime | None
    counts: Mapping[str, int]
    public: int
    problem: str


def _page(opgave: Opgave, form: ByNameForm, status: int = 200, problem: str = "") -> ResponseReturnValue:
    found = opgave_export.exported_rows(opgave)
    page = render(
        RemoveOpgavePage(
            opgave=opgave,
            form=form,
            act=Act(formdata=None),
            made_at=removing.last_export(opgave, opgave_export.fingerprint(found)),
            counts={name: len(found.get(name, [])) for name in ("card", "result", "photo", "signal")},
            public=sum(row["published_at"] is not None for row in found.get("result", [])),
            problem=problem,
        )
    )
    return page, status
