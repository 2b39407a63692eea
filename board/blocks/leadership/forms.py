"""What the fourth block asks: words of who leads, one field each, and what a team needs."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, RadioField, SelectField, ValidationError
from wtforms.validators import InputRequired

from board.blocks.leadership.labels import ANSWERS, KINDS
from board.blocks.leadership.models import Decision, LeaderNote, OpenQuestion, SupportKind, SupportRequest
from board.blocks.shared import occasion_fields
from board.blocks.shared.noted_forms import NotedForm
from board.core.record.weeks import today
from board.web.fields import line, options, text
from board.web.merging import Fact


class OwnSentenceForm(NotedForm):
    """Dit raakt mij omdat…"""

    COLUMNS: ClassVar = {"touches": "text"}

    touches = text(
        _l("Dit raakt mij omdat…"),
        needed=_l("Schrijf één zin. Wat raakt jou hierin?"),
        longest=280,
        description=_l("Eén zin van jezelf. Alleen jij kunt hem veranderen."),
        rows=2,
    )


class LeaderNoteForm(NotedForm):
    """A word to the team."""

    COLUMNS: ClassVar = {"note": "text"}

    note = text(
        _l("Wat wil je het team vertellen?"),
        needed=_l("Schrijf op wat je wilt vertellen."),
        description=_l("Wat zag je, wat deed je, wat lukte niet?"),
    )
    did_not_work = BooleanField(_l("Dit werkte niet"), description=_l("Zo leren anderen ervan mee."))

    def into(self, note: LeaderNote) -> None:
        note.edit(self.note.data, self.did_not_work.data)

    @staticmethod
    def of(note: LeaderNote) -> dict[str, Any]:
        """What the form shows of a note that is there."""
        return {"note": note.text, "did_not_work": note.did_not_work}


class DecisionForm(NotedForm):
    """What was decided; one sentence is enough."""

    COLUMNS: ClassVar = {"decision": "text"}

    decision = text(
        _l("Wat besluit je?"),
        needed=_l("Schrijf op wat je besluit. Eén zin is genoeg."),
        longest=500,
        description=_l("In je eigen woorden. Ook “dit doen we niet” is een besluit."),
        rows=2,
    )
    why = text(_l("Waarom?"), rows=2)
    not_known_yet = text(_l("Wat weten we nog niet?"), rows=2)
    decided_on = occasion_fields.optional_day_field(_l("Wanneer?"))

    def validate_decided_on(self, field: DateField) -> None:
        """What will be decided is not decided."""
        if field.data > today():
            raise ValidationError(_l("Kies een dag die al geweest is."))

    def into(self, decision: Decision) -> None:
        day = self.decided_on.data or decision.decided_on or today()
        decision.edit(self.decision.data, day, self.why.data or "", self.not_known_yet.data or "")

    @staticmethod
    def of(decision: Decision) -> dict[str, Any]:
        """What the form shows of a decision that is there."""
        said = {"why": decision.why, "not_known_yet": decision.not_known_yet, "decided_on": decision.decided_on}
        return {"decision": decision.text, **said}


class QuestionForm(NotedForm):
    """Dat weet ik nog niet."""

    COLUMNS: ClassVar = {"question": "text", "known": "answer"}

    question = text(
        _l("Wat weet je nog niet?"),
        needed=_l("Schrijf op wat je nog niet weet."),
        longest=500,
        description=_l("Niemand hoeft alles te weten. Het team zoekt met je mee."),
        rows=2,
    )

    def into(self, question: OpenQuestion) -> None:
        question.edit(self.question.data, question.answer or "", today())


class KnownForm(QuestionForm):
    """What was not known, and perhaps by now is."""

    known = text(_l("Wat weet je nu?"), description=_l("Leeg laten mag: dan is het nog open."))

    def into(self, question: OpenQuestion) -> None:
        question.edit(self.question.data, self.known.data or "", today())

    @staticmethod
    def of(question: OpenQuestion) -> dict[str, Any]:
        """What the form shows of a question that is there."""
        return {"question": question.text, "known": question.answer}


class SupportForm(NotedForm):
    """Wat heb je nodig?"""

    COLUMNS: ClassVar = {"support": "text", "support_kind": "kind", "support_rule": "rule"}

    support = line(_l("Wat heb je nodig?"), needed=_l("Schrijf in één zin op wat je nodig hebt."), longest=500)
    support_kind = SelectField(
        _l("Wat voor hulp is dat?"), choices=options((kind.value, words) for kind, words in KINDS.items())
    )
    support_rule = line(
        _l("Welke regel staat in de weg?"),
        longest=120,
        description=_l("In gewone woorden. Zo tellen we hoe vaak een regel in de weg staat, zonder namen."),
    )

    def into(self, request: SupportRequest) -> None:
        request.ask(SupportKind(self.support_kind.data), self.support.data, self.support_rule.data or "")

    @staticmethod
    def of(request: SupportRequest) -> dict[str, Any]:
        """What the form shows of a request that is there."""
        return {"support": request.text, "support_kind": request.kind.value, "support_rule": request.rule}


class AnswerForm(NotedForm):
    """Yes, no, or not known yet."""

    answer = RadioField(
        _l("Jouw antwoord"),
        choices=options((answer.value, words) for answer, words in ANSWERS.items()),
        validators=[InputRequired(_l("Kies ja, nee, of dat weet ik nog niet."))],
    )
    reason = text(
        _l("Wat zeg je erbij?"),
        longest=500,
        description=_l("Bij nee: waarom. Bij “dat weet ik nog niet”: wat je uitzoekt, en wanneer je het weet."),
        rows=2,
    )

    @staticmethod
    def of(request: SupportRequest) -> dict[str, Any]:
        """What was answered, as the form shows it; a request that is still open waits for another answer."""
        answered = not request.is_open and request.answer
        return {"answer": answered.value, "reason": request.reason} if answered else {"answer": "", "reason": ""}

    @staticmethod
    def facts(request: SupportRequest) -> list[Fact]:
        """What is asked, and what was said to it while it stayed open: who answers has read that."""
        said = f"{request.answer.value}: {request.reason}" if request.is_open and request.answer else ""
        return [
            Fact("vraag", request.text, _l("De vraag is intussen anders opgeschreven. Lees haar hierboven.")),
            Fact("nog-niet", said, _l("Een collega antwoordde intussen. Lees het hierboven.")),
        ]


class ThanksForm(NotedForm):
    """A short word on a result."""

    thanks = line(
        _l("Wat wil je zeggen?"),
        needed=_l("Schrijf één zin. Waar ben je blij mee?"),
        longest=140,
        description=_l("Het hele team leest dit. Inwoners niet."),
    )


class TeamQuestionForm(NotedForm):
    """The one question to a team."""

    team_question = line(
        _l("Wat wil je weten?"),
        needed=_l("Schrijf je vraag op."),
        longest=280,
        description=_l("Eén vraag tegelijk. Het team ziet hem op Vandaag."),
    )


class TeamAnswerForm(NotedForm):
    """What the team says to it."""

    COLUMNS: ClassVar = {"team_answer": "answer"}

    team_answer = text(
        _l("Wat zeggen jullie?"), needed=_l("Schrijf het antwoord op. Eén zin is genoeg."), longest=1000, rows=2
    )
