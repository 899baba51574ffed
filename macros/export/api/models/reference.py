"""Models of reference works: documents, figures, abbreviations, conflicts between sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from macros.catalogue.catalogue import Catalogue
from macros.export.api.fields import Words
from macros.export.api.references import BackReferences, CountryCode, DocumentId, JoinedTasks, SectorId
from macros.export.api.values import ApiModel, FormerIds, Moment, Number, Qualifier, Retired, Source, Text, Url
from macros.records import model


class DocumentCopy(ApiModel):
    url: str
    seen: Moment


class Document(ApiModel):
    record_kind: ClassVar = "document"

    id: str
    kind: Annotated[str, Words("document_kinds")]
    number: str | None
    issuer: Text | None
    date: Moment | None
    title: Text
    attached_to: DocumentId | None
    publisher: Text | None
    published: Moment | None
    read: Moment | None
    address: str | None
    seen: Moment | None
    unofficial_copy: DocumentCopy | None
    note: Text | None
    naming_tasks: JoinedTasks
    conflicts: BackReferences
    sources: list[Source]
    former_ids: FormerIds
    retired: Retired | None
    url: Url

    @classmethod
    def computed(cls, item: Any, catalogue: Catalogue) -> Mapping[str, Any]:
        """Return where the document itself is, for ``url`` is its page here."""
        return {**super().computed(item, catalogue), "address": item.record.url}


class Indicator(ApiModel):
    record_kind: ClassVar = "indicator"

    id: str
    label: Text
    value: Number
    unit: Text
    qualifier: Qualifier
    period: Text
    as_of: Moment
    scope: Annotated[Literal["before-merger", "after-merger", "unstated"], Words("scopes")]
    series: str
    target: bool
    total_of: Annotated[model.TotalOf | None, Words("gaps.totals")]
    sectors: list[SectorId]
    countries: list[CountryCode]
    note: Text | None
    conflicts: BackReferences
    sources: list[Source]
    former_ids: FormerIds
    retired: Retired | None


class GlossaryEntry(ApiModel):
    record_kind: ClassVar = "glossary"

    id: str
    abbreviation: str
    full: str | None
    meaning: Text
    note: Text | None
    sources: list[Source]
    former_ids: FormerIds
    retired: Retired | None


class Claim(ApiModel):
    value: Text
    sources: list[Source]


class Conflict(ApiModel):
    record_kind: ClassVar = "conflict"

    id: str
    record: str
    field: Annotated[str, Words("fields")]
    values: list[Claim]
    note: Text
    former_ids: FormerIds
    retired: Retired | None
