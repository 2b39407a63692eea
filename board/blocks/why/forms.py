"""What the why asks: a worry in the first person, a sentence that keeps it alive, and a story behind it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField

from board.blocks.shared import occasion_fields
from board.blocks.shared.noted_forms import NotedForm
from board.blocks.why.models import Story
from board.blocks.why.queries.reasons import Why, key
from board.core.opgaven.worries import Worry
from board.web.fields import Choice, PublicationReasonForm, line, options
from board.web.fields import text as words
from board.web.merging import EditForm


class WorryForm(NotedForm):
    """Signing a worry."""

    text = words(
        _l("Waar lig je wakker van?"),
        needed=_l("Schrijf op waar je wakker van ligt. Eén zin is genoeg."),
        longest=500,
        reads="zorg",
        description=_l("In de ik-vorm: wat zag of hoorde je dat je niet loslaat?"),
    )
    signed_as = line(
        _l("Onderteken met je functie in plaats van je naam"),
        longest=80,
        description=_l("Leeg laten mag. Dan staat je eigen naam eronder."),
    )


class RewriteForm(PublicationReasonForm, WorryForm):
    """Refining a worry that stands there already, signed by a name or by a role."""

    @staticmethod
    def of(worry: Worry) -> dict[str, Any]:
        """The form of a worry as it is now."""
        return {"text": worry.text, "signed_as": worry.signed_as}

    def keeps_a_signer(self, worry: Worry) -> bool:
        """Whether somebody still signs; a role cannot become a name by leaving it out."""
        if worry.person is None and not self.signed_as.data:
            self.signed_as.errors = [_l("Schrijf met welke functie dit ondertekend is.")]
            return False
        return True


class CheckForm(NotedForm):
    """Still awake of it: one new sentence."""

    sentence = words(
        _l("Lig je er nog wakker van?"),
        needed=_l("Schrijf één nieuwe zin: wat zag of hoorde je sinds de vorige keer?"),
        longest=500,
        reads="zorg",
        description=_l("Eén nieuwe zin: wat zag of hoorde je sinds de vorige keer?"),
    )
    verder = HiddenField()


class StoryForm(NotedForm):
    """A story: one field is enough."""

    story = words(
        _l("Wat maakte een inwoner mee?"),
        needed=_l("Schrijf op wat een inwoner meemaakte. Een paar zinnen is genoeg."),
        longest=2000,
        reads="binnen",
        description=_l("Zonder naam, adres of iets anders waaraan je iemand herkent."),
    )
    heard_where = occasion_fields.place_field()
    heard_on = occasion_fields.occasion_field()
    COLUMNS: ClassVar = {"story": "text"}

    def keep(self, story: Story) -> None:
        """What was typed, on the story."""
        story.text = self.story.data
        story.heard_where, story.heard_on = self.heard_where.data or "", occasion_fields.occasion_day(self.heard_on)


def story_fields(story: Story) -> dict[str, Any]:
    """The fields of a story as its form holds them."""
    return {
        "story": story.text,
        "heard_where": story.heard_where,
        "heard_on": story.heard_on,
    }


class ReasonForm(EditForm):
    """Which worry or story a card answers."""

    waarom = SelectField(_l("Waarom doen we dit?"), validators=[Choice()])
    verder = HiddenField()

    def offer(self, choices: Iterable[Why]) -> None:
        self.waarom.choices = options([("", ""), *((key(why), why.text) for why in choices)])
