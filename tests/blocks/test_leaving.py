"""Whoever leaves, in whichever way, lets go of the work; and a name that is erased is nowhere any more."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from sqlalchemy import String, cast, func, select

from board.blocks import leaving
from board.blocks.citizen.models import Signal, SignalState
from board.blocks.citizen.signals.queries import colleagues
from board.blocks.leadership.models import OwnSentence
from board.blocks.talents.models import Talent, TalentRequest
from board.config import Settings
from board.core import sign_ins, worries
from board.core.cards import Card
from board.core.faces import FaceChoice
from board.core.history import Change
from board.core.opgaven import Membership, Opgave
from board.core.people import OrgRole, Person, Role, Visibility, by_email
from board.core.search import index
from board.core.taking_back import CannotUndo, take_back
from board.core.weeks import today
from board.db import Base
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]
NAME, ADDRESS = "Xandra Quispel", "xandra@lindewaard.example"


class AtWork:
    """Somebody on two teams, with something of everything in hand."""

    def __init__(self, a: Builder) -> None:
        self.opgave, self.other = a.opgave(slug="schulden"), a.opgave(slug="school")
        self.person = a.member(self.opgave, name=NAME, email=ADDRESS, job_title="klusbouwer")
        a.membership(self.other, self.person, Role.MEMBER)
        a.lead(self.opgave)
        self.cards = [a.card(opgave, owner=self.person) for opgave in (self.opgave, self.other)]
        self.helped = [a.card(opgave, helpers=[self.person]) for opgave in (self.opgave, self.other)]
        self.done = a.card(self.opgave, owner=self.person, helpers=[a.person(), self.person])
        a.result(self.done)
        self.signals = [self._signal(opgave) for opgave in (self.opgave, self.other, None)]
        request = TalentRequest(opgave=self.opgave, words="filmpje maken", asked_on=today())
        db.add(request)
        db.flush()
        self.offer = request.step_forward(self.person)
        db.add(self.offer)
        db.commit()

    def _signal(self, opgave: Opgave | None) -> Signal:
        made = Signal(text="Wie helpt mij?", heard_on=today(), opgave=opgave, state=SignalState.ORPHAN)
        made.claim(self.person, today())
        db.add(made)
        return made

    @property
    def membership(self) -> Membership:
        query = select(Membership).where(Membership.person == self.person, Membership.opgave == self.opgave)
        return db.scalars(query).one()

    @property
    def holds(self) -> dict[str, list[bool]]:
        """Of each opgave, and of none, what is still in hand."""
        return {
            "cards": [card.owner is self.person for card in self.cards],
            "helping": [self.person in card.helpers for card in self.helped],
            "signals": [signal.claimed_by is self.person for signal in self.signals],
        }


def last_change(card: Card) -> Change | None:
    query = select(Change).where(Change.kind == "card", Change.thing_id == card.id)
    return db.scalars(query.order_by(Change.id.desc())).first()


ONE = {"cards": [False, True], "helping": [False, True], "signals": [False, True, True]}
NOTHING = {"cards": [False, False], "helping": [False, False], "signals": [False, False, False]}


@pytest.fixture
def at_work(a: Builder) -> AtWork:
    return AtWork(a)


def off_the_team(client: Client, work: AtWork) -> int:
    return client.post(f"/bord/opgaven/schulden/team/{work.membership.id}/weg").status_code


def to_reader(client: Client, work: AtWork) -> int:
    number = work.membership.id
    return client.post(f"/bord/opgaven/schulden/team/{number}/rol", data={f"lid-{number}-role": "reader"}).status_code


def to_sponsor(client: Client, work: AtWork) -> int:
    number = work.membership.id
    return client.post(f"/bord/opgaven/schulden/team/{number}/rol", data={f"lid-{number}-role": "sponsor"}).status_code


def without_access(client: Client, work: AtWork) -> int:
    return client.post(f"/bord/beheer/mensen/{work.person.id}/weg").status_code


def erased(client: Client, work: AtWork) -> int:
    return client.post(f"/bord/beheer/mensen/{work.person.id}/wis", data={"name": NAME.upper()}).status_code


@pytest.mark.parametrize(
    ("leave", "left"),
    [(off_the_team, ONE), (to_reader, ONE), (to_sponsor, ONE), (without_access, NOTHING), (erased, NOTHING)],
)
def test_open_cards_helping_claims_and_offers_end_in_each_way(
    a: Builder, sign_in: SignIn, at_work: AtWork, leave: Callable[[Client, AtWork], int], left: dict[str, list[bool]]
) -> None:
    assert leave(sign_in(a.admin()), at_work) == 303

    assert at_work.holds == left
    assert at_work.signals[0].state is SignalState.ORPHAN
    assert at_work.offer.removed_at is not None
    # What is done stays as it was.
    assert at_work.done.owner is at_work.person
    assert at_work.person in at_work.done.helpers


def test_another_role_that_works_changes_nothing(a: Builder, sign_in: SignIn, at_work: AtWork) -> None:
    before, number = at_work.holds, at_work.membership.id

    sign_in(a.admin()).post(f"/bord/opgaven/schulden/team/{number}/rol", data={f"lid-{number}-role": "lead"})

    assert at_work.holds == before


def test_who_is_on_no_team_any_more_lets_go_of_what_was_left_there(a: Builder, sign_in: SignIn) -> None:
    card = a.card(a.opgave(), owner=a.person())

    assert card.owner is not None
    sign_in(a.admin()).post(f"/bord/beheer/mensen/{card.owner.id}/weg")

    assert card.owner is None


def test_what_comes_free_is_said_beforehand(a: Builder, sign_in: SignIn, at_work: AtWork) -> None:
    client = sign_in(a.admin())

    for page in (f"/bord/beheer/mensen/{at_work.person.id}", f"/bord/beheer/mensen/{at_work.person.id}/wis"):
        assert "2 open kaarten, hulp bij 2 kaarten, 3 signalen" in " ".join(client.get(page).text.split())
    page = client.get(f"/bord/opgaven/schulden/team/{at_work.membership.id}/weg").text
    assert "1 open kaart, hulp bij 1 kaart, 1 signaal" in " ".join(page.split())


@pytest.mark.parametrize("way", ["weg", "wis"])
def test_the_only_opgavemanager_goes_when_that_was_read_beforehand(a: Builder, sign_in: SignIn, way: str) -> None:
    opgave = a.opgave(title="Iedereen een dak")
    lead, client = a.lead(opgave), sign_in(a.admin())
    address, typed = f"/bord/beheer/mensen/{lead.id}/{way}", {"name": lead.name}
    page = client.get(address if way == "wis" else f"/bord/beheer/mensen/{lead.id}").text
    assert "Iedereen een dak" in page

    unread = client.post(address, data=typed)
    assert unread.status_code == 422
    assert "de enige opgavemanager van: Iedereen een dak" in unread.text
    assert db.scalar(select(func.count()).select_from(Membership)) == 1

    told = client.post(address, data=typed | {"alleen": str(opgave.id)}, follow_redirects=True)
    assert "Kies bij het team een nieuwe opgavemanager voor: Iedereen een dak" in told.text
    assert db.scalar(select(func.count()).select_from(Membership)) == 0


def test_a_colleague_who_stepped_back_meanwhile_is_noticed(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    lead, second, client = a.lead(opgave), a.lead(opgave), sign_in(a.admin())
    assert "enige opgavemanager" not in client.get(f"/bord/beheer/mensen/{lead.id}").text
    leaving.take_access_away(second)
    db.commit()

    assert client.post(f"/bord/beheer/mensen/{lead.id}/weg", data={"alleen": ""}).status_code == 422


def test_what_came_free_does_not_go_back_to_who_left(at_work: AtWork) -> None:
    leaving.leave_team(at_work.membership)
    db.flush()

    for card in (at_work.cards[0], at_work.helped[0]):
        change = last_change(card)
        assert change is not None
        with pytest.raises(CannotUndo):
            take_back([change])
    assert at_work.holds == ONE


def test_a_signal_is_not_handed_over_to_who_left(a: Builder, at_work: AtWork) -> None:
    assert at_work.person in colleagues(at_work.signals[2], None) or at_work.signals[2].claimed_by is at_work.person
    leaving.take_access_away(at_work.person)
    db.flush()

    assert at_work.person not in colleagues(at_work.signals[2], None)


class TestErased:
    """Name, address, job and own words are in no table, on no screen and in no file any more."""

    @pytest.fixture
    def xandra(self, at_work: AtWork, settings: Settings) -> Person:
        person = at_work.person
        person.introduce("Xandra Quispel-Oud", "klusbouwer", by=person)
        db.flush()
        person.introduce(NAME, "klusbouwer", by=person)
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
        assert places_with("iemand die hier werkte") == ["person.name"]

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
