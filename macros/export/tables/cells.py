"""Columns made from the fields of the API's records, each with the function that reads its cell from a record.

Codes have names beside them in the language of the table, dates their precision.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

from macros.base.languages import Lang
from macros.export.api.fields import Back, Day, Former, Shape, Words, shape
from macros.export.api.values import ApiModel, Moment, Source, Text, Url
from macros.export.tables.columns import SEPARATOR, Cell, Column, Form, table_of
from macros.records.model.references import Refers
from macros.views import addresses


class Reading(NamedTuple):
    """A column with the function that reads its cell from a record."""

    column: Column
    get: Callable[[Any], Cell]


class CellReader:
    """Makes columns for one language."""

    def __init__(
        self,
        lang: Lang,
        names: Mapping[str, Mapping[str, str]],
        citations: Mapping[str, str],
        words: Mapping[str, Any],
    ) -> None:
        """Keep what names need.

        Args:
            lang: the language of names and texts.
            names: the name of each record that may be referred to, by kind and id.
            citations: the name of each document in a citation, by id.
            words: the interface's words, with those of the vocabularies.
        """
        self.lang: Lang = lang
        self._names = names
        self._citations = citations
        self._interface = words
        self._site = addresses.site_url()

    def readings(self, model: type[ApiModel], prefix: str = "") -> Iterator[Reading]:
        """Yield the columns of a record or of a part of one, in the order of its fields.

        Args:
            model: the model of the record or part.
            prefix: what the names of the columns begin with.
        """
        dated = issubclass(model, Moment)
        if dated:
            yield Reading(Column("date", "date", "moment"), lambda moment: moment)
            yield Reading(Column("date_precision", "date", "precision"), lambda moment: moment.precision)
        for name, field in model.model_fields.items():
            if dated and name in Moment.model_fields:
                continue
            found = shape(field)
            make = self._several if found.many else self._single
            for column, get in make(prefix + name, found):
                yield Reading(column, _within(name, get))

    def name_of(self, kind: str) -> Callable[[str], str]:
        """Return the function from the id of a record of a kind to its name."""
        return self._names[kind].__getitem__

    def _several(self, name: str, found: Shape) -> Iterator[Reading]:
        """Yield the columns of a list; what does not fit a cell has a table of its own."""
        ref = found.mark(Refers)
        if found.mark(Back):
            yield Reading(Column(f"{name}_count", name, "count"), len)
        elif ref is not None:
            names = self._names[ref.kind]
            yield Reading(Column(name, name, "codes", table_of(ref.kind)), lambda ids: tuple(ids) or None)
            joined = Column(f"{name}_name", name, "names")
            yield Reading(joined, lambda ids: SEPARATOR.join(names[i] for i in ids) or None)
        elif found.mark(Former):
            yield Reading(Column(name, name, "codes"), lambda ids: tuple(ids) or None)
        elif (words := found.mark(Words)) is not None:
            known = self._words(words.part)
            yield Reading(Column(name, name, "codes"), lambda codes: tuple(codes) or None)
            joined = Column(f"{name}_name", name, "names")
            yield Reading(joined, lambda codes: SEPARATOR.join(known[code] for code in codes) or None)
        elif found.kind is str:
            yield Reading(Column(name, name, "names"), lambda values: SEPARATOR.join(values) or None)
        elif found.kind is Source:
            yield Reading(Column(name, name, "citations"), self._cite)
        else:
            yield Reading(Column(f"{name}_count", name, "count"), len)

    def _single(self, name: str, found: Shape) -> Iterator[Reading]:
        """Yield the columns of one value."""
        if found.kind is Text:
            yield Reading(Column(name, name, "text"), lambda text: text[self.lang])
        elif found.kind is Url:
            yield Reading(Column(name, name, "address"), lambda url: self._site + url[self.lang])
        elif found.kind is Moment:
            yield Reading(Column(name, name, "moment"), lambda moment: moment)
            yield Reading(Column(f"{name}_precision", name, "precision"), lambda moment: moment.precision)
        elif isinstance(found.kind, type) and issubclass(found.kind, ApiModel):
            yield from self.readings(found.kind, f"{name}_")
        elif name == "id":
            # The record's own id, without its name beside it, which is a field of its own.
            yield Reading(Column(name, name, "key"), lambda value: value)
        elif (ref := found.mark(Refers)) is not None:
            yield from _named(Column(name, name, "code", table_of(ref.kind)), self._names[ref.kind])
        elif (words := found.mark(Words)) is not None:
            yield from _named(Column(name, name, "code"), self._words(words.part))
        else:
            yield Reading(Column(name, name, _form(found)), lambda value: value)

    def _words(self, part: str) -> Any:
        """Return a part of the interface's words by its path."""
        return functools.reduce(lambda words, key: words[key], part.split("."), self._interface)

    def _cite(self, sources: list[Source]) -> str | None:
        """Return the sources as a reader may write them."""
        english = self.lang == "en"
        places = [(source.document, (source.locator_en if english else None) or source.locator) for source in sources]
        return SEPARATOR.join(f"{self._citations[document]}, {place}" for document, place in places) or None


def _named(code: Column, names: Mapping[str, str]) -> Iterator[Reading]:
    """Yield the column of a code and the column of its name."""
    yield Reading(code, str)
    yield Reading(Column(f"{code.name}_name", code.field, "name"), lambda value: names[value])


def _form(found: Shape) -> Form:
    """Return what the cells of a plain value hold."""
    simple: dict[Any, Form] = {bool: "flag", int: "integer", float: "number", str: "text"}
    if found.mark(Day):
        return "day"
    return simple.get(found.kind) or ("precision" if "year" in get_args(found.kind) else "code")


def _within(name: str, get: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    """Return the function that reads a cell from a field of a record; unknown stays unknown."""

    def read(record: Any) -> Cell:
        value = getattr(record, name)
        return None if value is None else get(value)

    return read
