"""counted(raw), brought(plan): what stands in an export, and what an import makes of it, each counted by itself.

`counted` looks at the JSON alone and shares no line with the importer, so that one mistake is not made twice.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from board.exchange.trello.plan.plan import Plan

Json = dict[str, Any]
SAID = ("commentCard", "copyCommentCard")
# Under which name a plan says that it does not bring things of a kind.
NAMED: Mapping[str, tuple[str, ...]] = {
    "cards": ("cards_left_out", "separators", "unreadable_cards", "duplicate_cards"),
    "lines": ("empty_lines", "lines_of_removed_cards"),
    "comments": (
        *("empty_comments", "comments_of_removed_cards"),
        *("empty_comments_of_removed_cards", "double_comments"),
    ),
    "labels": ("empty_labels",),
    "people": ("members_without_name",),
    "attachments": ("empty_attachments",),
    "fields": (),
    "days": (),
}


def objects(value: object) -> list[Json]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def counted(raw: Json) -> Counter[str]:
    """How many of each kind stand in the file; of a card that stands there twice only the first counts."""
    whole: dict[str, Json] = {}
    for card in objects(raw.get("cards")):
        whole.setdefault(str(card.get("id")), card)
    cards = list(whole.values())
    return Counter(
        cards=len(raw["cards"]),
        lines=sum(len(objects(each.get("checkItems"))) for each in objects(raw.get("checklists"))),
        comments=sum(each.get("type") in SAID for each in objects(raw.get("actions"))),
        labels=sum(len(set(looks(card))) for card in cards),
        people=sum(len(set(card.get("idMembers") or [])) for card in cards),
        attachments=sum(len(objects(card.get("attachments"))) for card in cards),
        fields=sum(map(is_filled, (each for card in cards for each in objects(card.get("customFieldItems"))))),
        days=sum(bool(card.get(name)) for card in cards for name in ("due", "start")),
    )


def looks(card: Json) -> Iterator[tuple[str, str]]:
    """Each label as a reader of the board sees it: two with one name and one colour are one."""
    for label in objects(card.get("labels")):
        yield " ".join((label.get("name") or "").split()).casefold(), label.get("color") or ""


def is_filled(item: Json) -> bool:
    value = item.get("value") or {}
    return bool(item.get("idValue")) or any(word not in ("", "false", None) for word in value.values())


def brought(plan: Plan) -> Counter[str]:
    """How many of each kind come, or are named as what does not."""
    found = Counter(came(plan))
    lost = {each.what: each.count for each in plan.lost}
    for kind, names in NAMED.items():
        found[kind] += sum(lost.get(name, 0) for name in names)
    return found


def came(plan: Plan) -> dict[str, int]:
    texts = [card.description for card in plan.cards]
    said = [note for card in plan.cards for note in card.notes]
    return {
        "cards": len(plan.cards),
        "lines": sum(len(card.checklist) for card in plan.cards),
        "comments": sum(note.author_name != "Import uit Trello" for note in said),
        "labels": sum(len(card.labels) for card in plan.cards),
        "people": sum(people(card.notes[-1].text if card.notes else "") for card in plan.cards),
        "attachments": sum(lines_under(text, "Bijlagen in Trello:") for text in texts),
        "fields": sum(lines_under(text, "Velden in Trello:") for text in texts),
        "days": sum(text.count(word) for text in texts for word in ("Af op ", "Begint op ", "Einddatum in Trello: ")),
    }


def people(note: str) -> int:
    """How many people a note names; nobody of them has an account in these tests, and none has a comma."""
    _, here, after = note.partition("hoorden ook bij deze kaart: ")
    return len(after.partition(". Zij hebben")[0].split(", ")) if here else 0


def lines_under(text: str, heading: str) -> int:
    """The lines of the list under this heading of the importer, which comes after the words of people."""
    _, here, after = text.rpartition(f"{heading}\n\n")
    return sum(line.startswith("- ") for line in after.split("\n\n")[0].splitlines()) if here else 0
