"""What an import says is plain Dutch for people, and has keys that stay for machines."""

from dataclasses import fields, replace

from board.exchange.trello import command, labels, report
from board.exchange.trello.plan.lists import Target, guess
from board.exchange.trello.plan.losses import LossReason
from board.exchange.trello.plan.plan import Counts
from board.exchange.trello.read.files import Refusal
from tests.exchange.trello import trello

NOTHING = Counts(**{field.name: 0 for field in fields(Counts)})


def test_everything_has_words() -> None:
    assert set(labels.REFUSALS) == set(Refusal)
    assert set(labels.TARGETS) == set(Target)
    assert set(labels.WHY) == set(LossReason)
    assert set(labels.WHY_EXACTLY) <= set(labels.LOST)


def test_each_target_is_offered_once() -> None:
    offered = [target for _name, choices in labels.OFFERS for target in choices]
    assert sorted(offered, key=list(Target).index) == list(Target)


def test_the_answer_for_machines_has_words_and_keys() -> None:
    plan = trello.planned(trello.board(cards=[trello.card("Bel", cover={"color": "pink"})]))
    assert command.as_json(plan) == {
        "cards": 1,
        "created": 1,
        "skipped": 0,
        "updated": 0,
        "renamed_lists": [],
        "left": [],
        "lost": [
            {
                "what": "omslagen van kaarten",
                "what_key": "covers",
                "count": 1,
                "why": "Daar is hier geen plek voor.",
                "why_key": "no_place_here",
                "examples": ["Bel"],
            }
        ],
    }


def test_a_report_names_lists_what_comes_and_what_is_lost() -> None:
    raw = trello.board(
        lists=[trello.a_list("Gedaan")],
        cards=[trello.card("Bel", cover={"color": "pink"}, labels=[{"name": "Spoed", "color": None}])],
    )
    board = trello.reading(raw)
    text = report.as_text(board, guess(board), trello.planned(raw), dry_run=True)

    assert text.splitlines() == [
        "Trello-bord: Schulden",
        "Kaarten in het bestand: 1. Nieuw hier: 1.",
        "",
        "Lijsten:",
        "  Gedaan (1): gedaan (wacht in bezig op het resultaat)",
        "",
        "Komt mee:",
        "  1 bezig",
        "  1 kaart was al klaar: die wacht in bezig op het resultaat",
        "  1 label",
        "",
        "Komt niet mee:",
        "  omslagen van kaarten: 1 (zoals ‘Bel’). Daar is hier geen plek voor.",
        "",
        "Dit was een proef. Er is niets veranderd.",
        'Moet een lijst ergens anders heen? Zeg het zo: --list "Besproken=gedaan".',
    ]


def test_a_report_says_which_cards_are_passed_over() -> None:
    counts = replace(NOTHING, already=1, left_out=2, separators=3, duplicates=4, unreadable=5)

    assert [line.rsplit(" ", 1)[1] for line in report.skipped(counts)] == ["1", "2", "3", "4", "5"]
    assert "geen kaart" in report.what_came(counts)
