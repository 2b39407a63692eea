"""The why and the small steps hold what they should, in a field or a press at a time."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.live import Live
from tests.browser.today_page import ASKED, TodayPage, message, part, undo

MINE, OTHER = "Lees de brief hardop", "Bel tien huurders"
ANALYSIS = "Uit onderzoek blijkt dat veel inwoners hun post niet openen."
STORY = "Een vader betaalde twee keer, omdat de tweede brief leek op een nieuwe rekening."
SENTENCE = "U krijgt een brief die u in één keer begrijpt."
BIGGER = "U begrijpt elke brief die wij sturen."


@pytest.fixture
def why(member: Page, opgave: str, opgavebord: Live) -> Page:
    """The page of the why, of an opgave with two cards."""
    for action in (MINE, OTHER):
        opgavebord.card(opgave, action)
    member.goto(f"/bord/opgaven/{opgave}/waarom")
    return member


def sign(page: Page, worry: str) -> None:
    page.get_by_text("Teken een nieuwe zorg").click()
    page.get_by_label("Waar lig je wakker van?").fill(worry)
    page.get_by_role("button", name="Onderteken").click()
    expect(message(page)).to_contain_text("Getekend")
    expect(page.get_by_role("main")).to_contain_text(worry)


def test_a_worry_that_sounds_like_an_analysis_is_kept_with_a_gentle_hint(why: Page) -> None:
    sign(why, ANALYSIS)
    hint = part(why, "De zorg staat er. Mag hij nog dichterbij?")
    expect(hint.locator("mark")).to_have_text("Uit onderzoek blijkt")
    hint.get_by_role("link", name="Schrijf het anders").click()
    why.get_by_label("Waar lig je wakker van?").fill("Ik lig wakker van de tas vol dichte brieven.")
    why.get_by_role("button", name="Bewaar").click()
    expect(why.locator(".ob-zorg-groot")).to_contain_text("Ik lig wakker van de tas vol dichte brieven.")
    expect(hint).to_have_count(0)
    expect(part(why, "Eerdere zorgen")).to_contain_text("de post die niemand opent")


def test_a_worry_in_the_first_person_gets_no_hint(why: Page) -> None:
    sign(why, "Ik lig wakker van de tas vol dichte brieven.")
    expect(part(why, "De zorg staat er. Mag hij nog dichterbij?")).to_have_count(0)


def test_a_story_is_one_field_and_the_card_that_answers_it_leaves_the_list_without_why(
    why: Page, opgave: str, opgavebord: Live
) -> None:
    tell(why)
    without = part(why, "Acties zonder waarom")
    expect(without).to_contain_text("2 kaarten")
    BoardPage(why, opgave).open().link(MINE).click()
    name_reason(part(why, "Waarom doen we dit?"), "Hierom")
    expect(part(why, "Waarom doen we dit?").locator(".ob-serif")).to_contain_text(STORY)
    why.goto(f"/bord/opgaven/{opgave}/waarom")
    expect(part(why, "Verhalen achter de zorg").get_by_role("link", name=MINE, exact=True)).to_be_visible()
    expect(without).to_contain_text("1 kaart")
    without.get_by_role("link", name="Bekijk de lijst").click()
    name_reason(why.get_by_role("main").get_by_role("listitem").filter(has_text=OTHER), "Hierom")
    expect(why.get_by_role("main")).to_contain_text("Elke open kaart geeft antwoord op een zorg of een verhaal.")


def tell(page: Page) -> None:
    page.get_by_label("Wat maakte een inwoner mee?").fill(STORY)
    page.get_by_role("button", name="Schrijf op").click()
    expect(part(page, "Verhalen achter de zorg")).to_contain_text(STORY)


def name_reason(place: Locator, button: str) -> None:
    """This card answers the story."""
    stories = place.locator("option").filter(has_text=STORY[:30])
    place.get_by_role("combobox").select_option(value=stories.get_attribute("value"))
    place.get_by_role("button", name=button).click()


def test_the_heartbeat_waits_on_vandaag_and_one_sentence_answers_it(
    member: Page, opgave: str, opgavebord: Live
) -> None:
    opgavebord.weeks_pass(opgave, 7)
    today = TodayPage(member).open()
    heartbeat = today.row(ASKED, "Ik lig wakker van de post die niemand opent.")
    expect(heartbeat).to_contain_text("Lig je er nog wakker van?")
    heartbeat.get_by_text("Ja, nog steeds").click()
    heartbeat.get_by_label("Eén nieuwe zin").fill("Gisteren zag ik weer een tas vol dichte brieven.")
    today.press("Schrijf op", heartbeat)
    expect(message(member)).to_be_visible()
    expect(heartbeat).to_have_count(0)
    member.goto(f"/bord/opgaven/{opgave}/waarom")
    expect(part(member, "Wat ons wakker houdt")).to_contain_text("Gisteren zag ik weer een tas vol dichte brieven.")


@pytest.fixture
def pile(member: Page, opgave: str, opgavebord: Live) -> Page:
    """A bigger result, named in one field, with one result that is not yet published on its pile."""
    opgavebord.result(opgave, MINE, SENTENCE)
    member.goto(f"/bord/opgaven/{opgave}/klein")
    member.get_by_label("Waar stapelen we naartoe?").fill(BIGGER)
    member.get_by_role("button", name="Schrijf op").click()
    expect(member.locator("h1")).to_have_text(BIGGER)
    member.get_by_label(SENTENCE).check()
    member.get_by_role("button", name="Leg op de stapel").click()
    expect(part(member, "De stapel")).to_contain_text("1 steen")
    return member


def test_a_bigger_result_is_reached_when_inwoners_can_read_one_of_its_small_ones(
    pile: Page, complaints: Complaints, opgave: str
) -> None:
    complaints.expect("status of 422")
    pile.get_by_role("button", name="Bereikt", exact=True).click()
    expect(pile.get_by_role("alert")).to_contain_text("Publiceer er eerst één.")
    publish(pile, opgave)
    pile.goto(f"/bord/opgaven/{opgave}/klein")
    pile.get_by_role("link", name=BIGGER).click()
    pile.get_by_role("button", name="Bereikt", exact=True).click()
    expect(pile.locator("h1 + .ob-intro")).to_contain_text("bereikt op")
    undo(pile)
    expect(pile.get_by_role("button", name="Bereikt", exact=True)).to_be_visible()


def publish(page: Page, opgave: str) -> None:
    board = BoardPage(page, opgave).open()
    board.card(MINE).get_by_role("link", name="Klaar om te publiceren").click()
    page.get_by_role("button", name="Publiceer").click()
    expect(board.card(MINE)).to_contain_text("gepubliceerd")


def test_a_result_is_taken_off_its_pile_and_laid_back(pile: Page) -> None:
    pile.get_by_role("button", name="Haal eraf").click()
    expect(part(pile, "De stapel")).to_contain_text("nog geen steen op deze stapel")
    message(pile).get_by_role("button", name="Ongedaan maken").click()
    expect(part(pile, "De stapel")).to_contain_text("1 steen")


def test_a_card_with_big_words_is_asked_whether_it_can_be_smaller(member: Page, opgave: str, opgavebord: Live) -> None:
    opgavebord.card(opgave, "Start een programma om het netwerk te vergroten")
    BoardPage(member, opgave).open().link("Start een programma om het netwerk te vergroten").click()
    hint = part(member, "Kan het kleiner?")
    expect(hint).to_contain_text("Dat mag zo blijven staan.")
    hint.get_by_role("link", name="Kan dit deze week voor één inwoner?").click()
    expect(member.locator("h1")).to_be_visible()
