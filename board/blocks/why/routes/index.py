"""The pages of the why: sign a worry, say to be still awake of it, read the earlier ones, and refine them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from markupsafe import Markup

from board.blocks.answers import Progress, of_one
from board.blocks.shared.authorship import may_rewrite
from board.blocks.shared.occasion_fields import PLACES
from board.blocks.why import rules
from board.blocks.why.forms import CheckForm, StoryForm, WorryForm
from board.blocks.why.models import Story
from board.blocks.why.queries import heartbeats, reasons, stories
from board.blocks.why.slots import review
from board.core.opgaven import worries
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, WorryCheck
from board.core.record.weeks import today
from board.web.fields import Act, PublicationReasonForm
from board.web.guards import READERS, allow
from board.web.responses import Page, render

bp = Blueprint("why", __name__, url_prefix="/bord/opgaven/<slug>/waarom")


@bp.get("", endpoint="index")
@allow(*READERS)
def show_why(opgave: Opgave) -> ResponseReturnValue:
    return render(WhyPage.of(opgave))


def why_url(opgave: Opgave) -> str:
    """The page of the why."""
    return url_for("why.index", slug=opgave.slug)


@dataclass(frozen=True, kw_only=True)
class WhyPage(Page):
    """The page of the why. A form in which something was just typed takes the place of its empty one."""

    template: ClassVar[str] = "blocks/why/index.html"
    opgave: Opgave
    progress: Progress
    worries: Sequence[Worry]
    said: Mapping[int, list[WorryCheck]]
    stories: Sequence[Story]
    answered_by: Mapping[str, list[Card]]
    without: int
    has_open: bool
    tip: Sequence[str]
    places: Mapping[str, LazyString] = field(default_factory=lambda: PLACES)
    may_rewrite: Callable[[Any], bool] = may_rewrite
    marked: Callable[[str], Markup] = rules.marked
    act: Act = field(default_factory=lambda: Act(formdata=None))
    sign_form: WorryForm = field(default_factory=lambda: WorryForm(formdata=None))
    show_form: PublicationReasonForm = field(default_factory=lambda: PublicationReasonForm(formdata=None))
    check_form: CheckForm = field(default_factory=lambda: CheckForm(formdata=None))
    story_form: StoryForm = field(default_factory=lambda: StoryForm(formdata=None, heard_on=today()))

    @classmethod
    def of(cls, opgave: Opgave) -> Self:
        signed = worries.worries(opgave)
        return cls(
            opgave=opgave,
            progress=of_one(review.progress, opgave, today()),
            worries=signed,
            said=heartbeats.checks_by_worry(worries.checks(opgave)),
            stories=stories.stories(opgave),
            answered_by=reasons.answered_by(opgave),
            without=reasons.how_many_without(opgave),
            has_open=reasons.has_open_cards(opgave),
            tip=rules.analysis_words(signed[0].text) if signed and request.args.get("tip") else [],
        )
