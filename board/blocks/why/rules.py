"""The rules of the why: when the worry still beats, and when it reads as an analysis. The weeks are a setting."""

from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from board.blocks.answers import Health, Progress
from board.checks.phrases import PhraseMatch, analysis


class Heartbeat(NamedTuple):
    """When the worry was signed, and when somebody last said to be still awake of it, if anyone did."""

    signed: date
    confirmed: date | None

    @property
    def last(self) -> date:
        return max(self.signed, self.confirmed or self.signed)


def judge(heartbeat: Heartbeat | None, on: date, heartbeat_weeks: int) -> Progress:
    """Quiet without a worry; asks attention when nobody confirmed it for `heartbeat_weeks` (PRODUCT.md, rule 5)."""
    if heartbeat is None:
        return Progress(Health.QUIET)
    health = Health.ASKS if heartbeat.last < asks_before(on, heartbeat_weeks) else Health.ALIVE
    return Progress(health, heartbeat._asdict())


def asks_before(on: date, heartbeat_weeks: int) -> date:
    """A worry that was confirmed before this day is asked for again."""
    return on - timedelta(weeks=heartbeat_weeks)


def analysis_words(text: str) -> list[str]:
    """The words of an analysis in this text, each once."""
    return list({finding.phrase.casefold(): finding.phrase for finding in reversed(analysis(text))}.values())[::-1]


def marked(text: str) -> Markup:
    """The text with those words marked."""
    parts, at = [], 0
    for finding in analysis(text):
        parts += [Markup.escape(text[at : finding.start]), _mark(finding)]
        at = finding.end
    return Markup("").join([*parts, Markup.escape(text[at:])])


def _mark(finding: PhraseMatch) -> Markup:
    return Markup("<mark>{}</mark>").format(finding.phrase)
