"""The pages of the why: sign a worry, say to be still awake of it, read the earlier ones, and refine them."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from board.blocks.answers import of_one
from board.blocks.shared.authorship import may_rewrite
from board.blocks.shared.occasion_fields import PLACES
from board.blocks.why import rules
from board.blocks.why.forms import CheckForm, StoryForm, WorryForm
from board.blocks.why.queries import heartbeats, reasons, stories
from board.blocks.why.slots import review
from board.core.opgaven import worries
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.web.fields import Act, PublicationReasonForm
from board.web.guards import READERS, allow

bp = Blueprint("why", __name__, url_prefix="/bord/opgaven/<slug>/waarom")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return page(opgave)


def here(opgave: Opgave) -> str:
    """The page of the why."""
    return url_for("why.index", slug=opgave.slug)


def page(opgave: Opgave, **forms: Any) -> str:
    """The page of the why, with what was just typed in one of its forms."""
    found, said = worries.worries(opgave), heartbeats.checks_by_worry(worries.checks(opgave))
    return render_template(
        "blocks/why/index.html",
        opgave=opgave,
        progress=of_one(review.progress, opgave, today()),
        worries=found,
        said=said,
        may_rewrite=may_rewrite,
        act=Act(formdata=None),
        stories=stories.stories(opgave),
        answered_by=reasons.answered_by(opgave),
        without=reasons.how_many_without(opgave),
        has_open=reasons.has_open_cards(opgave),
        places=PLACES,
        tip=rules.analysis_words(found[0].text) if found and request.args.get("tip") else [],
        marked=rules.marked,
        sign_form=forms.get("sign_form") or WorryForm(formdata=None),
        show_form=forms.get("show_form") or PublicationReasonForm(formdata=None),
        check_form=forms.get("check_form") or CheckForm(formdata=None),
        story_form=forms.get("story_form") or StoryForm(formdata=None, heard_on=today()),
    )
