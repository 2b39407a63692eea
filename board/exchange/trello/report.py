"""What an import does or did, in words for people: on the screen and at a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from board.core.opgaven.cards import CardState
from board.exchange.trello.labels import AWAY_TARGETS, FIELDS, LOST, TARGETS, why
from board.exchange.trello.plan.lists import ListMapping, in_archive, lists_with_cards
from board.exchange.trello.plan.losses import Loss
from board.exchange.trello.plan.plan import Counts, Plan
from board.exchange.trello.plan.words import shorten
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.write.comparison import CardUpdate
from board.exchange.trello.write.proposal import Proposal, RenamedList
from board.web.labels import STATES


def fields_left(updates: Iterable[CardUpdate]) -> list[tuple[str, list[str]]]:
    """What changed over there and stays here as it is, because somebody has to choose or a result holds it."""
    names = [
        (update.title, [*(each.name for each in update.asked if each not in update.taken), *update.held])
        for update in updates
    ]
    return [(title, list(dict.fromkeys(fields))) for title, fields in names if fields]


def board_remarks(board: TrelloBoard) -> list[str]:
    """What to know of the board before its cards."""
    if board.closed:
        return [_("Dit bord is in Trello gesloten.")]
    return []


def what_comes(counts: Counts) -> str:
    """How many cards there are, and how many are new here."""
    return _(
        "Kaarten in het bestand: %(cards)s. Nieuw hier: %(created)s.",
        cards=counts.cards,
        created=counts.created,
    )


def what_came(counts: Counts) -> str:
    """What was done, for after it."""
    if not counts.cards:
        return _("Er kwam geen kaart bij: in dit bestand staat geen enkele kaart.")
    if not counts.created and counts.already == counts.cards:
        return _("Er kwam geen kaart bij: alles in dit bestand is hier al.")
    if not counts.created:
        return _("Er kwam geen kaart bij: wat in dit bestand staat, is hier al of komt niet mee.")
    return ngettext(
        "Er is %(num)s kaart uit Trello bij gekomen.",
        "Er zijn %(num)s kaarten uit Trello bij gekomen.",
        counts.created,
    )


def done_message(found: Proposal, whole: Plan | None = None) -> str:
    """What was done, for after it; `whole` is all of the file, when it took more than one go."""
    counts = found.plan.counts
    parts = [all_came(counts)] if whole else [what_came(counts)] if counts.created or not found.to_update else []
    if found.to_update:
        parts.append(updated(found))
    if found.left_open:
        parts.append(left_open(found))
    return " ".join([*parts, *next_steps(whole or found.plan)])


def updated(found: Proposal) -> str:
    """In how many cards something was taken over."""
    changed = sum(bool(update.taken) for update in found.updates)
    if not changed:
        return _("Je keuzes zijn bewaard.")
    return ngettext("%(num)s kaart is bijgewerkt.", "%(num)s kaarten zijn bijgewerkt.", changed)


def will_be_updated(found: Proposal) -> str:
    """The same, beforehand."""
    changed = sum(bool(update.taken) for update in found.updates)
    return ngettext("%(num)s kaart wordt bijgewerkt.", "%(num)s kaarten worden bijgewerkt.", changed)


def renamed(column: RenamedList) -> str:
    """That a list has another name over there, and how many cards take it over."""
    return ngettext(
        "De lijst “%(before)s” heet in Trello nu “%(now)s”: %(num)s kaart.",
        "De lijst “%(before)s” heet in Trello nu “%(now)s”: %(num)s kaarten.",
        column.cards,
        before=column.before,
        now=column.now,
    )


def left_open(found: Proposal) -> str:
    """What waits for somebody to choose."""
    return ngettext(
        "%(num)s verschil bleef zoals het hier staat.",
        "%(num)s verschillen bleven zoals het hier staat.",
        found.left_open,
    )


def all_came(counts: Counts) -> str:
    """What was done in more than one go."""
    here, _of = import_progress(counts)
    return ngettext(
        "Klaar. Er staat %(num)s kaart uit Trello op dit bord.",
        "Klaar. Er staan %(num)s kaarten uit Trello op dit bord.",
        here + counts.created,
    )


def import_progress(counts: Counts) -> tuple[int, int]:
    """How many cards of the file are here, and how many there will be."""
    return counts.already, counts.already + counts.created


def skipped(counts: Counts) -> list[str]:
    """Why some cards of the file are passed over."""
    found = (
        (counts.already, _("Al eerder gekomen: %(n)s", n=counts.already)),
        (counts.left_out, _("Overgeslagen door jou: %(n)s", n=counts.left_out)),
        (counts.separators, _("Alleen een streep: %(n)s", n=counts.separators)),
        (counts.duplicates, _("Dubbel in het bestand: %(n)s", n=counts.duplicates)),
        (counts.unreadable, _("Niet te lezen: %(n)s", n=counts.unreadable)),
    )
    return [line for number, line in found if number]


def next_steps(plan: Plan) -> list[str]:
    """What whoever brought the cards in should know now."""
    to_tell = sum(card.result_to_tell for card in plan.cards)
    stopped = sum(card.state == CardState.STOPPED.value for card in plan.cards)
    found = (
        (to_tell, _("Wacht nog op een resultaat: %(n)s.", n=to_tell)),
        (stopped, _("Gestopt, dus niet op het bord te zien: %(n)s.", n=stopped)),
    )
    return [line for number, line in found if number]


def states(plan: Plan) -> list[str]:
    """How many cards come in which state, and how many of them still have a result to tell."""
    found = Counter(CardState(card.state) for card in plan.cards)
    lines = [f"{found[state]} {STATES[state]}" for state in CardState if found[state]]
    if to_tell := sum(card.result_to_tell for card in plan.cards):
        lines.append(
            ngettext(
                "%(num)s kaart was al klaar: die wacht in bezig op het resultaat",
                "%(num)s kaarten waren al klaar: die wachten in bezig op het resultaat",
                to_tell,
            )
        )
    return lines


def comes_along(counts: Counts) -> list[str]:
    """What hangs on the cards that come."""
    found = (
        (counts.labels, ngettext("%(num)s label", "%(num)s labels", counts.labels)),
        (counts.checklist_items, _checklists(counts)),
        (counts.comments, ngettext("%(num)s opmerking", "%(num)s opmerkingen", counts.comments)),
        (
            counts.people_matched,
            ngettext("%(num)s persoon herkend", "%(num)s mensen herkend", counts.people_matched),
        ),
        (
            counts.people_unmatched,
            ngettext(
                "%(num)s persoon heeft hier geen account",
                "%(num)s mensen hebben hier geen account",
                counts.people_unmatched,
            ),
        ),
    )
    return [line for number, line in found if number]


def _checklists(counts: Counts) -> str:
    lists = ngettext("%(num)s lijstje", "%(num)s lijstjes", counts.checklists)
    return _(
        "%(lists)s met samen %(items)s",
        lists=lists,
        items=ngettext("%(num)s regel", "%(num)s regels", counts.checklist_items),
    )


def examples(loss: Loss) -> str:
    """Some by name, short enough to read on."""
    return ", ".join(f"‘{shorten(name, 50)}’" for name in loss.examples)


def as_text(board: TrelloBoard, mapping: ListMapping, plan: Plan, dry_run: bool, found: Proposal | None = None) -> str:
    """The same for somebody at a terminal."""
    lines = [*_lines(board, mapping, plan, dry_run), *(_about_cards_here(found, dry_run) if found else ())]
    if dry_run:
        hint = _('Moet een lijst ergens anders heen? Zeg het zo: --list "Besproken=gedaan".')
        lines += ["", _("Dit was een proef. Er is niets veranderd."), hint]
    return "\n".join(lines)


def _about_cards_here(found: Proposal, dry_run: bool) -> Iterator[str]:
    """What a later export changes in cards that are here, and what it leaves."""
    if found.older_than:
        yield ""
        yield _("Dit bestand is ouder dan wat hier al is opgehaald. Kaarten die hier al zijn, blijven zoals ze zijn.")
    if found.renamed_lists:
        yield ""
        yield from map(renamed, found.renamed_lists)
    if any(update.taken for update in found.updates):
        yield ""
        yield will_be_updated(found) if dry_run else updated(found)
    if rest := fields_left(found.updates):
        yield ""
        yield _("Blijft zoals het hier staat. Kies dit op de pagina van de import:")
        yield from (f"  {title}: {', '.join(str(FIELDS[name]) for name in names)}" for title, names in rest)


def _lines(board: TrelloBoard, mapping: ListMapping, plan: Plan, dry_run: bool) -> Iterator[str]:
    yield _("Trello-bord: %(name)s", name=board.name or _("zonder naam"))
    yield from board_remarks(board)
    yield what_comes(plan.counts) if dry_run else what_came(plan.counts)
    yield from skipped(plan.counts)
    yield ""
    yield _("Lijsten:")
    for column, cards in lists_with_cards(board):
        yield f"  {column.name} ({cards}): {TARGETS[mapping.target(column.id)]}"
    if away := in_archive(board, mapping):
        yield "  " + _("Uit het archief (%(cards)s): %(place)s", cards=away[0], place=AWAY_TARGETS[away[1]])
    if plan.cards:
        yield ""
        yield _("Komt mee:")
        yield from (f"  {line}" for line in (*states(plan), *comes_along(plan.counts)))
    for heading, losses in ((_("Komt anders mee:"), plan.changed), (_("Komt niet mee:"), plan.gone)):
        if losses:
            yield ""
            yield heading
            yield from (f"  {line}" for line in map(_lost_line, losses))


def _lost_line(loss: Loss) -> str:
    number = f": {loss.count}" if loss.count else ""
    some = _(" (zoals %(names)s)", names=examples(loss)) if loss.examples else ""
    return f"{LOST[loss.what]}{number}{some}. {why(loss.what, loss.why)}"
