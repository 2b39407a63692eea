"""What a card asks: what we do and who, and at the end what the inwoner notices."""

from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    DateField,
    RadioField,
    SelectField,
    SelectMultipleField,
    ValidationError,
)
from wtforms.validators import DataRequired
from wtforms.widgets import CheckboxInput, ListWidget

from board.blocks import BLOCKS
from board.core.opgaven.cards import Card
from board.core.opgaven.labels import LONGEST_LABEL
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome, Result
from board.core.people.people import Person
from board.core.record.weeks import Week, today
from board.web.fields import Choice, Making, PublicationReasonForm, line, names, options, sentence, text
from board.web.labels import EVIDENCE, OUTCOMES, week_days, week_name
from board.web.merging import EditForm


def _is_an_address(text: str) -> bool:
    """Whether a browser could go there; “https://[kijk.hier” is no place at all."""
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


class CardForm(EditForm):
    """Everything on a card but its state; a card needs no more than its action."""

    action = line(_l("Wat gaan we doen?"), needed=_l("Schrijf op wat je gaat doen."), longest=200, reads="doen")
    citizen_result = sentence(
        _l("Wat gaat de inwoner merken?"),
        longest=280,
        reads="merkt",
        description=_l("Eén zin tegen de inwoner: “U krijgt één brief in plaats van drie.”"),
    )
    owner_id = SelectField(_l("Wie pakt dit op?"), coerce=int)
    helpers = SelectMultipleField(
        _l("Wie helpt mee?"), coerce=int, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )
    block = SelectField(_l("Bouwsteen"), choices=options((block.key, block.title) for block in BLOCKS))
    week = SelectField(_l("Week"), coerce=int)
    group = line(_l("Voor wie?"), longest=80, description=_l("Een groep inwoners, bijvoorbeeld: huurders."))
    labels = names(
        _l("Labels"),
        longest=2000,
        description=_l("Woorden met een komma ertussen. Een label met een komma zet je tussen aanhalingstekens."),
    )
    description = text(
        _l("Toelichting"),
        longest=50_000,
        description=_l("Opmaak mag: **vet**, - lijstje, [link](https://…)."),
        rows=4,
    )
    COLUMNS: ClassVar = {"group": "group_id"}

    def validate_labels(self, field: Any) -> None:
        too_long = [name for name in field.names(field.data or "") if len(name) > LONGEST_LABEL]
        if too_long:
            raise ValidationError(
                _("Dit label is te lang: “%(name)s”. Houd het bij %(max)d tekens.", name=too_long[0], max=LONGEST_LABEL)
            )

    def offer(self, people: list[tuple[int, str]], card: Card) -> None:
        """The people and weeks to choose from."""
        self.owner_id.choices = options([(0, _l("nog niemand")), *people])
        self.helpers.choices = options(people)
        this = Week.now()
        weeks = [this.plus(step) for step in range(5)]
        if card.week and Week.from_code(card.week) not in weeks:
            weeks = [Week.from_code(card.week), *weeks]
        named = [(week.code, f"{week_name(week)} ({week_days(week)})") for week in weeks]
        self.week.choices = options([(0, _l("nog geen week")), *named])


