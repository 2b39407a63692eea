"""What the command prints: a report in words for who sits at a terminal, and in JSON for machines."""

from collections.abc import Iterator

from flask_babel import gettext as _

from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.coming import Coming
from board.exchange.trello.losses import Loss
from board.exchange.trello.mapping import ListMapping
from board.exchange.trello.phrases import AWAY_TARGETS, FIELDS, LOST, TARGETS, why
from board.exchange.trello.plan import Plan
from board.exchange.trello.report import (
    about,
    comes_along,
    examples,
    in_archive,
    left,
    lists_with_cards,
    skipped,
    states,
    updated,
    what_came,
    what_comes,
    will_be_updated,
)


def as_json(plan: Plan, found: Coming | None = None) -> dict[str, object]:
    """What `opgavebord import trello --json` prints. The keys and `…_key` stay; the words may change."""
    updates = found.updates if found else ()
    return {
        "cards": plan.counts.cards,
        "created": plan.counts.created,
        "skipped": plan.counts.skipped,
        "updated": sum(bool(update.taken) for update in updates),
        "left": [{"card": title, "fields": fields} for title, fields in left(updates)],
        "lost": [_loss_as_json(each) for each in plan.lost],
    }


def _loss_as_json(loss: Loss) -> dict[str, object]:
    return {
        "what": str(LOST[loss.what]),
        "what_key": loss.what,
        "count": loss.count,
        "why": why(loss.what, loss.why),
        "why_key": loss.why.value,
        "examples": list(loss.examples),
    }


def as_text(board: TrelloBoard, mapping: ListMapping, plan: Plan, dry_run: bool, found: Coming | None = None) -> str:
    """The same for somebody at a terminal."""
    lines = [*_lines(board, mapping, plan, dry_run), *(_about_cards_here(found, dry_run) if found else ())]
    if dry_run:
        hint = _('Moet een lijst ergens anders heen? Zeg het zo: --list "Besproken=gedaan".')
        lines += ["", _("Dit was een proef. Er is niets veranderd."), hint]
    return "\n".join(lines)


def _about_cards_here(found: Coming, dry_run: bool) -> Iterator[str]:
    """What a later export changes in cards that are here, and what it leaves."""
    if found.older_than:
        yield ""
        yield _("Dit bestand is ouder dan wat hier al is opgehaald. Kaarten die hier al zijn, blijven zoals ze zijn.")
    if any(update.taken for update in found.updates):
        yield ""
        yield will_be_updated(found) if dry_run else updated(found)
    if rest := left(found.updates):
        yield ""
        yield _("Blijft zoals het hier staat. Kies dit op de pagina van de import:")
        yield from (f"  {title}: {', '.join(str(FIELDS[name]) for name in names)}" for title, names in rest)


def _lines(board: TrelloBoard, mapping: ListMapping, plan: Plan, dry_run: bool) -> Iterator[str]:
    yield _("Trello-bord: %(name)s", name=board.name or _("zonder naam"))
    yield from about(board)
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
