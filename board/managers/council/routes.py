"""For the council: three voices per opgave, to read, to copy, to print and to take along; and to say differently."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import ClassVar, NamedTuple

from flask import Blueprint, current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done
from board.core.opgaven.opgaven import Opgave
from board.core.publishing.council_lines import VOICES, line_to_write
from board.core.record.periods import Period, Span
from board.core.record.personal_data import PersonalData
from board.db import session
from board.managers.council import words
from board.managers.council.forms import AgainForm, LineForm, as_they_stand, form_of, form_sent
from board.managers.council.plain import plain_text, spreadsheet_rows
from board.managers.council.telling import CouncilEntry, Month, all_results, council_entries
from board.managers.review.queries import Followed, followed
from board.public.shapes import PublicOpgave
from board.web import spreadsheets
from board.web.guards import MANAGERS, READERS, allow, me, signed_in
from board.web.responses import Page, render, saved
from board.web.responses import flash_message as say
from board.web.settings import current_settings

bp = Blueprint("council", __name__, url_prefix="/bord")


class CouncilFilter(NamedTuple):
    """Which period, and which opgaven, as the address says it."""

    period: Period
    mine: bool = False
    slug: str | None = None

    @classmethod
    def from_address(cls) -> "CouncilFilter":
        period = Period.parse(request.args["periode"]) if "periode" in request.args else Period.usual()
        return cls(period, request.args.get("mij") == "1", request.args.get("opgave"))

    def address(self, period: Period | None = None, **more: str) -> dict[str, str]:
        """What the address says, also of another period, with `more` of its parts."""
        said = {"periode": (period or self.period).key, "mij": "1" if self.mine else None, "opgave": self.slug}
        return more | {name: value for name, value in said.items() if value}

    def opgaven(self) -> list[Followed]:
        """Of those that this visitor may see."""
        found = [opgave for opgave in followed(me()) if opgave.role is not None or not self.mine]
        return [opgave for opgave in found if self.slug in {None, opgave.slug}]


def _address(opgave: PublicOpgave) -> str:
    return current_settings().base_url + url_for("public.opgave", slug=opgave.slug)


@dataclass(frozen=True, kw_only=True)
class PeriodPage(Page):
    """The base of a page for the council: what it shows besides its opgaven."""

    wanted: CouncilFilter
    voices: Sequence[str] = VOICES
    words: ModuleType = words
    address: Callable[[PublicOpgave], str] = _address
    period: Period = field(init=False)
    spans: Sequence[Period] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "period", self.wanted.period)
        object.__setattr__(self, "spans", [self.wanted.period.over(span) for span in Span])


@dataclass(frozen=True, kw_only=True)
class CouncilPage(PeriodPage):
    """The page for the council: all opgaven that somebody may see, over one period."""

    template: ClassVar[str] = "managers/council/index.html"
    told: Sequence[CouncilEntry]
    internal: Sequence[Followed]
    text: str


@dataclass(frozen=True, kw_only=True)
class CouncilLinePage(PeriodPage):
    """The page for the council of one opgave, with the line that a manager writes about it."""

    template: ClassVar[str] = "managers/council/line.html"
    opgave: Opgave
    one: CouncilEntry | None
    form: LineForm | None
    again: AgainForm | None
    months: Sequence[Month]
    text: str
    here: str


@bp.get("/raad", endpoint="index")
@signed_in()
def show_council() -> ResponseReturnValue:
    """All opgaven that somebody may see, over one period."""
    wanted = CouncilFilter.from_address()
    opgaven = wanted.opgaven()
    told = council_entries([opgave.id for opgave in opgaven], wanted.period)
    public = {entry.opgave.number for entry in told}
    return render(
        CouncilPage(
            wanted=wanted,
            told=told,
            internal=[opgave for opgave in opgaven if opgave.id not in public],
            text=_text(told, wanted.period),
        )
    )


@bp.get("/raad.csv", endpoint="as_csv")
@signed_in()
def download_council() -> ResponseReturnValue:
    wanted = CouncilFilter.from_address()
    told = council_entries([opgave.id for opgave in wanted.opgaven()], wanted.period)
    return spreadsheets.download(f"raad-{wanted.period.key}", spreadsheet_rows(told, wanted.period, _address))


@bp.get("/raad/<slug>", endpoint="line")
@allow(*READERS)
def show_council_line(opgave: Opgave) -> ResponseReturnValue:
    """One opgave over one period, with the words to change."""
    wanted = CouncilFilter.from_address()
    told = _one(opgave, wanted.period)
    return _page(opgave, wanted, told, form_of(told) if told else None)


@bp.post("/raad/<slug>", endpoint="write")
@allow(*MANAGERS)
def edit_council_line(opgave: Opgave) -> ResponseReturnValue:
    """Say it in other words. Nothing else changes by it."""
    wanted = CouncilFilter.from_address()
    told = _one(opgave, wanted.period)
    if told is None:  # set back to internal while somebody wrote
        return _page(opgave, wanted, None, LineForm()), 409
    form = form_sent(told)
    if status := form.waits():
        return _page(opgave, wanted, told, form), status
    if told.line is None and not any(form.texts.values()) and form.programme.data == told.programme:
        say(_("Er staat wat het bord zegt."))
        return saved(_here(opgave, wanted.period))
    kept = line_to_write(opgave, wanted.period)
    try:
        kept.write(form.programme.data or "", form.texts, form.when_seen, form.stated_reason, me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, wanted, told, form), 422
    session.add(kept)
    return done(_here(opgave, wanted.period), _("Bewaard. Zo leest de raad het."), form)


@bp.post("/raad/<slug>/opnieuw", endpoint="begin_again")
@allow(*MANAGERS)
def reset_council_line(opgave: Opgave) -> ResponseReturnValue:
    """Back to what the board says now."""
    wanted = CouncilFilter.from_address()
    told = _one(opgave, wanted.period)
    line = told.line if told else None
    if line is None or not line.is_edited:
        return saved(_here(opgave, wanted.period))
    form = AgainForm.sent_on({}, line, facts=[as_they_stand(line)])
    if form.waits():
        for words in form.happened:
            say(str(words))
        return saved(_here(opgave, wanted.period))
    line.begin_again()
    return done(_here(opgave, wanted.period), _("Er staat weer wat het bord nu zegt."))


def _one(opgave: Opgave, period: Period) -> CouncilEntry | None:
    """None when inwoners cannot read this opgave."""
    return next(iter(council_entries([opgave.id], period)), None)


def _page(opgave: Opgave, wanted: CouncilFilter, told: CouncilEntry | None, form: LineForm | None) -> str:
    return render(
        CouncilLinePage(
            wanted=wanted,
            opgave=opgave,
            one=told,
            form=form,
            again=AgainForm.on({}, [as_they_stand(told.line)]) if told and told.line else None,
            months=all_results(told.opgave, wanted.period) if told else [],
            text=_text([told], wanted.period) if told else "",
            here=_here(opgave, wanted.period),
        )
    )


def _text(told: list[CouncilEntry], period: Period) -> str:
    house: str = current_app.config["SETTINGS"].organisation
    return plain_text(told, period, house, _address)


def _here(opgave: Opgave, period: Period) -> str:
    return url_for("council.line", slug=opgave.slug, periode=period.key)
