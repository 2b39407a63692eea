"""A name that is erased is nowhere any more."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from sqlalchemy import String, cast, func, select

from board.blocks.leadership.models import OwnSentence
from board.blocks.talents.models import Talent
from board.config import Settings
from board.core.opgaven import worries
from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.imports import BoardImport
from board.core.people import sign_ins
from board.core.people.name_parts import split
from board.core.people.names import Name
from board.core.people.people import OrgRole, Person, Visibility, by_email
from board.core.publishing.faces import FaceChoice
from board.core.search import index
from board.db import Base
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.support.leaving import ADDRESS, NAME, AtWork, erased

SignIn = Callable[[Person], Client]


@pytest.fixture
def at_work(a: Builder) -> AtWork:
    return AtWork(a)


def imported(work: AtWork, person: Person) -> BoardImport:
    """A board that came from elsewhere, on which they wrote a comment, and a note of their own here."""
    people = {NAME: person.id, "Ina": None}
    done = BoardImport(opgave_id=work.opgave.id, source="trello", board_id="b", board_name="B", people=people)
    card = work.cards[0]
    notes = [
        CardNote(opgave_id=work.opgave.id, card=card, text="Gebeld", author=person, author_name=NAME, source=source)
        for source in ("trello", None)
    ]
    db.add_all([done, *notes])
    return done


class TestErased:
    """Name, address, job and own words are in no table, on no screen and in no file any more."""

    @pytest.fixture
    def xandra(self, at_work: AtWork, settings: Settings) -> Person:
        person = at_work.person
        person.introduce(Name("Xandra", "Quispel-Oud"), "klusbouwer", by=person)
        db.flush()
        person.introduce(split(NAME), "klusbouwer", by=person)
        person.visibility, person.own_words = Visibility.FULL, "Ik soldeer graag"
        db.add_all(
            [
                FaceChoice(
                    person_id=person.id, visibility=Visibility.FULL, with_photo=False, own_words="Ik soldeer", asked="x"
                ),
                Talent(person=person, text="ik soldeer leidingen"),
                OwnSentence(opgave_id=at_work.opgave.id, person=person, text="Mijn oma soldeerde"),
                worries.sign(at_work.opgave, "Ik lig wakker van kou.", person, "lid"),
            ]
        )
        sign_ins.set_password(person, "vier stenen op een rij")
        done = imported(at_work, person)
        assert NAME in done.people
        mail = EmailMessage()
        mail["To"] = ADDRESS
        (settings.instance / "mail").mkdir(exist_ok=True)
        (settings.instance / "mail" / "1.eml").write_bytes(mail.as_bytes())
        db.commit()
        return person

    def test_nothing_that_names_them_is_left(
        self, a: Builder, sign_in: SignIn, at_work: AtWork, xandra: Person, settings: Settings
    ) -> None:
        assert xandra.name == NAME
        assert places_with("quispel", "soldeer", "klusbouwer", "xandra")

        erased(sign_in(a.admin()), at_work)

        assert places_with("quispel", "soldeer", "klusbouwer", "xandra") == []
        assert list((settings.instance / "mail").iterdir()) == []

    def test_what_they_did_stays_as_somebodys(
        self, a: Builder, sign_in: SignIn, visitor: Client, at_work: AtWork, xandra: Person
    ) -> None:
        result = at_work.done.result
        assert result is not None
        result.publish(by=xandra)
        db.commit()
        client = sign_in(a.admin())
        assert NAME in visitor.get(f"/resultaten/{result.id}").text

        erased(client, at_work)

        page = visitor.get(f"/resultaten/{result.id}").text
        assert "Team Schulden" in page
        assert "Iemand die" not in page
        assert NAME not in client.get(f"/bord/opgaven/schulden/kaarten/{at_work.done.id}").text
        assert "Iemand die hier werkte" in client.get(f"/bord/opgaven/schulden/kaarten/{at_work.done.id}").text
        assert "Ik lig wakker van kou." in client.get("/bord/opgaven/schulden/waarom").text

    def test_they_are_not_found_and_cannot_be_let_in_again(
        self, a: Builder, sign_in: SignIn, at_work: AtWork, xandra: Person
    ) -> None:
        client = sign_in(a.admin())
        erased(client, at_work)

        assert by_email(xandra.email) is None
        assert client.get(f"/bord/beheer/mensen/{xandra.id}").status_code == 404
        assert client.post(f"/bord/beheer/mensen/{xandra.id}/link").status_code == 404
        assert f"/mensen/{xandra.id}" not in client.get("/bord/beheer").text
        assert client.get(f"/bord/mensen/{xandra.id}").status_code == 404
        index.rebuild()
        assert sorted(places_with("iemand die hier werkte")) == ["card_note.author_name", "person.last_name"]

    def test_another_name_erases_nobody_and_the_last_administrator_stays(
        self, a: Builder, sign_in: SignIn, xandra: Person
    ) -> None:
        boss = a.admin()
        client = sign_in(boss)

        wrong = client.post(f"/bord/beheer/mensen/{xandra.id}/wis", data={"name": "Iemand anders"})

        assert wrong.status_code == 422
        assert "Typ: Xandra Quispel" in wrong.text
        sign_ins.set_password(boss, "vier stenen op een rij")
        client = sign_in(boss)
        last = client.post(f"/bord/beheer/mensen/{boss.id}/wis", data={"name": boss.name})
        assert last.status_code == 422
        assert "nog geen andere beheerder" in last.text
        assert boss.org_role is OrgRole.ADMIN


def places_with(*words: str) -> list[str]:
    """The columns of all tables in which one of these words stands."""
    found = []
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            said = func.lower(cast(column, String))
            query = select(func.count()).select_from(table)
            if any(db.scalar(query.where(said.contains(word))) for word in words):
                found.append(f"{table.name}.{column.name}")
    return found
