"""The forms of the building blocks."""

from collections.abc import Callable
from typing import Any

from board.blocks.citizen.models import Need, Signal
from board.blocks.increments.models import BigResult
from board.blocks.leadership.models import (
    Decision,
    LeaderAnswer,
    LeaderNote,
    OpenQuestion,
    OwnSentence,
    SupportKind,
    SupportRequest,
    TeamQuestion,
)
from board.blocks.talents.models import Talent, TalentRequest
from board.blocks.why.models import Story
from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import WorryCheck, sign
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from board.db import Base, session
from tests.builders import Builder
from tests.two_at_once import TwoAtOnce


def _noted(kind: Callable[[Opgave, Person], Base], where: str) -> Callable[[Builder, Opgave, Person], str]:
    """Something that a team noted; `where` is its address behind that of the opgave."""

    def made(_a: Builder, opgave: Opgave, me: Person) -> str:
        thing: Any = kind(opgave, me)
        session.add(thing)
        session.flush()
        return f"/bord/opgaven/{opgave.slug}/{where.format(thing.id)}"

    return made


def _check(opgave: Opgave, me: Person) -> WorryCheck:
    return sign(opgave, "Ik lig wakker van de post.", me).confirm("Nog steeds.", me, today())


def _request(opgave: Opgave, me: Person) -> SupportRequest:
    return SupportRequest(opgave=opgave, kind=SupportKind.TIME, text="tijd", asked_by=me, asked_on=today())


def _answered(opgave: Opgave, me: Person) -> SupportRequest:
    request = _request(opgave, me)
    request.reply(LeaderAnswer.YES, "Doe maar.", me, today())
    return request


def _signal(_a: Builder, opgave: Opgave, _me: Person) -> str:
    signal = Signal(opgave=opgave, text="Wie helpt mij?", heard_on=today())
    session.add(signal)
    session.flush()
    signal.claim(_me, today())
    return f"/bord/signalen/{signal.id}/wijzig"


def _lesson(a: Builder, opgave: Opgave, _me: Person) -> str:
    card = a.card(opgave, state=CardState.DOING)
    card.stop("Bel na vijven.")
    session.flush()
    assert card.lesson
    return f"/bord/opgaven/{opgave.slug}/talenten/geleerd/{card.lesson.id}"


def _talent(_a: Builder, _opgave: Opgave, me: Person) -> str:
    talent = Talent(person=me, text="ik film graag")
    session.add(talent)
    session.flush()
    return f"/bord/mensen/ik/{talent.id}"


def _own_sentence(opgave: Opgave, me: Person) -> OwnSentence:
    return OwnSentence(opgave_id=opgave.id, person=me, text="mijn zus")


BLOCKS = {
    "a worry": TwoAtOnce(
        _noted(lambda opgave, me: sign(opgave, "Ik lig wakker van de post.", me), "waarom/zorgen/{}"),
        ("text", "Ik lig wakker van de brieven."),
        role=Role.LEAD,
        alone=True,
    ),
    "a sentence that keeps it alive": TwoAtOnce(
        _noted(_check, "waarom/zinnen/{}"), ("sentence", "Vandaag weer."), role=Role.LEAD, alone=True
    ),
    "a story": TwoAtOnce(
        _noted(lambda opgave, _: Story(opgave=opgave, text="31 brieven.", heard_on=today()), "waarom/verhalen/{}"),
        ("story", "Iemand telde 32 brieven."),
        ("heard_where", "balie"),
        role=Role.LEAD,
    ),
    "a need": TwoAtOnce(
        _noted(lambda opgave, _: Need(opgave=opgave, text="Bel mij eerst", heard_on=today()), "inwoner/{}"),
        ("text", "Bel mij na vijven"),
        ("group", "huurders"),
        role=Role.LEAD,
    ),
    "a signal": TwoAtOnce(_signal, ("text", "Wie helpt mij nu?"), ("plan", "Bel terug"), alone=True),
    "a bigger result": TwoAtOnce(
        _noted(lambda opgave, _: BigResult(opgave=opgave, sentence="U hoort altijd iets."), "klein/groter/{}"),
        ("sentence", "U hoort binnen een week iets."),
    ),
    "a note of who leads": TwoAtOnce(
        _noted(lambda opgave, me: LeaderNote(opgave_id=opgave.id, person=me, text="Hoi"), "leiderschap/notities/{}"),
        ("note", "Dag allemaal"),
        ("did_not_work", "y"),
        role=Role.LEAD,
        alone=True,
    ),
    "a decision": TwoAtOnce(
        _noted(
            lambda opgave, me: Decision(opgave_id=opgave.id, person=me, text="Stop.", decided_on=today()),
            "leiderschap/besluiten/{}",
        ),
        ("decision", "Wij stoppen."),
        ("why", "Te duur."),
        role=Role.LEAD,
        alone=True,
    ),
    "an open question": TwoAtOnce(
        _noted(
            lambda opgave, me: OpenQuestion(opgave_id=opgave.id, person=me, text="Mag dat?", asked_on=today()),
            "leiderschap/open-vragen/{}",
        ),
        ("question", "Mag dat nu?"),
        ("known", "Ja, dat mag."),
        role=Role.LEAD,
        alone=True,
    ),
    "the answer of a team": TwoAtOnce(
        _noted(
            lambda opgave, _: TeamQuestion(opgave=opgave, text="Wat helpt?", asked_on=today()),
            "leiderschap/vraag-aan-team/{}",
        ),
        ("team_answer", "Een vaste dag."),
    ),
    "my own sentence": TwoAtOnce(
        _noted(_own_sentence, "leiderschap/raakt-mij"), ("touches", "mijn moeder"), role=Role.LEAD, alone=True
    ),
    "a request for support": TwoAtOnce(
        _noted(_request, "leiderschap/vragen/{}"),
        ("support", "een ochtend tijd"),
        ("support_kind", "money"),
        alone=True,
    ),
    "the answer to a request": TwoAtOnce(
        _noted(_answered, "leiderschap/vragen/{}/antwoord"), ("reason", "Doe maar, tot mei."), role=Role.LEAD
    ),
    "a talent that is asked": TwoAtOnce(
        _noted(lambda opgave, _: TalentRequest(opgave=opgave, words="filmpje maken", asked_on=today()), "talenten/{}"),
        ("words", "filmpje knippen"),
        ("more", "een uur"),
    ),
    "a talent": TwoAtOnce(_talent, ("text", "ik film en knip"), ("kind", "wants"), alone=True),
    "a lesson": TwoAtOnce(_lesson, ("text", "Bel na zessen."), ("situation", "niemand neemt op")),
}
