"""What stands at the place of a finding afterwards: a sentence that is still one, and nobody in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.checks import privacy
from board.checks.privacy.repairs import repair
from tests.checks.kinds import TEXTS as KINDS
from tests.checks.privacy_texts import OWN, read

TEXTS = [text.text for text in (*read(OWN), *KINDS) if text.is_personal]


def mended(text: str) -> str:
    """All findings mended, the first one first, as somebody would press."""
    for _ in range(10):
        found = privacy.find(text)
        if not found:
            break
        text = repair(text, found[0]).on(text)
    return text


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Mevrouw De Wit kreeg haar geld.", "Een inwoner kreeg haar geld."),
        ("We hielpen mevrouw De Wit.", "We hielpen een inwoner."),
        ("De heer Jansen kreeg een fiets.", "Een inwoner kreeg een fiets."),
        ("Klaar. Mevrouw Smit van de Lindelaan belde.", "Klaar. Een inwoner van de Lindelaan belde."),
        ("Mevrouw De Wit van de Lindelaan 12 kreeg één brief.", "Een inwoner kreeg één brief."),
        ("Zoontje Daan van Kerkweg 3 fietst.", "Een kind fietst."),
        ("Haar zoon Daan heeft een fiets.", "Een kind heeft een fiets."),
        ("Zijn vrouw Fatima leert fietsen.", "Zijn vrouw leert fietsen."),
        ("Sem uit groep 4 leert zwemmen.", "Een kind uit groep 4 leert zwemmen."),
        ("De 83-jarige Gerda Mulder fietst weer.", "Een 83-jarige inwoner fietst weer."),
        ("Aan de heer en mevrouw Postma is geschreven.", "Aan twee inwoners is geschreven."),
        ("Familie De Haan is terug.", "Een gezin is terug."),
        ("Beste P. Verhoeven, uw lamp is gemaakt.", "Beste inwoner, uw lamp is gemaakt."),
        ("Buurman Kees zet zelf de bak aan de weg.", "Een buurman zet zelf de bak aan de weg."),
        ("Gepensioneerd boswachter Jan Bakker kreeg een lift.", "Een gepensioneerd boswachter kreeg een lift."),
        ("Ahmed Bouazza's dossier is klaar.", "Iemands dossier is klaar."),
        ("Ali Demir en Ans Bos kregen een brief.", "Een inwoner en nog een inwoner kregen een brief."),
        ("- Mevrouw De Wit belde.\n- Klaar.", "- Een inwoner belde.\n- Klaar."),
        ("De lift bij de bewoner op Kerkstraat 12 werkt.", "De lift bij de bewoner in de buurt werkt."),
        ("Kerkstraat 14 heeft weer licht, zegt de bewoner.", "Een huis in de buurt heeft weer licht, zegt de bewoner."),
        ("De buren van nummer 7 hebben warm water.", "De buren hebben warm water."),
        ("Op nummer 12 in de Lindelaan is de kraan gemaakt.", "In de buurt is de kraan gemaakt."),
        ("U kunt hem bellen op 06-12345678.", "U kunt hem bellen."),
        ("Bel 06-12345678 voor hem.", "Bel de inwoner voor hem."),
        ("Zijn BSN is 999956838.", "Zijn BSN is bekend."),
        ("De aanvraag van 999956838 is betaald.", "De aanvraag van een inwoner is betaald."),
        ("De auto (12-AEI-3) is weg.", "De auto is weg."),
        ("Teruggestort op NL91ABNA0417164300.", "Teruggestort op een rekening."),
        ("De jongen is geboren op 2 mei 2011 en zwemt.", "De jongen is geboren in 2011 en zwemt."),
        ("Het meisje, geb. 12 april 2014, zwemt.", "Het meisje zwemt."),
        ("Mail jan punt jansen apenstaartje gmail punt com.", "Mail de inwoner."),
    ],
)  # fmt: skip
def test_a_sentence_stays_a_sentence(text: str, better: str) -> None:
    assert mended(text) == better


def test_whatever_is_found_can_be_mended_away() -> None:
    left = [text for text in TEXTS if privacy.find(mended(text))]

    assert not left


@given(st.text(max_size=40), st.sampled_from(TEXTS), st.text(max_size=40))
@settings(max_examples=50, deadline=None)
def test_nothing_changes_but_the_place_and_the_words_that_lead_to_it(before: str, written: str, after: str) -> None:
    text = f"{before} {written} {after}"
    for finding in privacy.find(text):
        mend = repair(text, finding)

        assert 0 <= mend.start <= finding.start < finding.end <= mend.end <= len(text)
        assert finding.start - mend.start <= 60
        assert mend.end - finding.end <= 40
        assert mend.on(text) == text[: mend.start] + mend.words + text[mend.end :]
