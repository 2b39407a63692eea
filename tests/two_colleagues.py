"""Two colleagues who did everything on one opgave, and the same work spread over them in more than one way."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, Table, select, update

from board.blocks.citizen.models import Signal
from board.blocks.leadership.models import (
    Decision,
    LeaderAnswer,
    LeaderNote,
    OpenQuestion,
    SupportKind,
    SupportRequest,
    TeamQuestion,
    Thanks,
)
from board.blocks.talents.models import Talent, TalentRequest
from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import sign
from board.core.people.people import Person, Visibility
from board.core.publishing import result_photos, week_pages
from board.core.publishing.faces import FaceLimit
from board.core.record.photos import Photo, take
from board.core.record.pictures import WORK
from board.core.record.weeks import Week, today
from board.db import Base, ledger, session
from tests.builders import Builder
from tests.photos import picture

# So much of everything: it is on neither side of any list that shows “the last ten”.
MANY = 12
# Tables that name a person without telling of work.
NOT_WORK = {
    "board_import": "who brought a file in, beside the way back",
    "membership": "who is on the team; one for each person",
    "own_sentence": "one for each person who leads",
    "face_choice": "each person's own choices, kept as proof for them",
    "organisation": "one row",
    "known_browser": "the key of a browser that somebody used before",
    "removed_opgave": "who took an opgave away, once; for who answers for it",
    "sign_in": "the key of who is signed in",
    "password_link": "the key of who forgot the password",
    "upload": "a file that one person is bringing in now, and nobody else sees",
}


class TwoColleagues:
    """Sanne and Joris, who did a dozen of everything. Who did what: see `spread`."""

    def __init__(self, a: Builder, opgave: Opgave) -> None:
        self.a, self.opgave = a, opgave
        self.sanne, self.joris = (
            a.member(opgave, name=name, job_title="adviseur", visibility=Visibility.FULL)
            for name in ("Sanne Bakker", "Joris Smit")
        )
        ledger().who = self.sanne.id  # the history tells of them as well
        photo = take(picture(480, 360), WORK)
        for number in range(MANY):
            day = today() - timedelta(days=number)
            self._works(day, photo)
            self._leads(day, is_answered=number % 2 == 0)
            self._helps(day)
            page = week_pages.week_page(Week.now().plus(-number))
            page.write("Deze week regende het.", self.sanne)
            session.add(page)
            session.commit()
        ledger().who = None

    def _works(self, day: date, photo: Photo) -> None:
        """A card, one to help with, a result with a photo, a signal, a worry, and words on a card."""
        a, opgave, who = self.a, self.opgave, self.sanne
        card = a.card(opgave, "Bel de huurders", state=CardState.DOING, owner=who)
        # Nobody owns this one: cards that somebody owns and cards they help with are not the same.
        a.card(opgave, "Loop een ochtend mee", state=CardState.PLANNED, week=Week.of(day).code, helpers=[who])
        result = a.public_result(opgave, "Mevrouw De Boer belt u dezelfde dag.", owner=who, happened_on=day)
        shown = result_photos.new_photo(result, photo, who)
        shown.edit("Een telefoon op tafel.", "", who)
        signal = Signal(opgave=opgave, text="Wie belt mij terug?", heard_on=day, caught_by=who)
        session.add(signal)
        session.flush()
        signal.claim(who, day)
        sign(opgave, "Ik lig wakker van de stille telefoon.", who, on=day).confirm("Nog steeds.", who, day)
        note = CardNote(opgave_id=opgave.id, card=card, text="Zij nam op", author=who)
        session.add_all([shown, note, FaceLimit(result=result, person=who, visibility=Visibility.FIRST_NAME)])

    def _leads(self, day: date, is_answered: bool) -> None:
        """What was asked and answered, decided, told, not known, and thanked for."""
        opgave, who = self.opgave, self.sanne
        asked = SupportRequest(opgave=opgave, kind=SupportKind.TIME, text="Meer tijd", asked_by=who, asked_on=day)
        said = SupportRequest(opgave=opgave, kind=SupportKind.MONEY, text="Koffie", asked_by=who, asked_on=day)
        said.reply(LeaderAnswer.YES if is_answered else LeaderAnswer.NOT_KNOWN, "Doe maar", who, day)
        question = TeamQuestion(opgave=opgave, text="Wat helpt jullie?", person=who, asked_on=day)
        question.reply("Een vaste dag", who, day)
        by: dict[str, Any] = {"opgave_id": opgave.id, "person": who}
        card = self.a.card(opgave, "Bel terug", state=CardState.DOING)
        self.a.result(card)
        thanks = Thanks(opgave=opgave, card=card, person=who, text="Mooi", given_on=day)
        told = [LeaderNote(text="Dank voor jullie rust", **by), OpenQuestion(text="Mag dat?", asked_on=day, **by)]
        session.add_all([asked, said, question, thanks, *told, Decision(text="Wij bellen", decided_on=day, **by)])

    def _helps(self, day: date) -> None:
        """A talent, and twice a talent that is asked: of them, and of whoever can."""
        asked, open_one = (TalentRequest(opgave=self.opgave, words="brief schrijven", asked_on=day) for _ in range(2))
        session.add_all([asked, open_one, Talent(person=self.sanne, text="ik schrijf brieven")])
        session.flush()
        session.add_all([asked.ask(self.sanne, by=self.sanne), open_one.step_forward(self.sanne)])

    def spread(self, most: bool) -> None:
        """Give all work there is to both: nearly all of it to Sanne, or to each of them half."""
        for table, column in person_columns():
            (key,) = [one for one in table.primary_key if one is not column]
            things = select(key).where(column.is_not(None)).order_by(key)
            everything = session.connection().scalars(things).all()
            hers = everything[:-1] if most else everything[: len(everything) // 2]
            for person, part in ((self.sanne, hers), (self.joris, everything[len(hers) :])):
                session.connection().execute(update(table).where(key.in_(part)).values({column: person.id}))
        session.commit()


def person_columns() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column that tells who did something."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            names_a_person = any(key.column.table.name == Person.__tablename__ for key in column.foreign_keys)
            if names_a_person and table.name not in NOT_WORK:
                yield table, column
