"""The register of documents: acts and other papers, then news and web pages, each newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.base.collation import collation_key
from macros.base.folding import slugify
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import DocumentItem
from macros.views.registers.chips import Chips
from macros.views.registers.definition import NONE, Definition
from macros.views.registers.facets import Facets, year
from macros.views.registers.ranks import day, document_number
from macros.views.vocabularies import interface_words


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    t, facets, chips = interface_words(records, lang), Facets(records, lang), Chips(records, lang)
    documents = records.documents.values()
    newest = sorted(documents, key=lambda item: day(item.record.dated) or (), reverse=True)
    items = tuple(sorted(newest, key=_form))
    issuers = {_issuer(item): item.record.issuer[lang] for item in documents if item.record.issuer is not None}

    def issuer(item: DocumentItem) -> Any:
        named = item.record.issuer or item.record.publisher
        return None if named is None else collation_key(named[lang], lang)

    def words(item: DocumentItem) -> Iterator[str]:
        yield t["document_kinds"][item.record.kind]
        if item.record.short is not None:
            yield item.record.short[lang]

    return Definition(
        items=items,
        chips=(
            chips.option("form", "paper", lambda item: _form(item) == "paper"),
            chips.option("form", "report", lambda item: _form(item) == "report"),
            chips.option("use", "source", lambda item: bool(item.uses)),
        ),
        facets={
            "form": facets.fixed("form", "document_forms", lambda item: [_form(item)]),
            "kind": facets.fixed("kind", "document_kinds", lambda item: [item.record.kind]),
            "issuer": facets.own(
                "issuer",
                lambda item: [_issuer(item)],
                facets.sorted(issuers) | {NONE: t["values"]["not_stated"]},
            ),
            "use": facets.fixed("use", "document_uses", lambda item: ["source" if item.uses else "named"]),
        },
        ranges={"year": facets.years("year", year=lambda item: year(item.record.dated))},
        columns={
            "number": lambda item: document_number(item.record.number),
            "date": lambda item: day(item.record.dated),
            "title": lambda item: collation_key(item.record.title[lang], lang),
            "issuer": issuer,
        },
        words=words,
    )


def _form(item: DocumentItem) -> str:
    """The form of a document, in the order of print: a publisher brings out news and pages, an issuer papers."""
    return "paper" if item.record.publisher is None else "report"


def _issuer(item: DocumentItem) -> str:
    """The key of an issuer, which has no id: its Vietnamese name makes one for both languages."""
    return NONE if item.record.issuer is None else slugify(item.record.issuer.vi)
