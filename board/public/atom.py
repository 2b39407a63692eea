"""Atom feeds: the same results, to follow without account or tracking (RFC 4287)."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator
from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup, escape

from board.config import Settings
from board.public.opgave.sentences import how_we_know
from board.public.shapes import PublicOpgave, PublicPhoto, PublicResult
from board.web.labels import OUTCOMES

ENTRIES = 50
# XML cannot hold these, not even escaped; a pasted text may.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# RFC 4151 wants a date on which the name was ours; date and name stay the same for ever, so that ids do.
SINCE = "2026"


class Feed(Atom1Feed):  # type: ignore[misc]
    """A feed that does not claim to be new when nothing was ever published, and that carries photos along."""

    def root_attributes(self) -> dict[str, str]:
        # Where a reader looks for what has no host of its own.
        return {**super().root_attributes(), "xml:base": self.feed["base"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, str | None]) -> None:
        super().add_item_elements(handler, item)
        if item["photo"]:  # without its length, which is a hint only, and would be a question for each photo
            link = {"rel": "enclosure", "type": "image/webp", "href": item["photo"]}
            handler.addQuickElement("link", "", link)

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(2026, 1, 1, tzinfo=UTC)


def feed(settings: Settings, results: Sequence[PublicResult], opgave: PublicOpgave | None = None) -> str:
    """The newest results of one opgave, or of all."""
    made = _empty(settings, opgave)
    for result in results:
        link = settings.base_url + url_for("public.result", number=result.number)
        made.add_item(
            title=_writable(result.sentence),
            link=link,
            unique_id=_tag(settings, f"resultaten/{result.number}"),
            description=None,
            content=_writable(_story(result) + _photo(settings, result.photo)),
            author_name=_writable(result.face.name),
            pubdate=result.published_at,
            updateddate=result.changed_at or result.published_at,
            categories=[_writable(result.opgave.name)],
            photo=result.photo and settings.base_url + result.photo.address(result.photo.widths[-1]),
        )
    return str(made.writeString("utf-8"))


def _empty(settings: Settings, opgave: PublicOpgave | None) -> Feed:
    if opgave is None:
        title = _("Wat we deze week deden · %(organisation)s", organisation=settings.organisation)
        page, address, name = url_for("public.home"), url_for("public.feed"), "feed"
    else:
        title = f"{opgave.name} · {settings.organisation}"
        page = url_for("public.opgave", slug=opgave.slug)
        address, name = url_for("public.opgave_feed", slug=opgave.slug), f"opgaven/{opgave.slug}"
    return Feed(
        title=_writable(title),
        link=settings.base_url + page,
        feed_url=settings.base_url + address,
        feed_guid=_tag(settings, name),
        description=None,
        language="nl",
        author_name=settings.organisation,
        feed_copyright=settings.licence,
        base=f"{settings.base_url}/",
    )


def _tag(settings: Settings, name: str) -> str:
    return f"tag:{urlsplit(settings.authority).hostname},{SINCE}:{name}"


def _story(result: PublicResult) -> Markup:
    """The whole result as a little HTML, for feed readers."""
    parts = [
        (_("Wat we deden:"), result.deed),
        (_("Wat we leerden:"), result.lesson),
        (_("Hoe weten we dat?"), how_we_know(result.evidence) if result.evidence else ""),
    ]
    told = [Markup("<p><b>{}</b> {}</p>").format(label, text) for label, text in parts if text]
    outcome = Markup("<p>{}</p>").format(OUTCOMES[result.outcome])
    return Markup("").join([Markup("<p>{}</p>").format(escape(result.sentence)), *told, outcome])


def _photo(settings: Settings, photo: PublicPhoto | None) -> Markup:
    """The photo of the work, of a width that fits a feed reader, with its size, so that no text jumps."""
    if photo is None:
        return Markup("")
    width = min(photo.widths, key=lambda one: abs(one - 960))
    height = round(photo.height * width / photo.width)
    image = Markup('<p><img src="{}" alt="{}" width="{}" height="{}"></p>')
    shown = image.format(settings.base_url + photo.address(width), photo.alt, width, height)
    credit = Markup("<p>{}</p>").format(_("Foto: %(credit)s", credit=photo.credit))
    return shown + credit if photo.credit else shown


def _writable(text: str) -> str:
    return UNWRITABLE.sub("", str(text))
