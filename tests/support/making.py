"""Every form that makes something: who sends it, with which words, and what is there afterwards."""

import pytest

from board.blocks.citizen.models import Signal
from board.blocks.leadership.models import TeamQuestion
from board.core.people.people import Role
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.world import World

DAY = today().isoformat()
IS_ONE = {"goal_clear": "ja", "way_unclear": "ja", "many_parties": "ja", "visibility": "internal"}
# What makes something: each with a form that does, and who sends it.
MAKES: dict[str, tuple[str, dict[str, str]]] = {
    "asked_talents.can_do": ("zonder rol", {}),
    "board.add": ("lid", {"action": "Bel tien mensen", "blok": "increments"}),
    "card.add_items": ("lid", {"lines": "Bel\nSchrijf"}),
    "card.add_note": ("meelezer", {"text": "Ik bel morgen."}),
    "card.lay": ("lid", {"sentence": "U krijgt één brief.", "outcome": "gelukt", "happened_on": DAY}),
    "card.split_card": ("lid", {"first": "Bel er één", "rest": "Bel de anderen"}),
    "card.stop": ("lid", {"lesson": "Bel eerst."}),
    "citizen.add": ("lid", {"text": "Bel mij eerst", "heard_on": DAY}),
    "colleagues.add": ("lid", {"text": "ik film graag", "kind": "can"}),
    "council.write": ("opgavemanager", {"programme": "6.3", "wants": "Wij willen dat niemand wacht."}),
    "increments.add": ("lid", {"sentence": "U hoort altijd binnen een week iets."}),
    "leadership.add_decision": ("opgavemanager", {"decision": "Wij bellen eerst", "decided_on": DAY}),
    "leadership.add_note": ("opgavemanager", {"note": "Wij durven"}),
    "leadership.add_question": ("opgavemanager", {"question": "Mag dat?"}),
    "leadership.ask": ("lid", {"support_kind": "time", "support": "Een dag per week"}),
    "leadership.ask_from_card": ("lid", {"support_kind": "time", "support": "Een dag per week"}),
    "leadership.ask_team": ("manager", {"team_question": "Wat helpt?"}),
    "leadership.say_own_sentence": ("opgavemanager", {"touches": "Het raakt mij."}),
    "leadership.thank": ("manager", {"thanks": "Fijn"}),
    "lessons.used": ("zonder rol", {"where": "{place}"}),
    "manage.person_add": ("beheerder", {"name": "Femke de Vries", "email": "femke@lindewaard.example"}),
    "opgaven.create": ("zonder rol", {"title": "Niemand wacht", "short_name": "Wachten", **IS_ONE}),
    "opgaven.join": ("opgavemanager", {"email": "{email}", "role": "member"}),
    "signals.add": ("meelezer", {"text": "Wie helpt mij?", "heard_on": DAY}),
    "signals.make_card": ("lid", {"opgave": "{opgave}"}),
    "talents.ask": ("lid", {"words": "filmpje maken"}),
    "talents.ask_on_card": ("lid", {"words": "tekening maken"}),
    "talents.ask_person": ("lid", {}),
    "talents.bring": ("manager", {"person": "{person}"}),
    "why.add_story": ("lid", {"story": "Iemand telde 31 brieven.", "heard_on": DAY}),
    "why.confirm": ("lid", {"sentence": "Nog steeds."}),
    "why.sign": ("lid", {"text": "Ik lig er wakker van."}),
}
# What makes nothing that could stand there twice, and why not.
HARMLESS: dict[str, str] = {
    "changes what is there, or says how it must be": """
        board.drop board.move_many card.edit card.place_item card.publish card.rewrite_item card.rewrite_note
        card.send card.tick card.withdraw
        citizen.change colleagues.change faces.choose faces.hide faces.limit faces.nowhere faces.unhide
        increments.choose_pile increments.edit increments.not_yet increments.pile_up increments.put_on increments.reach
        leadership.answer_question leadership.ask_better leadership.refine leadership.reply
        manage.change_password manage.confirm_name manage.person_change manage.save_me
        opgaven.give_role opgaven.save_settings
        asked_talents.not_now signals.change signals.claim signals.hand_over signals.not_now signals.open_again
        signals.tell_back talents.change talents.change_lesson talents.found talents.look_on talents.say_not_now
        talents.say_yes trello.count trello.match week.arrange week.hide week.introduce week.publish
        why.change_check why.change_story why.hide_worry why.name_reason why.rewrite why.show_worry""",
    "takes away or back, and the second time nothing is left": """
        back.take_step_back board.take_back card.remove_item card.remove_note card.remove_photo citizen.remove
        colleagues.remove
        council.begin_again faces.remove_photo increments.remove increments.take_off leadership.remove_own_sentence
        leadership.remove_words leadership.take_back leadership.take_question_back leadership.take_thanks_back
        manage.erase manage.person_remove manage.remove_opgave opgaven.leave signals.remove
        talents.do_not_ask talents.remove talents.remove_lesson
        talents.take_use_away trello.throw_away trello.undo why.remove_check why.remove_story why.remove_worry""",
    "takes the place of the one before: a link, a file, a photo": """
        card.put_photo manage.export_opgave manage.person_link sign_in.send_link trello.upload""",
    "writes each card of a file once, in parts; the second time the file is gone, and the page says so": """
        trello.write""",
    "keeps nothing, or only who is signed in": """
        card.look reading.read sign_in.choose_now sign_in.enter sign_in.leave""",
}


@pytest.fixture
def world(a: Builder) -> World:
    made = World(a)
    made.values["talents.ask_person.person"] = made.people["beheerder"].id
    session.get_one(
        TeamQuestion, made.values["leadership.team_question.number"]
    ).remove()  # a manager asks one at a time
    signal = session.get_one(Signal, made.values["signals.number"])
    signal.opgave = made.opgave
    signal.claim(made.people["lid"], today())
    elsewhere = a.opgave("Elders", slug="elders")
    a.membership(elsewhere, made.people["zonder rol"], Role.MEMBER)
    made.values["place"] = f"o{elsewhere.id}"
    session.commit()
    return made
