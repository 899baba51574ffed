"""The register of documents, newest first."""

from __future__ import annotations

from macros.base.collation import collation_key
from macros.base.folding import slugify
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import DocumentItem
from macros.views.registers.definition import NONE, Definition
from macros.views.registers.facets import Facets, years
from macros.views.registers.ranks import day, document_number
from macros.views.vocabularies import interface_words


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    t, facets = interface_words(records, lang), Facets(records, lang)
    documents = records.documents.values()
    items = tuple(sorted(documents, key=lambda item: day(item.record.dated) or (), reverse=True))
    issuers = {_issuer(item): item.record.issuer[lang] for item in documents if item.record.issuer is not None}
    return Definition(
        items=items,
        facets={
            "kind": facets.fixed("kind", "document_kinds", lambda item: [item.record.kind]),
            "issuer": facets.own(
                "issuer",
                lambda item: [_issuer(item)],
                facets.sorted(issuers) | {NONE: t["values"]["not_stated"]},
            ),
            "year": facets.year(lambda item: years(item.record.dated)),
            "use": facets.fixed("use", "document_uses", lambda item: ["source" if item.uses else "named"]),
        },
        columns={
            "kind": lambda item: collation_key(t["document_kinds"][item.record.kind], lang),
            "number": lambda item: document_number(item.record.number),
            "date": lambda item: day(item.record.dated),
            "title": lambda item: collation_key(item.record.title[lang], lang),
            "issuer": lambda item: collation_key(item.record.issuer[lang], lang) if item.record.issuer else None,
        },
        words=lambda item: item.record.short[lang].split() if item.record.short else [],
    )


def _issuer(item: DocumentItem) -> str:
    """The key of an issuer, which has no id: its Vietnamese name makes one for both languages."""
    return NONE if item.record.issuer is None else slugify(item.record.issuer.vi)
