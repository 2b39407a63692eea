"""What somebody had before their eyes when they published it: what goes out is what they saw."""

from flask import request
from flask_babel import lazy_gettext as _l

from board.core.opgaven.results import Result
from board.core.publishing.result_photos import ResultPhoto
from board.web.fields import PublicationReasonForm
from board.web.merging import EditForm, Fact
from board.web.responses import tag

CHANGED = _l("Een collega veranderde deze tekst. Lees hem nog eens.")


def as_it_stands(result: Result, photo: ResultPhoto | None) -> Fact:
    """The result as it can go out now: another one as soon as its words change, or the photo that goes with it."""
    beside = (photo.photo_id, photo.alt, photo.credit) if photo else ()
    return Fact("resultaat", tag(result.version, *beside), CHANGED)


class SeenForm(PublicationReasonForm, EditForm):
    """Publishing a result: as it was seen, and with a reason when it seems to hold personal data."""

    @property
    def was_on_page(self) -> bool:
        """Whether the page that was sent held this form; what became ready since then was not read yet."""
        return self.gezien.name in request.form
