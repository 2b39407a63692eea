"""A gentle word when a worry reads as an analysis. It may be ignored; the worry is saved anyway."""

from markupsafe import Markup

from board.checks.phrases import Found, analysis


def found_words(text: str) -> list[str]:
    """The words of an analysis in this text, each once."""
    return list({found.phrase.casefold(): found.phrase for found in reversed(analysis(text))}.values())[::-1]


def marked(text: str) -> Markup:
    """The text with those words marked."""
    parts, at = [], 0
    for found in analysis(text):
        parts += [Markup.escape(text[at : found.start]), _mark(found)]
        at = found.end
    return Markup("").join([*parts, Markup.escape(text[at:])])


def _mark(found: Found) -> Markup:
    return Markup("<mark>{}</mark>").format(found.phrase)
