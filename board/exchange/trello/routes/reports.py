"""What an import did: read it, say who is who after all, and undo it as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.core.opgaven.imports import BoardImport, import_numbered
from board.core.opgaven.opgaven import Opgave
from board.db import Busy, begin_writing, reads_first
from board.exchange.trello.routes.imports import SECONDS, bp
from board.exchange.trello.write import matches
from board.exchange.undo import WorkedOnCard, cards_changed, cards_made, made_and_touched, undo_import
from board.web.fields import Act
from board.web.guards import LEADS, TEAM, allow, may, me
from board.web.responses import Page, flash_message, render, saved

SHOWN = 60
WAS = "was-"


@bp.get("/verslag/<int:number>")
@allow(*TEAM)
def report(opgave: Opgave, number: int) -> ResponseReturnValue:
    """For the team: what came, what stays when it is undone, and who is who."""
    return _page(opgave, import_numbered(opgave.id, number))


@bp.post("/verslag/<int:number>/mensen")
@allow(*TEAM)
@reads_first
def match(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Say who a name is after all. Cards and comments follow, where nobody changed them here since."""
    done = import_numbered(opgave.id, number)
    if not _is_mine(done):
        return _not_yours(opgave, done)
    chosen, here = {}, matches.people_to_choose()
    for name in done.people:
        field = matches.field_of(name)
        seen = request.form.get(WAS + field, "") == str(done.people[name] or "")
        if field not in request.form or not seen:
            continue  # a colleague said so meanwhile
        try:
            chosen[name] = matches.person_named(request.form[field], here)
        except LookupError:
            return _page(
                opgave,
                done,
                _(
                    "“%(name)s” kennen we hier niet. Kies iemand uit de lijst, of laat het leeg.",
                    name=request.form[field],
                ),
            ), 422
    if not Act().validate_on_submit():
        abort(400)
    try:
        matches.correct_people(done, chosen)
    except Busy:
        return _busy(opgave, done)
    begin_writing()
    flash_message(_("Bewaard. Wie hier al door een collega is gekozen, bleef staan."))
    return saved(url_for(".report", slug=opgave.slug, number=number))


@bp.post("/verslag/<int:number>/weg")
@allow(*TEAM)
@reads_first
def undo(opgave: Opgave, number: int) -> ResponseReturnValue:
    """All of it as it was before, but for what somebody worked on since. Twice is no harm."""
    done = import_numbered(opgave.id, number)
    if not _is_mine(done):
        return _not_yours(opgave, done)
    if not Act().validate_on_submit():
        abort(400)
    if done.undone_at is not None:
        begin_writing()
        flash_message(_("Deze import was al ongedaan gemaakt."))
        return saved(url_for(".report", slug=opgave.slug, number=number))
    try:
        is_whole = undo_import(done, SECONDS)
    except Busy:
        is_whole = False
    begin_writing()
    if not is_whole:
        return _busy(opgave, done)
    flash_message(_("De import is ongedaan gemaakt. Wat collega’s daarna deden, staat er nog."))
    return saved(url_for(".report", slug=opgave.slug, number=number))


def _busy(opgave: Opgave, done: BoardImport) -> ResponseReturnValue:
    begin_writing()
    flash_message(_("Nog niet alles is klaar: het is veel, of er schrijven anderen. Druk nog een keer."))
    return saved(url_for(".report", slug=opgave.slug, number=done.id))


def _is_mine(done: BoardImport) -> bool:
    """Whether this visitor may change it: who leads the opgave, and who brought it in."""
    return may(*LEADS) or done.person_id == me().id


def _not_yours(opgave: Opgave, done: BoardImport) -> ResponseReturnValue:
    begin_writing()
    flash_message(_("Dit kan alleen de opgavemanager, of wie de kaarten ophaalde."))
    return saved(url_for(".report", slug=opgave.slug, number=done.id))


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """The report of one import."""

    template: ClassVar[str] = "exchange/report.html"
    opgave: Opgave
    done: BoardImport
    made: int
    changed: int
    stays: Sequence[WorkedOnCard]
    more: int
    people: Sequence[tuple[str, str, str, int | str]]
    everybody: Sequence[str]
    may_change: bool
    message: str
    act: Act


def _page(opgave: Opgave, done: BoardImport, message: str = "") -> str:
    stays = made_and_touched(done)
    return render(
        ReportPage(
            opgave=opgave,
            done=done,
            made=cards_made(done),
            changed=cards_changed(done),
            stays=stays[:SHOWN],
            more=max(0, len(stays) - SHOWN),
            people=[
                (*match, done.people[match[0]] or "")
                for match in matches.matches(sorted(done.people, key=str.casefold), done.people)
            ],
            everybody=list(matches.people_to_choose().values()),
            may_change=_is_mine(done),
            message=message,
            act=Act(formdata=None),
        )
    )