class ResultForm(Making, PublicationReasonForm, EditForm):
    """Finishing asks what the inwoner notices now, and how it went."""

    sentence = sentence(
        _l("Wat merkt de inwoner nu?"),
        needed=_l("Schrijf in één zin op wat de inwoner nu merkt."),
        longest=280,
        reads="merkt",
        description=_l("Eén zin voor iedereen. Zeg wat er anders is, niet wat wij allemaal deden."),
    )
    outcome = RadioField(
        _l("Hoe liep het?"),
        choices=options((outcome.value, word) for outcome, word in OUTCOMES.items()),
        default=Outcome.SUCCEEDED.value,
    )
    lesson = text(
        _l("Wat leerden we?"),
        longest=1000,
        reads="tekst",
        description=_l("Bij ‘niet gelukt’ hoort wat we leerden. Anders mag dit leeg blijven."),
        rows=2,
    )
    situation = line(
        _l("Wanneer helpt dit een ander?"),
        longest=280,
        description=_l("Mag leeg blijven. Bijvoorbeeld: iemand neemt de telefoon niet op."),
    )
    deed = line(
        _l("Wat we deden"),
        longest=280,
        reads="gedaan",
        description=_l("Staat klein onder de zin. Pas het aan als een inwoner het anders zou zeggen."),
    )
    happened_on = DateField(_l("Wanneer merkte de inwoner het?"), validators=[DataRequired(_l("Kies een dag."))])
    evidence_kind = RadioField(
        _l("Hoe weten we dat?"),
        choices=options([("", _l("Dat zeggen we niet")), *((kind.value, word) for kind, word in EVIDENCE.items())]),
        default="",
        validators=[Choice()],
    )
    evidence_text = line(_l("In een paar woorden"), longest=280, reads="tekst")
    evidence_url = line(_l("Adres van de foto of de pagina"), longest=500)
    TOGETHER: ClassVar = (("evidence_kind", "evidence_text", "evidence_url"),)

    def validate_happened_on(self, field: Any) -> None:
        if field.data and field.data > today():
            raise ValidationError(_l("Deze dag moet nog komen. Kies vandaag of eerder."))
        if field.data and field.data < date(2000, 1, 1):
            raise ValidationError(_l("Deze dag is te lang geleden."))

    def validate_lesson(self, field: Any) -> None:
        if self.outcome.data == Outcome.LEARNED.value and not field.data:
            raise ValidationError(_l("Schrijf op wat je leerde. Daar heeft een ander iets aan."))

    def validate_evidence_text(self, field: Any) -> None:
        if self.evidence_kind.data in {"count", "quote"} and not field.data:
            raise ValidationError(_l("Zeg in een paar woorden wat je telde of hoorde."))

    def validate_evidence_url(self, field: Any) -> None:
        if self.evidence_kind.data not in {"photo", "link"}:
            return
        if not (field.data or "").startswith(("https://", "http://")) or any(c.isspace() for c in field.data):
            raise ValidationError(_l("Een adres begint met https:// en heeft geen spaties."))
        if not _is_an_address(field.data):
            raise ValidationError(_l("Dit adres klopt niet. Open de pagina en neem het over uit de adresbalk."))

    @property
    def texts(self) -> tuple[str, ...]:
        """What citizens would read of it."""
        known = self.evidence or Evidence(EvidenceKind.QUOTE)
        return self.sentence.data or "", self.deed.data or "", self.lesson.data or "", known.text, known.url

    @property
    def evidence(self) -> Evidence | None:
        if not self.evidence_kind.data:
            return None
        kind = EvidenceKind(self.evidence_kind.data)
        url = self.evidence_url.data or "" if kind in {EvidenceKind.PHOTO, EvidenceKind.LINK} else ""
        return Evidence(kind, self.evidence_text.data or "", url)

    def write(self, result: Result, by: Person) -> None:
        """Put what was filled in on the result. Raises PersonalData when citizens would read some at once."""
        if result.is_public:
            result.require_reason(self.texts, self.stated_reason, by)
        result.know_by(self.evidence)
        result.edit(
            sentence=self.sentence.data or "",
            outcome=Outcome(self.outcome.data),
            happened_on=self.happened_on.data,
            deed=self.deed.data or "",
            lesson=self.lesson.data or "",
        )


class WithdrawForm(PublicationReasonForm):
    """Taking a result back asks for the reason that will stand there instead."""

    reason = line(
        _l("Waarom trekken we dit in?"),
        needed=_l("Schrijf op waarom. Die zin komt op de plek van het resultaat te staan."),
        longest=280,
        reads="tekst",
        description=_l("Deze zin komt openbaar op de plek van het resultaat."),
    )


class StopForm(Making, EditForm):
    """Stopping asks nothing; what we learned helps somebody else."""

    lesson = text(
        _l("Wat leerden we?"),
        longest=1000,
        description=_l("Mag leeg blijven. Wat je opschrijft staat bij Geleerd, voor alle teams."),
        rows=2,
    )
    situation = line(
        _l("Wanneer helpt dit een ander?"),
        longest=280,
        description=_l("Noem de situatie. Bijvoorbeeld: iemand neemt de telefoon niet op."),
    )


class SplitForm(Making, EditForm):
    """Splitting asks for the first small step; the rest stays."""

    COLUMNS: ClassVar = {"rest": "action"}

    first = line(
        _l("Wat is de eerste kleine stap?"),
        needed=_l("Schrijf op wat je als eerste doet."),
        longest=200,
        description=_l("Kan dit deze week voor één inwoner, één straat of één balie?"),
    )
    rest = line(_l("En wat blijft er dan over?"), needed=_l("Schrijf op wat er overblijft."), longest=200)
