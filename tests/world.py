"""One opgave with one of everything, and a plausible value for each part of each address."""

from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule

from board.blocks.citizen.models import Need, Signal
from board.blocks.increments.models import BigResult, Piled
from board.blocks.leadership.models import Decision, SupportKind, SupportRequest, TeamQuestion, Thanks
from board.blocks.talents.models import LessonUse, Talent, TalentRequest
from board.blocks.why.models import Story
from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.imports import BoardImport, ImportedThing
from board.core.opgaven.opgaven import Membership
from board.core.opgaven.results import Result
from board.core.opgaven.worries import worry_of
from board.core.people import sign_ins
from board.core.people.people import OrgRole, Person, Role, Visibility
from board.core.record.history import Change
from board.core.record.photos import Photo
from board.core.record.weeks import Week, today
from board.db import session
from board.exchange.models import compress, store_upload
from board.web.guard_table import VISITORS
from tests.builders import Builder
from tests.photos import give_face, give_photo

FILES = {"public.house_style.name": "logo.svg", "public.sitemap_part.part": 1}
EXPORT = b'{"id": "b", "name": "Schulden", "lists": [], "cards": []}'


class World:
    """An opgave at work, with a visitor of every kind. Everything is stored."""

    def __init__(self, a: Builder) -> None:
        self.opgave = a.opgave("Schulden", slug="schulden")
        card = a.card(self.opgave, state=CardState.DOING)
        told = a.card(self.opgave, "Bel de tien", state=CardState.DOING)
        result = a.result(told)
        public = a.public_result(self.opgave)
        item = CheckItem(opgave_id=self.opgave.id, card_id=card.id, text="bel", position=1)
        request = TalentRequest(opgave=self.opgave, card=card, words="filmpje maken", asked_on=today())
        session.add_all([item, request])
        session.commit()  # what follows is a change of its own
        card.edit(action="Bel de twintig")
        session.flush()
        self.people = {name: self._visitor(a, name) for name in VISITORS if name != "niemand"}
        colleague = session.scalars(select(Membership.id).where(Membership.person == a.member(self.opgave))).one()
        # By "blueprint.endpoint.part", "blueprint.part" or "part"; the longest name that fits goes first.
        self.values: dict[str, object] = {
            "slug": self.opgave.slug,
            "number": card.id,
            "item": item.id,
            "change": self._change_of(card),
            "code": str(Week.now()),
            "block": "klein",
            "token": sign_ins.make_link(a.person()),
            **{f"card.{step}.number": told.id for step in ("before", "publish")},
            **{f"card.{step}.number": self._card_of(public.id) for step in ("before_withdrawal", "withdraw")},
            **self._of_inwoners(a),
            "opgaven.number": colleague,
            "talents.number": request.id,
            **self._of_talents(a, request, told),
            **self._of_imports(card),
            **self._of_increments(told),
            **self._of_leadership(card, told),
            **self._of_people(public),
            **FILES,
            "step": 1,
        }
        # What a form must hold to get past its door, by endpoint.
        self.forms: dict[str, dict[str, object]] = {"board.drop": {"kaart": card.id, "staat": "bezig"}}
        assert result.published_at is None
        session.commit()

    def _of_inwoners(self, a: Builder) -> dict[str, object]:
        """A worry, a sentence that kept it alive, a story, a need, and a signal that nobody has."""
        worry, day = worry_of(self.opgave), today()
        assert worry is not None
        check = worry.confirm("Nog steeds.", a.person(), day)
        story = Story(opgave=self.opgave, text="Iemand telde 31 brieven.", heard_on=day)
        need = Need(opgave=self.opgave, text="Bel mij eerst", heard_on=day)
        signal = Signal(text="Wie helpt mij met mijn huurtoeslag?", heard_on=day)
        session.add_all([check, story, need, signal])
        session.flush()
        return {
            "citizen.number": need.id,
            "signals.number": signal.id,
            **{f"why.{view}.number": worry.id for view in ("worry", "rewrite", "remove_worry")},
            **{f"why.{view}.number": worry.id for view in ("show_worry", "hide_worry")},
            **{f"why.{view}.number": check.id for view in ("check", "change_check", "remove_check")},
            **{f"why.{view}.number": story.id for view in ("story", "change_story", "remove_story")},
        }

    def _note_on(self, card: Card) -> int:
        """A word of the opgavemanager."""
        note = CardNote(opgave_id=self.opgave.id, card=card, text="Mooi", author=self.people["opgavemanager"])
        session.add(note)
        session.flush()
        return note.id

    def _of_people(self, public: Result) -> dict[str, object]:
        """A colleague with an account, one who shows their face, and a result with a photo of the work."""
        lead = self.people["opgavemanager"]
        lead.visibility = Visibility.FULL
        face, work = give_face(lead), give_photo(public, by=lead)
        card = self._card_of(public.id)
        return {
            "manage.number": self.people["lid"].id,
            **{f"manage.{view}_opgave.number": self.opgave.id for view in ("export", "remove")},
            "manage.ask_to_remove.number": self.opgave.id,
            "public.number": public.id,
            "faces.number": public.id,
            **{f"{view}.{part}": one for view in ("faces.photo", "photos.face") for part, one in _file(face)},
            **{f"photos.work.{part}": one for part, one in _file(work.photo)},
            **{f"card.{view}.number": card for view in ("photo", "put_photo", "remove_photo", "photo_file")},
            "card.photo_file.width": work.photo.width,
        }

    def _of_imports(self, card: Card) -> dict[str, object]:
        """A board that the opgavemanager brought in, with the marks of one of its cards."""
        lead = self.people["opgavemanager"]
        done = BoardImport(
            opgave_id=self.opgave.id, source="trello", board_id="b", board_name="Schulden", person_id=lead.id
        )
        session.add(done)
        session.flush()
        seen = ImportedThing(opgave_id=self.opgave.id, import_id=done.id, card_id=card.id, kind="card")
        seen.source_id, seen.thing_id, seen.seen = "k", card.id, ""
        session.add(seen)
        numbers = {f"trello.{view}.number": done.id for view in ("report", "match", "undo")}
        return {**numbers, "trello.token": store_upload(self.opgave, lead, compress(EXPORT)).id}

    def _of_increments(self, told: Card) -> dict[str, object]:
        """A bigger result with one small one on its pile."""
        big = BigResult(opgave=self.opgave, sentence="U hoort altijd binnen een week iets.")
        session.add_all([big, Piled(opgave_id=self.opgave.id, big_result=big, result=told.result)])
        session.flush()
        result = {"increments.result": told.result_id, "increments.choose_pile.number": told.id}
        return {"increments.number": big.id, **result}

    def _of_leadership(self, card: Card, done: Card) -> dict[str, object]:
        """What was decided, what was asked from a card and of a team, and thanks for one that is done."""
        day = today()
        decision = Decision(opgave_id=self.opgave.id, text="Wij bellen eerst", decided_on=day)
        support = SupportRequest(opgave=self.opgave, card=card, kind=SupportKind.TIME, text="tijd", asked_on=day)
        thanks = Thanks(opgave=self.opgave, card_id=done.id, text="Fijn", given_on=day)
        asked = TeamQuestion(opgave=self.opgave, text="Wat helpt?", asked_on=day)
        session.add_all([decision, support, thanks, asked])
        session.flush()
        questions = ("team_question", "answer_question", "take_question_back")
        return {
            "note": self._note_on(card),
            "leadership.kind": "besluiten",
            "leadership.number": decision.id,
            **{f"leadership.{name}.number": support.id for name in ("support", "ask_better", "take_back", "reply")},
            **{f"leadership.{name}.number": card.id for name in ("ask_page", "ask_from_card")},
            **{f"leadership.{name}.number": done.id for name in ("thanks_page", "thank")},
            **{f"leadership.{name}.number": asked.id for name in questions},
            "leadership.take_thanks_back.number": thanks.id,
        }

    def _of_talents(self, a: Builder, request: TalentRequest, told: Card) -> dict[str, object]:
        """What people can, who stepped forward, and a lesson that was used."""
        told.learn("Vraag eerst welk nummer klopt", today())
        talent = Talent(person=a.person(), text="ik film graag")
        offer, lesson = request.step_forward(a.person()), told.lesson
        used = LessonUse(lesson=lesson, opgave=self.opgave, used_on=today())
        session.add_all([talent, offer, used])
        session.flush()
        assert lesson is not None
        return {
            "talents.person": talent.person_id,
            "talents.offer": offer.id,
            "talents.use": used.id,
            "talents.ask_on_card.number": told.id,
            "talents.who_knows.number": told.id,
            "lesson": lesson.id,
            "talent": talent.id,
            "asked_talents.number": request.id,
            "colleagues.number": talent.person_id,
        }

    def _visitor(self, a: Builder, name: str) -> Person:
        roles = VISITORS[name] or frozenset()
        org_role = next((role for role in roles if isinstance(role, OrgRole)), None)
        person = a.person(name.capitalize(), org_role=org_role)
        for role in roles:
            if isinstance(role, Role):
                a.membership(self.opgave, person, role)
        return person

    def _change_of(self, card: Card) -> int:
        return session.scalars(
            select(Change.id).where(Change.kind == "card", Change.thing_id == card.id, Change.verb == "changed")
        ).one()

    def _card_of(self, result_id: int) -> int:
        return session.scalars(select(Card.id).where(Card.result_id == result_id)).one()

    def address(self, app: Flask, rule: Rule, **other: object) -> str:
        """The address of this route, in this world. Add a value above when a route has a new part."""
        blueprint = rule.endpoint.rpartition(".")[0]
        given = {part: value for part, value in other.items() if part in rule.arguments}
        for part in rule.arguments - given.keys():
            names = (f"{rule.endpoint}.{part}", f"{blueprint}.{part}", part)
            known = [name for name in names if name in self.values]
            assert known, f"{rule.rule}: give “{part}” a value in tests/world.py"
            given[part] = self.values[known[0]]
        with app.test_request_context():
            return str(app.url_map.bind("localhost").build(rule.endpoint, given))


def _file(photo: Photo) -> list[tuple[str, object]]:
    return [("key", photo.key), ("width", photo.width)]
