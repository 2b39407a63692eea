"""Every form on what stands there already: where it is sent, on which page it stands, and what a browser would send.

Whoever makes a new form that changes something adds it here; a test goes over all addresses and asks for it.
"""

import re
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.exceptions import HTTPException

# By endpoint, what comes off its address to get the page on which the form stands.
EDITS = {
    "card.edit": "",
    "card.lay": "",
    "card.split_card": "",
    "card.publish": "",
    "card.stop": "",
    "card.put_photo": "",
    "card.remove_photo": "/weg",
    "board.move_many": "",
    "week.publish": "",
    "week.introduce": "/vooraf",
    "manage.save_me": "",
    "manage.person_change": "",
    "manage.confirm_name": r"/mensen/\d+/naam",
    "sign_in.choose_now": "",
    "faces.choose": "",
    "faces.limit": "",
    "opgaven.give_role": r"/\d+/rol",
    "increments.reach": "/bereikt",
    "increments.choose_pile": "/klein|/groter$",
    "why.name_reason": "/waarom",
    "opgaven.save_settings": "",
    "council.write": "",
    "card.rewrite_note": "",
    "card.rewrite_item": "/woorden",
    "why.rewrite": "",
    "why.change_check": "",
    "why.change_story": "",
    "citizen.change": "",
    "signals.change": "",
    "signals.tell_back": "/teruggekoppeld",
    "increments.edit": "",
    "leadership.refine": "",
    "leadership.answer_question": "",
    "leadership.say_own_sentence": "",
    "leadership.ask_better": "",
    "leadership.reply": "/antwoord",
    "talents.change": "",
    "talents.change_lesson": "",
    "colleagues.change": "",
}
Fields = dict[str, Any]


class Forms(HTMLParser):
    """What a browser would send of each form on a page, by the address where it goes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, Fields] = {}
        self.fields: Fields = {}
        self.text: str | None = None
        self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.fields = self.found.setdefault(path(said.get("action", "")), {})
        elif tag == "button" and "formaction" in said:
            self.found[path(said["formaction"])] = self.fields
        elif tag == "textarea":
            self.text = said.get("name")
            self.fields[said.get("name", "")] = ""
        elif tag == "select":
            self.select = said.get("name", "")
        elif tag == "option" and ("selected" in said or self.select not in self.fields):
            self.fields[self.select] = said.get("value", "")
        elif tag == "input":
            self._input(said.get("name", ""), said)

    def _input(self, name: str, said: dict[str, str]) -> None:
        kind = said.get("type", "text")
        if kind == "checkbox" and "checked" in said:
            self.fields[name] = [*self.fields.get(name, []), said.get("value", "y")]
        elif kind not in {"checkbox", "submit", "file"} and (kind != "radio" or "checked" in said):
            self.fields[name] = said.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.text:
            self.fields[self.text] += data.removeprefix("\r").removeprefix("\n") if not self.fields[self.text] else data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.text = None
        if tag == "form":
            self.fields = {}


def path(address: str) -> str:
    """An address without what comes after the question mark."""
    return address.partition("?")[0]


def sent_by(page: str, address: str) -> Fields:
    """What a browser sends of the form on this page that goes to this address."""
    return dict(Forms(page).found[path(address)])


def page_of(app: Flask, address: str) -> str | None:
    """The page on which the form stands that is sent to this address; None when it changes nothing that stands."""
    try:
        endpoint, _arguments = app.url_map.bind("").match(path(address), method="POST")
    except HTTPException:
        return None
    if endpoint not in EDITS:
        return None
    here, question, rest = address.partition("?")
    return (re.sub(EDITS[endpoint], "", here) if EDITS[endpoint] else here) + question + rest


def seen_on(page: str, address: str) -> Fields:
    """What the form that goes to this address says that its reader saw."""
    fields = Forms(page).found.get(path(address), {})
    return {name: value for name, value in fields.items() if name.endswith("gezien")}
