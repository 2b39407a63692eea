"""What the board answers to a step: only what changed, what happened in words, and the way back."""

from collections.abc import Iterable, Sequence

from flask import Response, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_htmx import make_response as htmx_response
from markupsafe import Markup

from board.blocks import BY_KEY, MARK_COLUMNS
from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import change_in_transaction, last_step
from board.core.record.weeks import Week
from board.core.reports.board_rows import card_row
from board.core.undo.steps import Stays
from board.db import session
from board.team.board import view
from board.team.board.forms import QuickForm
from board.team.board.lens import BLOCKS_LENS, painter
from board.team.undo.messages import short, what_stays
from board.web.labels import STATES
from board.web.responses import flash_message, saved, wants_fragment


def _painted(opgave: Opgave, card: Card) -> Markup:
    return painter(view.lens(opgave), opgave, Week.now()).draw(card_row(opgave, card.id, MARK_COLUMNS))


def _focus(response: Response, selector: str, **more: object) -> Response:
    return htmx_response(response, trigger={"ob:focus": {"op": selector}, **more})


def added(opgave: Opgave, cards: Sequence[Card], before: QuickForm) -> ResponseReturnValue:
    """The new cards on top of their column, and the field open for the next: for the same colleague and week."""
    block, several = BY_KEY[cards[0].block], len(cards) > 1
    text = _("%(number)s kaarten staan op het bord.", number=len(cards)) if several else ""
    undo = url_for("back.take_step_back", step=last_step(session())) if several else None
    if not wants_fragment():
        if several:
            flash_message(text, undo=undo)
        return redirect(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{cards[0].id}"), 303)
    body = render_template(
        "team/board/_added.html",
        opgave=opgave,
        form=_next(opgave, before),
        block=block,
        cards=[_painted(opgave, card) for card in cards],
        name=short(cards[0]),
        text=text,
        undo=undo,
    )
    return _focus(make_response(body), f"#nieuw-{block.slug} textarea")


def _next(opgave: Opgave, before: QuickForm) -> QuickForm:
    """The field for the next card: for the same colleague and week, with a key of its own."""
    return view.quick_form(
        opgave, before, formdata=None, blok=before.blok.data, owner_id=before.owner_id.data, week=before.week.data
    )


def added_before(opgave: Opgave, before: QuickForm) -> ResponseReturnValue:
    """The quick field arrived twice: the field is open for the next card, and the board looks again now."""
    form = _next(opgave, before)
    block = view.block_of(form)
    body = render_template("team/board/_new.html", opgave=opgave, form=form, block=block)
    return _focus(make_response(body), f"#nieuw-{block.slug} textarea", **{"ob:kijk": {"target": "#bord"}})


def moved(opgave: Opgave, card: Card, in_step: bool) -> ResponseReturnValue:
    """The moved card, what happened, and “Ongedaan maken”.

    `in_step`: nobody else changed the board since the mover saw it, so what they see now is the newest.
    """
    back, text = _way_back(opgave, card), what_happened(card)
    if not wants_fragment():
        flash_message(text, undo=back)
        lens = view.lens(opgave)
        return redirect(
            url_for(
                "board.board",
                slug=opgave.slug,
                lens=None if lens == BLOCKS_LENS else lens,
                _anchor=f"kaart-{card.id}",
            ),
            303,
        )
    # The card replaces itself wherever it lies; the swap mark goes on the way, so the kept drawing stays clean.
    drawn = Markup(str(_painted(opgave, card)).replace("<article ", '<article hx-swap-oob="true" ', 1))  # noqa: S704
    body = render_template("team/board/_moved.html", opgave=opgave, card=drawn, text=text, undo=back)
    news = {"ob:versie": {"etag": view.of_fragment(view.etag(opgave)), "versie": opgave.version}} if in_step else {}
    return _focus(make_response(body), f"#kaart-{card.id} .ob-card__t a", **news)


def _way_back(opgave: Opgave, card: Card) -> str | None:
    """The address that takes back what this very request did to this card; None when it changed nothing."""
    change = change_in_transaction(session(), card)
    if change is None or change["verb"] != "changed":
        return None
    lens = None if view.lens(opgave) == BLOCKS_LENS else view.lens(opgave)
    return url_for("board.take_back", slug=opgave.slug, change=change["id"], lens=lens)


def what_happened(card: Card) -> str:
    """‘Bel tien mensen’ staat nu bij Klein, gepland."""
    place = f"{BY_KEY[card.block].title}, {STATES[card.state]}"
    if card.state is CardState.STOPPED:
        return _("‘%(card)s’ is gestopt en staat niet meer op het bord.", card=short(card))
    return _("‘%(card)s’ staat nu bij %(place)s.", card=short(card), place=place)


def left_where_they_are(cards: Iterable[Card]) -> str:
    """What colleagues moved meanwhile, in words; empty when nothing was."""
    names = ", ".join(f"‘{short(card)}’" for card in cards)
    if not names:
        return ""
    return _("Een collega verplaatste intussen %(cards)s. Daar deden we niets mee.", cards=names)


def tell_first(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Dropped on “gedaan”: the card stays where it was until its result is told."""
    url = url_for("card.finish", slug=opgave.slug, number=number)
    return htmx_response(redirect=url) if wants_fragment() else redirect(url, 303)


def taken_back(opgave: Opgave, card: Card, stays: Sequence[Stays]) -> ResponseReturnValue:
    """The board as it was, with the focus on the card, what stays of others, and the way back from this too."""
    text = f"{_('Teruggedraaid: %(what)s', what=what_happened(card))} {what_stays(stays)}".strip()
    back = _way_back(opgave, card)
    if not wants_fragment():
        flash_message(text, undo=back)
        return redirect(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{card.id}"), 303)
    response = view.board(opgave, message=text, undo=back)
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#bord", "morph:outerHTML"
    return _focus(response, f"#kaart-{card.id} .ob-card__t a")


def moved_together(number: int) -> str:
    """What happened to some cards at once."""
    return _("Bijgewerkt: %(number)s kaarten.", number=number) if number > 1 else _("Bijgewerkt: één kaart.")


def finished(opgave: Opgave, card: Card, text: str) -> ResponseReturnValue:
    """The brick lies on the board. Who laid it just now may take it back; better words have a page of their own."""
    url = url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{card.id}")
    change = change_in_transaction(session(), card)
    if change is not None and "state" in change["fields"]:
        return done(url, text)
    flash_message(text)
    return saved(url)


def edited(opgave: Opgave, card: Card, news: str = "") -> ResponseReturnValue:
    """Back to the board after saving a card, with the way back. `news`: what colleagues changed meanwhile."""
    flash_message(f"{_('‘%(card)s’ is bewaard.', card=short(card))} {news}".strip(), undo=_way_back(opgave, card))
    return saved(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{card.id}"))
