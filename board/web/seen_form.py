"""What somebody had before their eyes when they published it: what goes out is what they saw."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from board.core.opgaven.results import Result
from board.core.publishing.result_photos import ResultPhoto
from board.web.fields import PublicationReasonForm
from board.web.responses import tag

CHANGED = _l("Een collega veranderde deze tekst. Lees hem nog eens.")


def version_of(result: Result, photo: ResultPhoto | None) -> str:
    """Another one as soon as its words change, or the photo that goes out with it."""
    beside = (photo.photo_id, photo.alt, photo.credit) if photo else ()
    return tag(result.version, *beside)


class SeenForm(PublicationReasonForm):
    """Publishing a result: as it was seen, and with a reason when it seems to hold personal data."""

    version = HiddenField()

    def is_behind(self, version: str) -> bool:
        """Whether a colleague changed it since this page was made."""
        return (self.version.data or "") != version

    def look_again(self, version: str) -> None:
        """Say so; what is sent next was made with the new words in sight."""
        self.form_errors.append(CHANGED)
        self.version.raw_data, self.version.data = None, version
