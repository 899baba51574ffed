"""The records of the site: what ``data/*.yaml`` may hold.

Frozen; everything derived lives in :mod:`macros.catalogue.catalogue`.

What each field is called and how to fill it in, in both languages, stands in macros/base/words/records.yaml; schemas,
forms and the table of fields read it (:mod:`macros.records.schema`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetPydanticSchema,
    StringConstraints,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

from macros.base.dates import DATE_PATTERN, PartialDate
from macros.records.references import Refers

SLUG: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
# Digits of a count; more are a slip, and very long ones take long to convert.
LONGEST_NUMBER: Final = 9
# Names that some systems cannot hold as files, or that the site uses itself.
RESERVED: Final = frozenset({"con", "prn", "aux", "nul", "index", "api", "assets", "en", "search"}) | frozenset(
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
)


def _read_date(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        try:
            return PartialDate.parse(value)
        except ValueError:
            pass
    raise PydanticCustomError("date", "not a date")


def _read_flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in {"true", "false"}:
        return value == "true"
    raise PydanticCustomError("flag", "not true or false")


def _read_number(value: Any) -> Any:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= LONGEST_NUMBER:
        return int(value)
    raise PydanticCustomError("whole_number", "not a whole number")


def _read_id(value: Any) -> Any:
    if isinstance(value, str) and value in RESERVED:
        raise PydanticCustomError("reserved_id", "reserved")
    return value


def _read_decimal(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}(\.\d{1,9})?", value, re.ASCII):
        return Decimal(value)
    raise PydanticCustomError("decimal_number", "not a number")


Id = Annotated[
    str,
    StringConstraints(pattern=rf"^{SLUG}$", min_length=1, max_length=80),
    BeforeValidator(_read_id),
    WithJsonSchema({"type": "string", "pattern": rf"^{SLUG}$", "minLength": 1, "maxLength": 80}),
    Field(description="A short ASCII name in lower case with hyphens; it is the page's address and never changes."),
]

DocumentId = Annotated[Id, Refers("document")]
SectorId = Annotated[Id, Refers("sector")]
AgencyId = Annotated[Id, Refers("agency")]
PlanId = Annotated[Id, Refers("plan")]
GroupId = Annotated[Id, Refers("task-group")]
PartnerId = Annotated[Id, Refers("partner")]
OrganisationId = Annotated[Id, Refers("organisation")]
TaskId = Annotated[Id, Refers("task")]


_BREAK: Final = re.compile(r" *\n\s*")


def _read_line(value: Any) -> Any:
    """A text is one line: the line breaks of YAML's block style are spaces, and spaces alone are no text."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        raise PydanticCustomError("string_too_short", "empty")
    return _BREAK.sub(" ", value).strip(" \n")


