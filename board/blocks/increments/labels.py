"""What the outcomes of results are called where a brick stands in a list."""

from flask_babel import lazy_gettext as _l

from board.core.opgaven.results import Outcome

OUTCOMES = {Outcome.SUCCEEDED: _l("gelukt"), Outcome.PARTLY: _l("deels gelukt"), Outcome.LEARNED: _l("geleerd")}
