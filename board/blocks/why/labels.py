"""What worries, sentences that keep them alive, and stories are called on the screen."""

from typing import Any

from flask_babel import lazy_gettext as _l

from board.blocks.why.models import Story
from board.core.opgaven.worries import Worry, WorryCheck

KINDS: dict[type[Any], Any] = {Worry: _l("zorg"), WorryCheck: _l("nog wakker van"), Story: _l("verhaal")}
EARLIER_WORRY = _l("eerdere zorg")
# What the history of a card says of these: when it was made, when this field changed, and otherwise.
HISTORY: dict[str, dict[str, Any]] = {"reason": {"": _l("zei waarom we dit doen")}}
