"""Forms on what stands there already: they carry what their reader saw, so that nobody's work is overwritten.

The rule itself is board/core/record/merging.py. This part reads and fills forms, and says in words what came of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, ClassVar, NamedTuple, Self

from flask import request
from flask_babel import gettext as _
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import BooleanField, DateField, Field, HiddenField, SelectFieldBase, SelectMultipleField

from board.core.people.people import Person
from board.core.record.merging import Merged, Seen, Value, marks, merge, sealed, unsealed
from board.core.undo.last_changes import changed_by
from board.db import ledger
from board.invisible import tidied
from board.web import repairs
from board.web.fields import Form, NamesField
from board.web.labels import day

# What the choice between two texts is called: action-keus=hun takes over what a colleague wrote.
CHOICE, THEIRS = "-keus", "hun"


@dataclass(frozen=True)
class Fact:
    """What a form leans on without asking for it: where a card stands, which photo lies there.

    `value` is empty in the ordinary case; `words` say what happened to somebody who saw another value.
    """

    name: str
    value: str
    words: Any

    @property
    def key(self) -> str:
        """Its place among what was seen, where no field can stand."""
        return f"_{self.name}"


class Who(NamedTuple):
    """Who changed something meanwhile, by first name; without a name when the history does not know."""

    name: str = ""
    is_me: bool = False

    @property
    def wrote(self) -> str:
        """The words above their text."""
        if self.is_me:
            return _("Wat je zelf in een ander venster schreef")
        return _("Wat %(name)s schreef", name=self.name) if self.name else _("Wat er nu staat")

    def came_in(self, fields: Sequence[Field]) -> str:
        """What only they changed, in one sentence."""
        words = {"name": self.name, "fields": ", ".join(f"“{field.label.text}”" for field in fields)}
        if self.is_me:
            return _("Zelf veranderde je intussen ook %(fields)s, in een ander venster. Dat blijft staan.", **words)
        if self.name:
            return _("%(name)s veranderde intussen ook %(fields)s. Dat blijft staan.", **words)
        return _("Intussen veranderde ook %(fields)s. Dat blijft staan.", **words)


class ConflictQuestion(NamedTuple):
    """A field that two people changed, with both texts in words."""

    field: Field
    # What the choice between both is called in the form.
    choice: str
    mine: str
    theirs: str
    who: Who


class EditForm(Form):
    """A form on something that is there already.

    `on` shows it, `sent_on` reads what was sent; both get what stands there `now`, by field, as the form is filled.
    What is not in `now` (a first guess, a file, the reason why) is simply typed.
    """

    gezien = HiddenField()
    # Fields that mean something only with each other: the kind of evidence and its words.
    TOGETHER: ClassVar[Sequence[Collection[str]]] = ()
    # What the history calls a field, when that is not its name.
    COLUMNS: ClassVar[Mapping[str, str]] = {}
    merged = Merged()
    # What stands there now, what it is about, and what happened meanwhile besides what is in the fields.
    held: Mapping[str, Value] = {}
    things: Collection[Any] = ()
    happened: Sequence[str] = ()

    @classmethod
    def on(cls, now: Mapping[str, Any], facts: Iterable[Fact] = (), **more: Any) -> Self:
        """The form as it stands now, to be changed; `more` are first guesses and what its own class wants."""
        form = cls(formdata=None, **now, **more)
        form.gezien.data = sealed(_held(form, now) | _of(facts))
        if request.method == "GET" and repairs.NAME in request.args:  # from a page where its words stood to be read
            form.mended = repairs.mend(form, request.args[repairs.NAME])
        return form

    @classmethod
    def sent_on(cls, now: Mapping[str, Any], *things: Any, facts: Sequence[Fact] = (), **more: Any) -> Self:
        """The form that was sent, brought together with what stands there now. `things` are what it is about."""
        shown = cls(formdata=None, **now, **more)
        held, seen = _held(shown, now), unsealed(request.form.get(shown.gezien.name, ""))
        merged = merge(seen, held, _typed(shown, held, seen), lists=_lists(shown), together=cls.TOGETHER)
        form = cls(formdata=_filled(shown, merged), **now, **more)
        form.merged, form.held, form.things = merged, held, [thing for thing in things if thing is not None]
        form.happened = [str(fact.words) for fact in facts if marks(_of([fact])).get(fact.key) != seen.get(fact.key)]
        form.gezien.raw_data, form.gezien.data = None, sealed({**held, **_of(facts)})
        return form

    def now_shows(self, now: Mapping[str, Any]) -> None:
        """What its page shows now, after part of the work was kept."""
        held = _held(type(self)(formdata=None, **now), now)
        self.gezien.raw_data, self.gezien.data = None, sealed(held)

    def waits(self) -> int:
        """409 when somebody has to choose first, 422 when something is not filled in right, 0 when all is well."""
        is_sound = self.validate_on_submit()
        return 409 if self.has_conflict else 0 if is_sound else 422

    @property
    def has_conflict(self) -> bool:
        """Whether something happened meanwhile that somebody has to read before this is kept."""
        return bool(self.merged.both or self.happened)

    @property
    def conflicts(self) -> list[ConflictQuestion]:
        """The fields that both changed."""
        who, found = self._who(self.merged.both), []
        for name in self.merged.both:
            mine, theirs = (value_in_words(self[name], value[name]) for value in (self.merged.values, self.held))
            found.append(ConflictQuestion(self[name], self[name].name + CHOICE, mine, theirs, who[name]))
        return found

    @property
    def headline(self) -> str:
        """What happened, in a few words."""
        if not self.merged.both:
            return _("Er is intussen iets gebeurd") if self.happened else _("Dit kwam er intussen bij")
        others = {question.who for question in self.conflicts}
        if all(who.is_me for who in others):
            return _("Dit veranderde je ook in een ander venster")
        name = others.pop().name if len(others) == 1 else ""
        return _("%(name)s en jij veranderden hetzelfde", name=name or _("Een collega"))

    @property
    def came_in(self) -> list[tuple[Who, list[Field]]]:
        """What only others changed, by who did."""
        who, found = self._who(self.merged.theirs), defaultdict(list)
        for name in self.merged.theirs:
            found[who[name]].append(self[name])
        return list(found.items())

    @property
    def news(self) -> str:
        """What came in, in one line for after the save."""
        return " ".join(who.came_in(fields) for who, fields in self.came_in)

    def _who(self, names: Collection[str]) -> dict[str, Who]:
        columns = {name: self.COLUMNS.get(name, name) for name in names}
        people = changed_by(self.things, columns.values()) if names else {}
        return {name: _called(people.get(column)) for name, column in columns.items()}


def _called(person: Person | None) -> Who:
    return Who(person.short_name, person.id == ledger().who) if person else Who()


def _of(facts: Iterable[Fact]) -> dict[str, Value]:
    return {fact.key: (fact.value,) if fact.value else () for fact in facts}


def _held(form: Form, now: Iterable[str]) -> dict[str, Value]:
    """What the form holds in these fields, as a browser would send it."""
    return {name: _values(form[name], form[name].data) for name in now if name in form}


def _values(field: Field, data: Any) -> Value:
    if isinstance(field, BooleanField):
        return ("y",) if data else ()
    if isinstance(field, NamesField):
        return field.names(data or "")
    several = data if isinstance(data, list | tuple | set) else [data]
    return tuple(text for value in several if (text := _text(value)))


def _text(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else tidied("" if value is None else str(value))


def _typed(form: Form, held: Mapping[str, Value], seen: Seen) -> dict[str, Value]:
    """What was sent in these fields, or taken over from a colleague. What was not sent was not shown."""
    typed = {}
    for name, value in held.items():
        field = form[name]
        is_box = isinstance(field, BooleanField | SelectMultipleField)  # a browser says nothing of one without a tick
        if field.name in request.form or is_box:
            typed[name] = _sent(field, request.form.getlist(field.name))
        if request.form.get(field.name + CHOICE) == THEIRS and marks({name: value}).get(name) == seen.get(name):
            typed[name] = value
    return typed


def _sent(field: Field, texts: list[str]) -> Value:
    if isinstance(field, NamesField):
        return field.names(",".join(texts))
    if isinstance(field, BooleanField):
        return ("y",) if any(text not in field.false_values for text in texts) else ()
    return tuple(text for text in map(tidied, texts if isinstance(field, SelectMultipleField) else texts[:1]) if text)


def _lists(form: Form) -> set[str]:
    return {field.short_name for field in form if isinstance(field, NamesField | SelectMultipleField)}


def _filled(form: Form, merged: Merged) -> CombinedMultiDict[str, Any]:
    """What was sent, with in it what came in."""
    filled: MultiDict[str, Any] = MultiDict(request.form)
    for name, value in merged.values.items():
        several = isinstance(form[name], SelectMultipleField | BooleanField)
        filled.setlist(form[name].name, list(value) if several else [_in_a_line(form[name], value)])
        if several and not value:
            filled.poplist(form[name].name)
    return CombinedMultiDict([request.files, filled])


def value_in_words(field: Field, value: Value) -> str:
    """What a field says, as somebody reads it there; empty when it says nothing."""
    if isinstance(field, BooleanField):
        return _("ja") if value else _("nee")
    if isinstance(field, SelectFieldBase):
        labels = {_text(choice.value): str(choice.label) for choice in field.iter_choices()}
        return ", ".join(labels.get(text, text) for text in value or ("",) if labels.get(text, text))
    if isinstance(field, DateField) and value:
        try:
            return day(date.fromisoformat(value[0]))
        except ValueError:
            return value[0]
    return _in_a_line(field, value)


def _in_a_line(field: Field, value: Value) -> str:
    return NamesField.text(value) if isinstance(field, NamesField) else ", ".join(value)
