"""Columns of tables from the fields of the API's records: codes with names beside them, dates with their precision."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.base.languages import Lang
from macros.base.words import texts
from macros.export.api.values import Back, Day, Moment, Out, Ref, Source, Text, Url, Words
from macros.views import addresses

# What a cell holds; None is unknown or nothing. A tuple is a list of codes.
Cell = str | int | float | bool | Moment | tuple[str, ...] | None
Form = Literal[
    "key", "code", "codes", "name", "names", "text", "moment", "precision", "day", "number", "integer", "flag",
    "count", "address", "citations", "position",
]  # fmt: skip
# Between the codes, names or citations that one cell holds.
SEPARATOR: Final = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, the field that its title names, what its cells hold, and what they refer to."""

    name: str
    field: str
    form: Form
    to: str = ""

    def title(self, lang: Lang) -> str:
        """The heading for readers."""
        words = texts(lang)
        named = words["data"]["columns"].get(self.field) or words["fields"][self.field]
        return str(words["data"]["forms"][self.form]["title"].format(field=named))

    def explanation(self, lang: Lang) -> str:
        """What its cells hold, in a sentence or two."""
        words = texts(lang)["data"]
        own = words["explanations"].get(self.field if self.form not in {"name", "precision"} else "", "")
        return " ".join(filter(None, [words["forms"][self.form]["text"], own]))


class Reading(NamedTuple):
    """A column with how its cell follows from a record."""

    column: Column
    get: Callable[[Any], Cell]


class Shape(NamedTuple):
    """What a field holds: the type of one value, whether there are several, and the marks on it."""

    kind: Any
    many: bool
    marks: tuple[Any, ...]

    def mark(self, kind: type[Any]) -> Any:
        """The mark of a kind, if there is one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


def shape(field: FieldInfo) -> Shape:
    """What a field of a record of the API holds."""
    kind, marks, many = field.annotation, list(field.metadata), False
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            marks += kind.__metadata__  # type: ignore[union-attr]
        elif origin is list:
            many = True
        elif origin not in {Union, types.UnionType}:
            return Shape(kind, many, tuple(marks))
        kind = next(option for option in get_args(kind) if option is not type(None))


class Reader:
    """Makes columns for one language."""

    def __init__(self, lang: Lang, names: Mapping[str, Mapping[str, str]], citations: Mapping[str, str]) -> None:
        """Keep what names need.

        Args:
            lang: the language of names and texts.
            names: the name of each record that may be referred to, by list and id.
            citations: how each document is named in a citation, by id.
        """
        self.lang: Lang = lang
        self._names = names
        self._citations = citations
        self._site = addresses.site_url()

    def readings(self, kind: type[Out], prefix: str = "") -> Iterator[Reading]:
        """The columns of a record, in the order of its fields."""
        if issubclass(kind, Moment):
            yield Reading(Column("date", "date", "moment"), lambda moment: moment)
            yield Reading(Column("date_precision", "date", "precision"), lambda moment: moment.precision)
        for name, field in kind.model_fields.items():
            if issubclass(kind, Moment) and name in Moment.model_fields:
                continue
            found = shape(field)
            make = self._several if found.many else self._single
            for column, get in make(prefix + name, prefix + name, found):
                yield Reading(column, _within(name, get))

    def _several(self, name: str, field: str, found: Shape) -> Iterator[Reading]:
        """Columns of a list; what does not fit a cell has a table of its own."""
        ref = found.mark(Ref)
        if found.mark(Back):
            yield Reading(Column(f"{name}_count", field, "count"), len)
        elif ref is not None:
            names = self._names[ref.to]
            yield Reading(Column(name, field, "codes", ref.to), lambda ids: tuple(ids) or None)
            yield Reading(
                Column(f"{name}_name", field, "names"), lambda ids: SEPARATOR.join(names[i] for i in ids) or None
            )
        elif found.kind is str:
            yield Reading(Column(name, field, "names"), lambda values: SEPARATOR.join(values) or None)
        elif found.kind is Source:
            yield Reading(Column(name, field, "citations"), self._cite)
        else:
            yield Reading(Column(f"{name}_count", field, "count"), len)

    def _single(self, name: str, field: str, found: Shape) -> Iterator[Reading]:
        kind, ref, words = found.kind, found.mark(Ref), found.mark(Words)
        if kind is Text:
            yield Reading(Column(name, field, "text"), lambda text: text[self.lang])
        elif kind is Url:
            yield Reading(Column(name, field, "address"), lambda url: self._site + url[self.lang])
        elif kind is Moment:
            yield Reading(Column(name, field, "moment"), lambda moment: moment)
            yield Reading(Column(f"{name}_precision", field, "precision"), lambda moment: moment.precision)
        elif isinstance(kind, type) and issubclass(kind, Out):
            yield from self.readings(kind, f"{name}_")
        elif ref is not None or words is not None:
            names = self._names[ref.to] if ref is not None else self._words(words.part)
            form: Form = "key" if field == "id" else "code"
            yield Reading(Column(name, field, form, ref.to if ref is not None and field != "id" else ""), str)
            if field != "id":  # a record's own name is a field of its own
                yield Reading(Column(f"{name}_name", field, "name"), lambda code: names[code])
        else:
            yield Reading(Column(name, field, _form(field, found)), lambda value: value)

    def _words(self, part: str) -> Any:
        """A part of the interface's words, by its path."""
        return functools.reduce(lambda words, key: words[key], part.split("."), texts(self.lang))

    def name_in(self, to: str) -> Callable[[str], str]:
        """How a list's records are named, by id."""
        return self._names[to].__getitem__

    def _cite(self, sources: list[Source]) -> str | None:
        """The sources as a reader may write them."""
        return SEPARATOR.join(f"{self._citations[source.document]}, {source.locator}" for source in sources) or None


def _form(field: str, found: Shape) -> Form:
    """What the cells of a plain value hold."""
    simple: dict[Any, Form] = {bool: "flag", int: "integer", float: "number"}
    if field == "id":
        return "key"
    if found.mark(Day):
        return "day"
    return simple.get(found.kind, "text" if found.kind is str else "precision" if _is_precision(found) else "code")


def _is_precision(found: Shape) -> bool:
    return "year" in get_args(found.kind)


def _within(name: str, get: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    """Read a field of a record; unknown stays unknown."""

    def read(record: Any) -> Cell:
        value = getattr(record, name)
        return None if value is None else get(value)

    return read
