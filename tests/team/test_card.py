"""One card: change it, split it, tick its list, and never lose anyone's words."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from wtforms import HiddenField, StringField

from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person
from board.core.record.weeks import Week, now
from board.core.undo import changes
from board.team.card.forms import CardForm
from tests.builders import Builder
from tests.client import Client
from tests.support.card_page import form_of, save, url

SignIn = Callable[[Person], Client]


def test_everything_on_a_card_can_be_filled_in(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    ruth, daan = a.member(of=opgave), a.member(of=opgave, name="Daan Hoekstra")
    card = a.card(opgave)

    answer = save(
        sign_in(ruth),
        card,
        action="Bel twintig mensen",
        citizen_result="U hoort dezelfde dag iets.",
        owner_id=ruth.id,
        helpers=[daan.id],
        block="citizen",
        week=Week.now().plus(1).code,
        group="huurders",
        labels="telefoon, snel",
        description="Neem **koffie** mee.",
    )

    assert answer.status_code == 303
    assert (card.action, card.owner, card.helpers, card.block) == (
        "Bel twintig mensen",
        ruth,
        [daan],
        "citizen",
    )
    assert card.group is not None
    assert card.group.name == "huurders"
    assert [label.name for label in card.labels] == ["snel", "telefoon"]
    page = sign_in(daan).get(url(card)).text
    assert "<strong>koffie</strong>" in page


def test_markup_in_a_description_is_harmless(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    text = "# Kop\n<script>alert(1)</script>\n\n[klik](javascript:alert(1)) ![foto](https://elders.example/x.png)"
    card = a.card(opgave, description=text)

    page = sign_in(a.member(of=opgave)).get(url(card)).text

    shown = page.split('class="ob-proza"')[1].split("</section>")[0]
    assert "<script" not in shown
    assert "javascript:" not in shown.replace("[klik](javascript:alert(1))", "")
    assert "<img" not in shown
    assert "<strong>Kop</strong>" in shown


def test_a_card_of_another_opgave_does_not_exist_here(a: Builder, sign_in: SignIn) -> None:
    mine, other = a.opgave(), a.opgave()
    theirs = a.card(other)
    member = sign_in(a.member(of=mine))

    for rest in ("", "/verplaats", "/splits", "/rond-af", "/publiceer", "/trek-in"):
        assert member.get(f"/bord/opgaven/{mine.slug}/kaarten/{theirs.id}{rest}").status_code == 404
    assert member.get(url(theirs)).status_code == 404


def test_a_move_by_buttons_works_without_javascript(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))

    answer = member.post(url(card, "/verplaats"), data={"naar": "staat:bezig", "van": card.place})

    assert answer.status_code == 303
    assert card.state is CardState.DOING
    board = member.get(f"/bord/opgaven/{opgave.slug}").text
    assert "staat nu bij Klein, bezig" in board
    assert "Ongedaan maken" in board


def test_buttons_from_an_outdated_page_change_nothing(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.PLANNED)

    answer = sign_in(a.member(of=opgave)).post(
        url(card, "/verplaats"), data={"naar": "staat:bezig", "van": "increments.idee"}
    )

    assert answer.status_code == 409
    assert card.state is CardState.PLANNED


@pytest.mark.parametrize("where", ["", "staat:onzin", "blok:proces", "week:2026-47", "plek:eerst", "x"])
def test_a_button_that_is_not_ours_moves_nothing(a: Builder, sign_in: SignIn, where: str) -> None:
    card = a.card(a.opgave())
    member = sign_in(a.member(of=card.opgave))

    assert member.post(url(card, "/verplaats"), data={"naar": where}).status_code == 422


def test_a_card_is_split_into_a_first_small_step_and_the_rest(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave, "Vernieuw alle brieven", state=CardState.DOING, state_since=now())
    member = sign_in(a.member(of=opgave))

    member.post(url(card, "/splits"), data={"first": "Herschrijf één brief", "rest": "Vernieuw de andere brieven"})

    first = session.scalars(select(Card).where(Card.split_from_id == card.id)).one()
    assert (first.action, first.week, first.state) == (
        "Herschrijf één brief",
        Week.now().code,
        CardState.PLANNED,
    )
    assert first.position < card.position
    assert (card.action, card.week) == ("Vernieuw de andere brieven", Week.now().plus(1).code)
    assert "Vernieuw alle brieven" in str([change.fields for change, _who in changes.card_changes(card)])


def test_a_card_older_than_two_weeks_in_hand_gets_a_gentle_note(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    old = a.card(opgave, state=CardState.DOING)
    old.state_since = now() - timedelta(days=15)
    far = a.card(opgave, state=CardState.PLANNED, week=Week.now().plus(4).code)
    fine = a.card(opgave, state=CardState.PLANNED, week=Week.now().plus(2).code)
    member = sign_in(a.member(of=opgave))

    assert "Kan dit deze week voor één inwoner?" in member.get(url(old)).text
    assert "Kan dit deze week voor één inwoner?" in member.get(url(far)).text
    assert "Kan dit deze week voor één inwoner?" not in member.get(url(fine)).text


def test_a_tiny_checklist_grows_by_lines_and_is_ticked(a: Builder, session: Session, sign_in: SignIn) -> None:
    card = a.card(a.opgave())
    member = sign_in(a.member(of=card.opgave))

    member.post(url(card, "/lijstje"), data={"lines": "Bel de huisarts\n\nDruk kaartjes"})
    items = session.scalars(select(CheckItem).order_by(CheckItem.position)).all()
    assert [item.text for item in items] == ["Bel de huisarts", "Druk kaartjes"]

    for _press in range(2):  # also by two people: what they both want is done
        member.post(url(card, f"/lijstje/{items[0].id}"), data={"klaar": "1"})
        assert items[0].done
    member.post(url(card, f"/lijstje/{items[0].id}"), data={"klaar": "0"})
    assert not items[0].done
    member.post(url(card, f"/lijstje/{items[1].id}/weg"))
    assert session.scalars(select(CheckItem)).all() == [items[0]]


def test_a_line_or_label_that_does_not_fit_is_given_back_whole(a: Builder, session: Session, sign_in: SignIn) -> None:
    card = a.card(a.opgave())
    member = sign_in(a.member(of=card.opgave))
    long = "Bel de ouders " + "van groep zeven " * 19 + "EN VERGEET DE SLEUTEL NIET"

    answer = member.post(url(card, "/lijstje"), data={"lines": f"Druk kaartjes\n{long}"})

    assert answer.status_code == 422
    assert "Regel 2 is te lang: " in answer.text
    assert "SLEUTEL NIET" in answer.text
    assert not session.scalars(select(CheckItem)).all()
    answer = save(member, card, labels=f"snel, {'lang' * 20}")
    assert answer.status_code == 422
    assert "Dit label is te lang: “lang" in answer.text


def test_who_may_read_a_card_may_say_something_about_it(a: Builder, session: Session, sign_in: SignIn) -> None:
    card = a.card(a.opgave())
    reader = sign_in(a.reader(card.opgave))

    assert reader.post(url(card, "/opmerkingen"), data={"text": "Mooi dat jullie bellen."}).status_code == 303
    assert session.scalars(select(CardNote)).one().author_name == "Joris Meelezer"
    assert reader.post(url(card), data=form_of(card)).status_code == 403


def test_who_wrote_a_note_mends_it_or_takes_it_away(a: Builder, session: Session, sign_in: SignIn) -> None:
    card = a.card(a.opgave())
    reader = sign_in(a.reader(card.opgave))
    reader.post(url(card, "/opmerkingen"), data={"text": "Mooi dat jullie belen."})
    note = session.scalars(select(CardNote)).one()

    answer = reader.post(url(card, f"/opmerkingen/{note.id}"), data={"text": "Mooi dat jullie bellen."})
    assert answer.status_code == 303
    page = reader.get(url(card)).text
    assert "Mooi dat jullie bellen." in page
    assert "gewijzigd" in page
    assert "Mooi dat jullie belen." in reader.get(url(card, f"/opmerkingen/{note.id}")).text

    reader.post(url(card, f"/opmerkingen/{note.id}/weg"))
    page = reader.get(url(card)).text
    assert "Mooi dat jullie bellen." not in page
    reader.post(page.split('action="/bord/terug/')[1].split('"')[0].join(["/bord/terug/", ""]))
    assert "Mooi dat jullie bellen." in reader.get(url(card)).text


def test_a_note_of_somebody_else_is_only_taken_away_by_the_opgavemanager(
    a: Builder, session: Session, sign_in: SignIn
) -> None:
    card = a.card(a.opgave())
    sign_in(a.reader(card.opgave)).post(url(card, "/opmerkingen"), data={"text": "Dit hoort hier niet."})
    note = session.scalars(select(CardNote)).one()
    member, lead = sign_in(a.member(of=card.opgave)), sign_in(a.lead(card.opgave))

    assert member.get(url(card, f"/opmerkingen/{note.id}")).status_code == 303
    member.post(url(card, f"/opmerkingen/{note.id}/weg"))
    lead.post(url(card, f"/opmerkingen/{note.id}"), data={"text": "Iets anders"})
    assert "Dit hoort hier niet." in lead.get(url(card)).text
    lead.post(url(card, f"/opmerkingen/{note.id}/weg"))
    assert "Dit hoort hier niet." not in lead.get(url(card)).text


def test_the_page_tells_what_happened_and_who_did_it(a: Builder, sign_in: SignIn) -> None:
    card = a.card(a.opgave())
    member = sign_in(a.member(of=card.opgave))
    member.post(url(card, "/verplaats"), data={"naar": "staat:bezig"})

    page = member.get(url(card)).text

    assert "van idee naar bezig" in page
    assert "Ruth Pinas" in page


def test_whatever_is_typed_on_a_card_is_kept_and_stands_in_its_form_again(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client, card = sign_in(a.member(of=opgave)), a.card(opgave)
    with client.application.test_request_context():
        fields = [field for field in CardForm() if isinstance(field, StringField)]
    texts = [field.name for field in fields if not isinstance(field, HiddenField)]

    save(client, card, **{name: f"Dit is {name}" for name in texts})

    boxes = re.findall(r"<input[^>]*>|<textarea.*?</textarea>", client.get(url(card)).text, flags=re.DOTALL)
    filled = {name for name in texts for box in boxes if f'name="{name}"' in box and f"Dit is {name}" in box}
    assert {"action", "citizen_result", "group", "labels", "description"} <= set(texts)
    assert filled == set(texts), "see `_now` and `_typed` in editing.py"
