"""Forms of the second block: a need, a signal, and each step on a signal."""

from collections.abc import Iterable
from textwrap import shorten
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField
from wtforms.validators import InputRequired

from board.blocks.citizen.labels import KIND_SLUGS, KINDS
from board.blocks.citizen.models import LONGEST_ACTION, Need, Signal
from board.blocks.citizen.queries.signal_rights import VisibleOpgave
from board.blocks.shared import occasion_fields
from board.blocks.shared.noted_forms import NotedForm
from board.core.opgaven.opgaven import Opgave, group_named
from board.core.people.lists import to_choose_from
from board.core.people.people import Person
from board.web.fields import Choice, Form, Making, line, options, text
from board.web.fields import text as words


class NeedForm(NotedForm):
    """A need: one sentence is enough."""

    text = text(
        _l("Wat zei de inwoner?"),
        needed=_l("Schrijf op wat je hoorde, in de woorden van de inwoner."),
        longest=500,
        reads="binnen",
        description=_l("In hun eigen woorden. Schrijf nooit op wie het zei."),
    )
    group = line(
        _l("Voor wie geldt dit?"),
        longest=80,
        description=_l("Bijvoorbeeld: huurders. Leeg laten mag."),
    )
    heard_where = occasion_fields.place_field()
    heard_on = occasion_fields.occasion_field()
    COLUMNS: ClassVar = {"group": "group_id"}

    def keep(self, need: Need, opgave: Opgave) -> None:
        """What was typed, on the need."""
        need.text, need.group = self.text.data, group_named(opgave, self.group.data or "")
        need.heard_where, need.heard_on = self.heard_where.data or "", occasion_fields.occasion_day(self.heard_on)


def need_fields(need: Need) -> dict[str, Any]:
    """The fields of a need as its form holds them."""
    return {
        "text": need.text,
        "group": need.group.name if need.group else "",
        "heard_where": need.heard_where,
        "heard_on": need.heard_on,
    }


# So much of a signal stands on a card that has no plan yet.
FEW_WORDS = 80


class SignalForm(NotedForm):
    """A signal: one sentence is enough, and everything else may wait."""

    text = words(
        _l("Wat hoorde of zag je?"),
        needed=_l("Schrijf op wat je hoorde of zag. Eén zin is genoeg."),
        longest=500,
        reads="binnen",
        description=_l("Het liefst in de woorden van de inwoner. Schrijf nooit op wie het was."),
    )
    kind = RadioField(
        _l("Wat is het?"),
        choices=options((slug, KINDS[kind]) for slug, kind in KIND_SLUGS.items()),
        default="vraag",
        validators=[Choice()],
    )
    behind = words(
        _l("Wat zit erachter?"),
        longest=2000,
        reads="binnen",
        description=_l("Kijk een stap verder dan de vraag. Wat speelt er nog meer?"),
    )
    heard_where = occasion_fields.place_field()
    heard_on = occasion_fields.occasion_field()
    opgave = SelectField(_l("Hoort het bij een opgave?"), coerce=int, default=0, validators=[Choice()])
    plan = words(
        _l("Wat zouden we kunnen doen?"),
        longest=2000,
        rows=2,
        description=_l("Begin met een werkwoord. Leeg laten mag: dat kan ook later."),
    )
    wanted_by = occasion_fields.optional_day_field(_l("Voor welke dag moet het?"))
    COLUMNS: ClassVar = {"opgave": "opgave_id"}

    def offer(self, places: Iterable[VisibleOpgave], signal: Signal | None = None) -> None:
        """The opgaven that this person sees; the one it has stays, also for who may not know which."""
        pairs: list[tuple[int, Any]] = [(place.id, place.short_name) for place in places]
        has = signal.opgave_id if signal else None
        if has and has not in dict(pairs):
            pairs.append((has, _l("de opgave waar het bij hoort")))
        self.opgave.choices = options([(0, _l("nog niet, of ik weet het niet")), *pairs])

    def keep(self, signal: Signal) -> None:
        """What was typed, on the signal."""
        signal.text, signal.kind = self.text.data, KIND_SLUGS[self.kind.data or "vraag"]
        signal.behind, signal.plan = self.behind.data or "", self.plan.data or ""
        signal.heard_where, signal.heard_on = self.heard_where.data or "", occasion_fields.occasion_day(self.heard_on)
        signal.opgave_id, signal.wanted_by = self.opgave.data or None, self.wanted_by.data


class StepForm(Form):
    """A step from a page that wants to be seen again afterwards."""

    verder = HiddenField()


class TellBackForm(NotedForm):
    """“Teruggekoppeld.”"""

    verder = HiddenField()
    told = words(
        _l("Wat hoorde de inwoner van ons?"),
        needed=_l("Schrijf in één zin wat de inwoner van ons hoorde."),
        longest=1000,
        reads="binnen",
        description=_l("Eén zin is genoeg. Schrijf nooit op wie het was."),
    )
    told_on = occasion_fields.optional_day_field(_l("Wanneer?"))

    @staticmethod
    def of(signal: Signal) -> dict[str, Any]:
        """What the inwoner was told, as the form shows it; nothing as long as nobody told them."""
        return {"told": signal.told, "told_on": signal.told_on} if signal.told_on else {"told": ""}


class NotNowForm(StepForm):
    """“Nu niet”, with the reason."""

    because = words(
        _l("Waarom nu niet?"),
        needed=_l("Schrijf op waarom het nu niet kan. Dan hoeft niemand ernaar te raden."),
        longest=280,
        rows=2,
    )


class HandOverForm(Form):
    """To which colleague."""

    to = SelectField(
        _l("Wie gaat hiermee verder?"),
        coerce=int,
        validators=[InputRequired(_l("Kies een collega."))],
    )

    def offer(self, people: Iterable[Person]) -> None:
        self.to.choices = options(to_choose_from(people))


class SignalCardForm(Making, StepForm):
    """What the card does, and on which board; without a choice it is the board of its own opgave."""

    action = line(_l("Wat doen we? Begin met een werkwoord"), longest=LONGEST_ACTION)
    opgave = SelectField(_l("Op welk bord?"), coerce=int, default=0, validators=[Choice()])

    def offer(self, boards: Iterable[VisibleOpgave]) -> None:
        pairs: list[tuple[int, Any]] = [(place.id, place.short_name) for place in boards]
        # One board needs no choice.
        self.opgave.choices = options(pairs if len(pairs) == 1 else [(0, _l("kies een bord")), *pairs])


def first_step(signal: Signal) -> str:
    """What a card of this signal does: the plan, and without one a first step that somebody can say better."""
    return signal.plan or _("Bel terug over: %(what)s", what=shorten(signal.text, FEW_WORDS, placeholder="…"))


def signal_fields(signal: Signal) -> dict[str, Any]:
    """The fields of a signal as its form holds them."""
    names = ("text", "behind", "heard_where", "heard_on", "plan", "wanted_by")
    fields = {name: getattr(signal, name) for name in names}
    slugs = {kind: slug for slug, kind in KIND_SLUGS.items()}
    return fields | {"kind": slugs[signal.kind], "opgave": signal.opgave_id or 0}