Line = Annotated[str, StringConstraints(min_length=1, max_length=1000), BeforeValidator(_read_line)]
# The host in ASCII, so that a letter of another alphabet cannot pass for a Latin one; no user name, no port, no address
# in digits.
HOST: Final = r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+([A-Za-z]{2,}|[Xx][Nn]--[A-Za-z0-9-]*[A-Za-z0-9])"
Url = Annotated[str, StringConstraints(pattern=rf"^https://{HOST}(/[^\s\\]*)?$", max_length=1000)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
Count = Annotated[int, BeforeValidator(_read_number), Field(ge=0)]
Number = Annotated[
    Decimal,
    GetPydanticSchema(lambda _source, _handler: core_schema.no_info_plain_validator_function(_read_decimal)),
    WithJsonSchema({"type": "number"}),
]
Date = Annotated[
    PartialDate,
    GetPydanticSchema(lambda _source, _handler: core_schema.no_info_plain_validator_function(_read_date)),
    WithJsonSchema({"type": ["string", "integer"], "format": "partial-date", "pattern": DATE_PATTERN}),
]


class Record(BaseModel):
    """What all records share: unknown keys are errors, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """A text in both languages."""

    vi: Line
    en: Line

    def __getitem__(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


class Title(Text):
    """A heading in both languages."""

    vi: Annotated[Line, StringConstraints(max_length=120)]
    en: Annotated[Line, StringConstraints(max_length=120)]


class Note(Record):
    """A text whose English may still be waiting (updates only)."""

    vi: Line
    en: Line | None = None

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" and self.en is not None else self.vi


class Source(Record):
    """Where a fact stands: a document and the place in it, or a public page for what no document holds."""

    document: DocumentId
    locator: Line
    note: Text | None = None


Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


class Statement(Record):
    """A text with where it stands."""

    text: Text
    sources: Sources


CountryCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
CountryId = Annotated[CountryCode, Refers("country")]

Region = Literal[
    "east-asia",
    "southeast-asia",
    "south-asia",
    "west-asia",
    "oceania",
    "europe",
    "north-america",
    "latin-america",
    "africa",
]


class Country(Record):
    """A country or special territory; the id is ISO 3166-1 alpha-2 in lower case."""

    id: CountryCode
    name: Text
    aliases: tuple[Line, ...] = ()
    region: Region
    part_of: CountryId | None = None
    sources: Sources


class Sector(Record):
    """A field of cooperation."""

    id: Id
    name: Text
    description: Text
    spearhead: Annotated[Count | None, Field(ge=1, le=5)] = None
    sources: Sources


AgencyKind = Literal[
    "city-department",
    "government",
    "local-government",
    "central-agency",
    "party",
    "armed-forces",
    "company",
    "association",
    "business",
    "media",
    "university",
    "mass-organisation",
    "former",
]


class Agency(Record):
    """A body that signs, leads or coordinates."""

    id: Id
    kind: AgencyKind
    name: Text
    abbreviations: tuple[Line, ...] = ()
    aliases: tuple[Line, ...] = ()
    sources: Sources


DocumentKind = Literal[
    "law",
    "resolution",
    "decree",
    "decision",
    "directive",
    "conclusion",
    "notice",
    "regulation",
    "programme",
    "plan",
    "scheme",
    "strategy",
    "letter",
    "submission",
    "report",
    "treaty",
    "dataset",
]


class Document(Record):
    """A document that records cite, or that a cited document names. What is not printed is left out."""

    id: Id
    kind: DocumentKind
    number: Line | None = None
    issuer: Text | None = None
    date: Date | None = None
    title: Text
    short: Text | None = None
    attached_to: DocumentId | None = None
    url: Url | None = None
    note: Text | None = None
    sources: tuple[Source, ...] = ()


# Documents that a record cites and nobody has entered yet; they join those of data/documents.yaml.
Brought = tuple[Document, ...]


class Group(Record):
    """A group of tasks within a plan, numbered as printed."""

    id: Id
    number: Line
    name: Text
    sectors: tuple[SectorId, ...] = ()
    open_ended: Flag = False


class Plan(Record):
    """A plan that assigns tasks."""

    id: Id
    document: DocumentId
    name: Text
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    note: Text | None = None
    sources: Sources


class Term(Record):
    """How long an agreement runs, as its source states it."""

    kind: Literal["indefinite", "until", "years", "unstated"]
    until: Date | None = None
    years: Annotated[Count | None, Field(ge=1, le=99)] = None

    @model_validator(mode="after")
    def _consistent(self) -> Term:
        if self.kind == "until" and self.until is None:
            raise PydanticCustomError("term_until", "until is missing")
        if self.kind == "years" and (self.years is None or self.until is not None):
            raise PydanticCustomError("term_years", "years is missing")
        if self.kind in {"indefinite", "unstated"} and (self.until is not None or self.years is not None):
            raise PydanticCustomError("term_open", "until or years does not belong here")
        return self


class Renewal(Record):
    """A further signing of the same relation."""

    date: Date
    kind: Literal["strengthened", "re-signed", "further"]
    note: Text | None = None
    sources: tuple[Source, ...] = ()


Instrument = Literal["agreement", "letter-of-intent", "memorandum"]


class Agreement(Record):
    """An agreement with a partner locality."""

    id: Id
    instrument: Instrument
    signatory: AgencyId
    signed: Date | None = None
    renewed: tuple[Renewal, ...] = ()
    term: Term
    subject: Text | None = None
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources


class _OfPartner(Record):
    """What an agreement apart from its partner begins with."""

    id: Id
    partner: PartnerId


class AddedAgreement(Agreement, _OfPartner):
    """An agreement in a file of its own (``data/agreements/``), which is joined to its partner when it is read."""

    documents: Brought = ()


class Alias(Record):
    """Another name of a partner."""

    name: Line
    kind: Literal["former", "variant"]


class Established(Record):
    """The year or month that a document gives for the beginning of the relation."""

    date: Date
    sources: Sources


PartnerKind = Literal["city", "province", "state", "region", "district", "special-region", "special-province"]


class Partner(Record):
    """A partner locality with its agreements."""

    id: Id
    kind: PartnerKind
    country: CountryId
    territory: CountryId | None = None
    name: Text
    within: Text | None = None
    aliases: tuple[Alias, ...] = ()
    established: Established | None = None
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    agreements: tuple[Agreement, ...] = ()
    sources: Sources
    documents: Brought = ()


class Task(Record):
    """A task that a plan assigns."""

    id: Id
    plan: PlanId
    group: GroupId
    number: Line
    title: Title
    summary: Text
    lead: tuple[AgencyId, ...] = ()
    lead_all_relevant: Flag = False
    coordinating: tuple[AgencyId, ...] = ()
    coordinating_all_relevant: Flag = False
    due: Date | None = None
    countries: tuple[CountryId, ...] = ()
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources
    documents: Brought = ()


CooperationKind = Literal["context", "priority", "other", "general"]


class Cooperation(Record):
    """One item of what the Scheme wants with a country or group of countries (Annex I)."""

    id: Id
    countries: Annotated[tuple[CountryId, ...], Field(min_length=1)]
    kind: CooperationKind
    text: Text
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources


Currency = Literal["USD", "VND", "SEK", "EUR"]


class Amount(Record):
    """A sum of money as its source gives it."""

    value: Number
    currency: Currency
    qualifier: Literal["exact", "about", "over", "nearly"] = "exact"


class Activity(Record):
    """What came of a cooperation: one thing done, with a partner or an organisation."""

    id: Id
    partners: tuple[PartnerId, ...] = ()
    organisations: tuple[OrganisationId, ...] = ()
    date: Date | None = None
    until: Date | None = None
    also: tuple[Date, ...] = ()
    text: Text
    amounts: tuple[Amount, ...] = ()
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources

    @model_validator(mode="after")
    def _with_somebody(self) -> Activity:
        if not self.partners and not self.organisations:
            raise PydanticCustomError("activity_alone", "neither partners nor organisations")
        return self


OrganisationKind = Literal[
    "network",
    "international-organisation",
    "development-agency",
    "programme",
    "diplomatic-mission",
    "office-abroad",
    "friendship-body",
    "business-association",
    "foundation",
    "ngo",
    "university",
    "company",
]


class Organisation(Record):
    """A network, organisation or body that the city works with, or wants to work with."""

    id: Id
    kind: OrganisationKind
    name: Text
    abbreviation: Line | None = None
    aliases: tuple[Line, ...] = ()
    country: CountryId | None = None
    since: Date | None = None
    description: Text
    sectors: tuple[SectorId, ...] = ()
    sources: Sources


class TradeAgreement(Record):
    """A trade agreement of Vietnam that the city's documents name for use."""

    id: Id
    name: Text
    abbreviation: Line | None = None
    countries: tuple[CountryId, ...] = ()
    states: tuple[Statement, ...] = ()
    plans: tuple[Statement, ...] = ()
    tasks: tuple[TaskId, ...] = ()
    sources: Sources


class Indicator(Record):
    """A figure about the city. Figures of another scope or kind of period are another series."""

    id: Id
    label: Text
    value: Number
    unit: Text
    qualifier: Literal["exact", "about", "over", "nearly"] = "exact"
    period: Text
    as_of: Date
    scope: Literal["before-merger", "after-merger", "unstated"]
    series: Id
    sectors: tuple[SectorId, ...] = ()
    countries: tuple[CountryId, ...] = ()
    note: Text | None = None
    sources: Sources


class GlossaryEntry(Record):
    """An abbreviation with its full form and meaning."""

    id: Id
    abbreviation: Line
    full: Line | None = None
    meaning: Text
    note: Text | None = None
    sources: Sources


class Claim(Record):
    """One side of a conflict: a value and where it stands."""

    value: Annotated[
        Annotated[Text, Tag("text")] | Annotated[Line, Tag("line")],
        Discriminator(lambda value: "text" if isinstance(value, dict | Text) else "line"),
    ]
    sources: Sources


# ``kind/id``. The kinds that a conflict can be about follow from macros.records.kinds, and the check knows them.
RecordName = Annotated[str, StringConstraints(pattern=rf"^{SLUG}/{SLUG}$", max_length=100)]


class Conflict(Record):
    """Two places of the sources that disagree about a field of a record."""

    id: Id
    record: RecordName
    field: Line
    values: Annotated[tuple[Claim, ...], Field(min_length=2)]
    note: Text


# Events by the kind of record that they happen to.
EVENTS: Final[dict[str, frozenset[str]]] = {
    "agreement": frozenset({"renewed", "extended", "ended", "reviewed"}),
    "task": frozenset({"progress"}),
}
ReviewResult = Literal["continue", "amend", "renew", "end"]
# Which fields only some events have; a review has a result.
EVENT_FIELDS: Final[dict[str, frozenset[str]]] = {
    "status": frozenset({"progress"}),
    "until": frozenset({"renewed", "extended"}),
    "result": frozenset({"reviewed"}),
    "next": frozenset({"reviewed"}),
}


class Update(Record):
    """What happened since: progress on a task, or an event in the life of an agreement. Only ever added."""

    id: Id
    record: Annotated[str, StringConstraints(pattern=rf"^({'|'.join(EVENTS)})/{SLUG}$", max_length=100)]
    event: Literal["progress", "renewed", "extended", "ended", "reviewed"]
    date: Date
    status: Literal["not-started", "in-progress", "done"] | None = None
    until: Date | None = None
    result: ReviewResult | None = None
    next: Date | None = None
    note: Note
    url: Url | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Update:
        if self.event not in EVENTS[self.record.partition("/")[0]]:
            raise PydanticCustomError("update_event", "event does not fit the record")
        if self.event == "progress" and self.status is None:
            raise PydanticCustomError("update_status", "progress needs a status")
        misplaced = any(
            getattr(self, name) is not None and self.event not in EVENT_FIELDS[name] for name in EVENT_FIELDS
        )
        if misplaced or (self.event == "reviewed" and self.result is None):
            raise PydanticCustomError("event_fields", "a field does not fit the event")
        return self


PlaceRole = Literal["partner", "home", "archipelago"]


class Place(Record):
    """Where a partner lies, for the map. The id is the partner's; the city itself and archipelagos have a name."""

    id: Id
    role: PlaceRole = "partner"
    name: Text | None = None
    latitude: Annotated[Number, Field(ge=-90, le=90)]
    longitude: Annotated[Number, Field(ge=-180, le=180)]
    gazetteer: DocumentId
    gazetteer_id: Line | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _named(self) -> Place:
        if (self.role == "partner") != (self.name is None):
            raise PydanticCustomError("place_name", "a partner has its own name, anything else needs one")
        return self


class Tally(Record):
    """How many records of a kind there were on a date; a fall by more than a tenth needs a reason."""

    id: Id
    date: Date
    counts: dict[str, Count]
    reason: Text | None = None


REGIONS: Final[tuple[Region, ...]] = get_args(Region)
