"""What the fifth block asks: a talent the work needs, what somebody can, and what helped another team."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField
from wtforms.validators import InputRequired

from board.blocks.shared.noted_forms import NotedForm
from board.blocks.talents.labels import KINDS
from board.blocks.talents.models import LONGEST_TALENT, Talent, TalentKind
from board.blocks.talents.queries.people import SHOWN, Colleague, Match, who_can
from board.blocks.talents.queries.requests import RequestWithOffers
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.web.fields import Making, line, options, text, whole_number
from board.web.guards import me


class TalentRequestForm(NotedForm):
    """Asking for a talent takes one field."""

    words = line(
        _l("Welk talent zoek je?"),
        needed=_l("Schrijf op wat iemand moet kunnen of willen, bijvoorbeeld: filmpje maken."),
        longest=LONGEST_TALENT,
        description=_l("In gewone woorden, bijvoorbeeld: filmpje maken."),
    )
    more = line(
        _l("Hoeveel tijd kost het?"),
        longest=280,
        description=_l("Mag leeg blijven. Bijvoorbeeld: een kwartier, maandag om tien uur."),
    )
    # Whom to ask at once, from “Wie weet hier iets van?”.
    wie = HiddenField()


class ColleagueForm(Making):
    """Who could do it: one of all colleagues."""

    person = SelectField(_l("Wie kan en wil dit?"), validators=[InputRequired(_l("Kies een collega."))])

    def offer(self, fitting: Sequence[Match], everybody: Sequence[Colleague]) -> None:
        """Whose own words fit stand first, with those words."""
        first = [(str(match.colleague.id), f"{match.colleague.name}: {match.text}") for match in fitting]
        known = {number for number, _words in first}
        others = [(str(colleague.id), colleague.name) for colleague in everybody if str(colleague.id) not in known]
        self.person.choices = options([("", _l("kies een collega")), *first, *others])


class StepForwardForm(Making):
    """“Dat kan ik”: one press, with a word when somebody wants."""

    text = line(_l("Zeg er iets bij"), longest=280)


class TalentForm(NotedForm):
    """What somebody says of themself; nobody else can write it down."""

    text = line(
        _l("Wat kun je, of wat wil je leren?"),
        needed=_l("Schrijf één ding op, in je eigen woorden."),
        longest=LONGEST_TALENT,
        description=_l("In je eigen woorden, bijvoorbeeld: ik schrijf brieven die iedereen snapt."),
    )
    kind = RadioField(
        _l("Is dit iets wat je kunt of wilt leren?"),
        choices=options((kind.value, label) for kind, label in KINDS.items()),
        default=TalentKind.CAN.value,
    )

    @staticmethod
    def of(talent: Talent) -> dict[str, Any]:
        """What somebody wrote of themself, as the form shows it."""
        return {"text": talent.text, "kind": talent.kind.value}


class SituationForm(NotedForm):
    """When a lesson helps; its words are those of the result."""

    situation = line(
        _l("Wanneer helpt dit een ander?"),
        longest=280,
        description=_l("Noem de situatie. Bijvoorbeeld: iemand neemt de telefoon niet op."),
    )


class LessonForm(SituationForm):
    """The lesson of a stopped card."""

    text = text(_l("Wat leerden we?"), needed=_l("Schrijf op wat jullie leerden."), longest=1000, rows=3)


class UseForm(Making):
    """“Heb ik gebruikt”: where. With one opgave it is one press."""

    where = SelectField(_l("Waar gebruikte je dit?"), validate_choice=True)

    def offer(self, opgaven: Sequence[Opgave], cards: Sequence[Card]) -> None:
        """One's own opgaven, each with its open cards."""
        choices: dict[Any, list[tuple[str, Any]]] = {}
        for opgave in opgaven:
            own = [card for card in cards if card.opgave_id == opgave.id]
            choices[opgave.short_name] = [
                (f"o{opgave.id}", _l("%(name)s, niet bij één kaart", name=opgave.short_name)),
                *((f"k{card.id}", card.action) for card in own),
            ]
        self.where.choices = choices

    def place(self, opgaven: Sequence[Opgave], cards: Sequence[Card]) -> tuple[Opgave, Card | None]:
        """The chosen opgave, and the card when one was chosen."""
        number = whole_number(str(self.where.data)[1:])
        if str(self.where.data).startswith("k"):
            card = next(card for card in cards if card.id == number)
            return next(opgave for opgave in opgaven if opgave.id == card.opgave_id), card
        return next(opgave for opgave in opgaven if opgave.id == number), None


def form_for(talent: RequestWithOffers, everybody: Sequence[Colleague]) -> ColleagueForm:
    """Whom somebody may think of: who was not asked yet, and first whose own words fit."""
    form = ColleagueForm(formdata=None).beside_others(talent.request.id)
    card = talent.request.card
    # Who would do it themself says so on the page of the block.
    without = talent.known | {me().id} | ({card.owner_id} if card and card.owner_id else set())
    fitting = who_can(talent.request.words, without, everybody)
    form.offer(fitting, _few([colleague for colleague in everybody if colleague.id not in without]))
    return form


def _few(colleagues: Sequence[Colleague]) -> Sequence[Colleague]:
    """Everybody, as long as a list can be read; in a large house those who wrote what they can or want to learn."""
    return colleagues if len(colleagues) <= SHOWN else [colleague for colleague in colleagues if colleague.said][:SHOWN]
