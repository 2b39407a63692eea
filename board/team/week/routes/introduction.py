"""Around the results of a week: what comes first, and whether inwoners read the words above it."""

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_htmx import make_response as htmx_response

from board.core.publishing.week_pages import move_result
from board.db import session
from board.team.week.preparing import Preparing, prepare_week
from board.team.week.routes.week import (
    PreparingPage,
    bp,
    chosen_week,
    organisation,
    preparing_page,
    sent_form,
    week_url,
    worker,
    write_introduction,
)
from board.web.fields import Act, whole_number
from board.web.guards import signed_in
from board.web.responses import flash_message, render_fragment, saved, wants_fragment

# Which button was pressed: what moves, whether its whole section goes along, and whether it goes up.
BUTTONS = {
    "hoger": (False, True),
    "lager": (False, False),
    "rubriek-hoger": (True, True),
    "rubriek-lager": (True, False),
}


@bp.post("/volgorde", endpoint="arrange")
@signed_in()
def arrange_week() -> ResponseReturnValue:
    """One place higher or lower. The answer is the page as it stands, so that nothing that was typed is lost."""
    person = worker()
    found, form = sent_form(person)
    button = next((name for name in BUTTONS if name in request.form), None)
    this, beside = (whole_number(part) or 0 for part in request.form.get(button or "", "").partition("-")[::2])
    if button is None or not this or not beside:
        return preparing_page(found, form, _("Kies wat een plek hoger of lager moet.")), 422
    whole, up = BUTTONS[button]
    # Lower is the same as: the one below comes before it.
    first, second = (this, beside) if up else (beside, this)
    session.add(found.page)
    found.page.arrange(move_result(found.sections, first, second, whole))
    session.flush()
    again = prepare_week(person, found.week, organisation(), is_sent=True)
    if not wants_fragment():
        return preparing_page(again, form)
    return htmx_response(render_fragment(PreparingPage.of(again, form)), trigger=_news(again, button, this))


def _news(found: Preparing, button: str, number: int) -> dict[str, object]:
    """The focus stays on the button, or goes to its neighbour where that way has ended; and what happened in words."""
    whole, up = BUTTONS[button]
    lines = [[rubric.first for rubric in found.rubrics]] if whole else found.sections
    line = next((other for other in lines if number in other), [number])
    place = line.index(number)
    ended = place == 0 if up else place == len(line) - 1
    other = button.replace("hoger", "l@ger").replace("lager", "hoger").replace("l@ger", "lager")
    text = _("Staat nu op plek %(place)s van %(all)s.", place=place + 1, all=len(line))
    return {"ob:focus": {"op": f"#{other if ended else button}-{number}"}, "ob:zeg": {"tekst": text}}


@bp.post("/vooraf", endpoint="introduce")
@signed_in()
def edit_introduction() -> ResponseReturnValue:
    """Keep the words above the week; show them to inwoners, or no longer."""
    person = worker()
    found, form = sent_form(person)
    if status := form.waits():
        return preparing_page(found, form), status
    if not write_introduction(found.page, form, person, show="toon" in request.form):
        return preparing_page(found, form), 422
    flash_message(f"{_told(found)} {form.news}".strip())
    return saved(week_url(chosen_week()))


@bp.post("/vooraf/weg", endpoint="hide")
@signed_in()
def hide_introduction() -> ResponseReturnValue:
    """Only the teams read it from now on."""
    found = prepare_week(worker(), chosen_week(), organisation())
    if Act().validate_on_submit():
        found.page.hide()
        flash_message(_("Inwoners lezen deze woorden niet meer."))
    return saved(week_url(chosen_week()))


def _told(found: Preparing) -> str:
    if not found.page.introduction:
        return _("De woorden vooraf zijn weg.")
    return _("Inwoners lezen je woorden.") if found.page.public_since else _("Bewaard. Inwoners lezen dit nog niet.")
