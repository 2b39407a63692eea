"""Around the results of a week: what comes first, and whether inwoners read the words above it."""

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_htmx import make_response as htmx_response

from board.core.publishing.week_pages import move_result
from board.db import session
from board.team.week.preparing import Preparing, prepare
from board.team.week.routes.week import PreparingPage, asked_week, bp, here, house, page, sent, worker, write
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


@bp.post("/volgorde")
@signed_in()
def arrange() -> ResponseReturnValue:
    """One place higher or lower. The answer is the page as it stands, so that nothing that was typed is lost."""
    person = worker()
    found, form = sent(person)
    button = next((name for name in BUTTONS if name in request.form), None)
    this, beside = (whole_number(part) or 0 for part in request.form.get(button or "", "").partition("-")[::2])
    if button is None or not this or not beside:
        return page(found, form, _("Kies wat een plek hoger of lager moet.")), 422
    whole, up = BUTTONS[button]
    # Lower is the same as: the one below comes before it.
    first, second = (this, beside) if up else (beside, this)
    session.add(found.page)
    found.page.arrange(move_result(found.sections, first, second, whole))
    session.flush()
    again = prepare(person, found.week, house(), is_sent=True)
    if not wants_fragment():
        return page(again, form)
    return htmx_response(render_fragment(PreparingPage.of(again, form)), trigger=_news(again, button, this))


def _news(found: Preparing, button: str, number: int) -> dict[str, object]:
    """The focus stays on the button, or goes to its neighbour where that way has ended; and what happened in words."""
    whole, up = BUTTONS[button]
    lines = [[rubric.first for rubric in found.rubrics]] if whole else found.sections
    line = next((one for one in lines if number in one), [number])
    place = line.index(number)
    ended = place == 0 if up else place == len(line) - 1
    other = button.replace("hoger", "l@ger").replace("lager", "hoger").replace("l@ger", "lager")
    text = _("Staat nu op plek %(place)s van %(all)s.", place=place + 1, all=len(line))
    return {"ob:focus": {"op": f"#{other if ended else button}-{number}"}, "ob:zeg": {"tekst": text}}


@bp.post("/vooraf")
@signed_in()
def introduce() -> ResponseReturnValue:
    """Keep the words above the week; show them to inwoners, or no longer."""
    person = worker()
    found, form = sent(person)
    if status := form.waits():
        return page(found, form), status
    if not write(found.page, form, person, show="toon" in request.form):
        return page(found, form), 422
    flash_message(f"{_told(found)} {form.news}".strip())
    return saved(here(asked_week()))


@bp.post("/vooraf/weg")
@signed_in()
def hide() -> ResponseReturnValue:
    """Only the teams read it from now on."""
    found = prepare(worker(), asked_week(), house())
    if Act().validate_on_submit():
        found.page.hide()
        flash_message(_("Inwoners lezen deze woorden niet meer."))
    return saved(here(asked_week()))


def _told(found: Preparing) -> str:
    if not found.page.introduction:
        return _("De woorden vooraf zijn weg.")
    return _("Inwoners lezen je woorden.") if found.page.public_since else _("Bewaard. Inwoners lezen dit nog niet.")
