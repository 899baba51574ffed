"""Models of relations: countries, partners, agreements, organisations, cooperation, trade agreements, places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import field_validator

from macros.base.dates import Precision
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.status import AgreementStatus, renewals
from macros.export.api.fields import Day, TableName, Words
from macros.export.api.models.events import Event
from macros.export.api.references import (
    AgencyId,
    AgreementId,
    BackReferences,
    CountryCode,
    DocumentId,
    JoinedSectors,
    PartnerId,
    SectorId,
    TaskId,
)
from macros.export.api.values import (
    ApiModel,
    FormerCodes,
    FormerIds,
    FormerName,
    Moment,
    Named,
    Number,
    Retired,
    Source,
    Text,
    Url,
)
from macros.records import model
from macros.views import addresses


class CountryIdentifiers(ApiModel):
    wikidata: str | None


class PartnerIdentifiers(CountryIdentifiers):
    """``iso_3166_2_in`` is the first-level unit that the partner is or lies in."""

    geonames: str | None
    iso_3166_2_in: str | None


class Country(Named):
    record_kind: ClassVar = "country"

    id: CountryCode
    name: Text
    aliases: list[str]
    identifiers: CountryIdentifiers | None
    region: Annotated[model.Region, Words("regions")]
    part_of: CountryCode | None
    partners: BackReferences
    sources: list[Source]
    former_names: list[FormerName]
    former_ids: FormerCodes
    retired: Retired | None
    url: Url


class Partner(Named):
    record_kind: ClassVar = "partner"

    id: str
    kind: Annotated[model.PartnerKind, Words("partner_kinds")]
    name: Text
    within: Text | None
    aliases: list[str]
    identifiers: PartnerIdentifiers | None
    country: CountryCode
    territory: CountryCode | None
    since: Moment | None
    sectors: JoinedSectors
    agreements: BackReferences
    conflicts: BackReferences
    sources: list[Source]
    merged_into: PartnerId | None
    merged_on: Moment | None
    merged_sources: list[Source]
    through: AgencyId | None
    former_names: list[FormerName]
    former_ids: FormerIds
    retired: Retired | None
    url: Url

    @classmethod
    def computed(cls, item: Any, catalogue: Catalogue) -> Mapping[str, Any]:
        """Return its other names, and the merger in three fields."""
        found = super().computed(item, catalogue)
        merger = item.record.merged_into
        if merger is None:
            return {**found, "merged_into": None, "merged_on": None, "merged_sources": []}
        return {**found, "merged_into": merger.partner, "merged_on": merger.date, "merged_sources": merger.sources}


class Renewed(Moment):
    kind: Annotated[Literal["strengthened", "re-signed", "further"], Words("renewal_kinds")]


class Term(ApiModel):
    kind: Literal["indefinite", "until", "years", "unstated"]
    until: Moment | None
    years: int | None


class Signatory(ApiModel):
    name: str
    office: Text | None
    side: Annotated[Literal["city", "partner"], Words("agreement.sides")]


class AgreementText(ApiModel):
    access: Annotated[model.TextAccess, Words("agreement.text_access")]
    url: str | None
    file: str | None
    sha256: str | None
    language: Annotated[str | None, Words("languages")]

    @field_validator("file", mode="after")
    @classmethod
    def _published(cls, name: str | None) -> str | None:
        """Return the address of the file below the site's root."""
        return None if name is None else addresses.text_file(name)


class Agreement(ApiModel):
    record_kind: ClassVar = "agreement"

    id: str
    partner: PartnerId
    country: CountryCode
    instrument: Annotated[model.Instrument, Words("instruments")]
    signatory: AgencyId
    announced: Moment | None
    signed: Moment | None
    place: Text | None
    signatories: list[Signatory]
    languages: Annotated[list[str], Words("languages")]
    binding: bool | None
    renewed: Annotated[list[Renewed], TableName("renewals")]
    term: Term
    expires: Annotated[str | None, Day()]
    expires_precision: Precision | None
    status: Annotated[AgreementStatus, Words("agreement_status")]
    subject: Text | None
    text: AgreementText | None
    supersedes: Annotated[list[AgreementId], TableName("relations")]
    amends: Annotated[list[AgreementId], TableName("relations")]
    implements: Annotated[list[AgreementId], TableName("relations")]
    under: Annotated[list[AgreementId], TableName("relations")]
    sectors: list[SectorId]
    note: Text | None
    updates: list[Event]
    sources: list[Source]
    conflicts: BackReferences
    former_ids: FormerIds
    retired: Retired | None
    url: Url

    @classmethod
    def computed(cls, item: Any, _catalogue: Catalogue) -> Mapping[str, Any]:
        """Return all further signings, and the end of the term as a day with the precision of its source."""
        ends = item.expires
        return {
            "renewed": renewals(item.record),
            "expires": None if ends is None else ends.last_day.isoformat(),
            "expires_precision": None if ends is None else ends.precision,
        }


class ReportedAgreement(ApiModel):
    record_kind: ClassVar = "reported-agreement"

    id: str
    country: CountryCode | None
    partner_name: Text | None
    year: int | None
    instrument: Annotated[model.Instrument | None, Words("instruments")]
    note: Text | None
    sources: list[Source]
    conflicts: BackReferences
    former_ids: FormerIds
    retired: Retired | None
    url: Url


class Organisation(Named):
    record_kind: ClassVar = "organisation"

    id: str
    kind: Annotated[model.OrganisationKind, Words("organisation_kinds")]
    name: Text
    abbreviation: str | None
    aliases: list[str]
    country: CountryCode | None
    since: Moment | None
    description: Text
    sectors: list[SectorId]
    activities: BackReferences
    sources: list[Source]
    former_names: list[FormerName]
    former_ids: FormerIds
    retired: Retired | None
    url: Url


class Cooperation(ApiModel):
    record_kind: ClassVar = "cooperation"

    id: str
    countries: list[CountryCode]
    kind: Annotated[model.CooperationKind, Words("cooperation_kinds")]
    title: Text | None
    text: Text
    sectors: list[SectorId]
    note: Text | None
    sources: list[Source]
    former_ids: FormerIds
    retired: Retired | None


class Statement(ApiModel):
    text: Text
    sources: list[Source]


class TradeAgreement(ApiModel):
    record_kind: ClassVar = "trade-agreement"

    id: str
    name: Text
    abbreviation: str | None
    countries: list[CountryCode]
    states: Annotated[list[Statement], TableName("statements")]
    plans: Annotated[list[Statement], TableName("statements")]
    tasks: list[TaskId]
    conflicts: BackReferences
    sources: list[Source]
    former_ids: FormerIds
    retired: Retired | None
    url: Url


class Place(ApiModel):
    """The position of a partner; ``partner`` is null for the city itself and for archipelagos."""

    record_kind: ClassVar = "place"

    id: str
    partner: PartnerId | None
    role: model.PlaceRole
    name: Text
    latitude: Number
    longitude: Number
    gazetteer: DocumentId
    gazetteer_id: str | None
    note: Text | None
    former_ids: FormerIds
    retired: Retired | None

    @classmethod
    def computed(cls, item: Any, catalogue: Catalogue) -> Mapping[str, Any]:
        """Return the partner that lies there, and its name where the place has none of its own."""
        place = getattr(item, "record", item)
        if place.name is not None:
            return {"partner": None}
        return {"partner": place.id, "name": catalogue.of_kind("partner")[place.id].record.name}
