"""The API's records as relational tables: one for each list, and child tables for fields that hold several values."""

from __future__ import annotations

import functools

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import records
from macros.export.tables.cells import CellReader, Reading
from macros.export.tables.child_tables import ChildTables
from macros.export.tables.collected import Collection, collections
from macros.export.tables.columns import Column, column_of, table_of
from macros.export.tables.table import Table
from macros.views.labels import agreement_title
from macros.views.vocabularies import interface_words


@functools.lru_cache(maxsize=2)
def tables(catalogue: Catalogue, lang: Lang) -> tuple[Table, ...]:
    """Return every table in a language: those of the lists by name, then child tables; kept for all exporters."""
    found = collections(records(catalogue))
    names = {collection.kind.singular: collection.names(lang) for collection in found}
    # Agreements have no name of their own; their pages are titled by instrument, partner and date.
    names["agreement"] = {name: agreement_title(item, lang) for name, item in catalogue.of_kind("agreement").items()}
    documents = [item.record for item in catalogue.of_kind("document").values()]
    citations = {document.id: (document.short or document.title)[lang] for document in documents}
    reader = CellReader(lang, names, citations, interface_words(catalogue, lang))
    children = ChildTables(reader)
    for collection in found:
        for field, shape in collection.several():
            children.add(collection, field, shape)
    return *(_table(collection, reader) for collection in found), *children.by_name()


def _table(collection: Collection, reader: CellReader) -> Table:
    """Return the table of the records of a kind; the id of the record that holds each comes after its own."""
    readings = list(reader.readings(collection.model))
    if outer := collection.within:
        holder = Column(column_of(outer), column_of(outer), "code", table_of(outer))
        readings.insert(1, Reading(holder, lambda item: collection.holders[item.id]))
    columns, gets = zip(*readings, strict=True)
    table = Table(table_of(collection.kind.singular), columns, ("id",))
    table.rows.add(len(collection.items), lambda: (tuple(get(item) for get in gets) for item in collection.items))
    return table
