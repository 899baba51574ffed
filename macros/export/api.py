"""The static API, v1: JSON lists below ``/api/v1/`` with a JSON Schema beside each.

Fields may be added within v1, never renamed or removed. The models here are the contract; the schemas are made
from them. Dates are ISO 8601, unknown is ``null``, lists are sorted by id.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from macros import model
from macros.dates import PartialDate, Precision, built_at
from macros.derive import Catalogue
from macros.items import AgreementItem
from macros.pages import FOLDERS
from macros.status import AgreementStatus, TaskStatus, renewals

VERSION: Final = "1"


class Out(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Out):
    vi: str
    en: str | None


class Url(Out):
    """Addresses of a record's page, relative to the site's root."""

    vi: str
    en: str


class Moment(Out):
    """A date with its precision: ``{"value": "2015-02", "precision": "month"}``."""

    value: str
    precision: Precision


class Source(Out):
    document: str
    locator: str
    note: Text | None


class Country(Out):
    id: str
    name: Text
    aliases: list[str]
    region: model.Region
    part_of: str | None
    partners: list[str]
    sources: list[Source]
    url: Url


class Partner(Out):
    id: str
    kind: model.PartnerKind
    name: Text
    within: Text | None
    aliases: list[str]
    country: str
    territory: str | None
    since: Moment | None
    sectors: list[str]
    agreements: list[str]
    conflicts: list[str]
    sources: list[Source]
    url: Url


class Renewed(Moment):
    kind: Literal["strengthened", "re-signed", "further"]


class Term(Out):
    kind: Literal["indefinite", "until", "years", "unstated"]
    until: Moment | None
    years: int | None


class Event(Out):
    id: str
    event: str
    date: Moment
    status: str | None
    until: Moment | None
    result: model.ReviewResult | None
    next: Moment | None
    note: Text
    url: str | None


class Agreement(Out):
    id: str
    partner: str
    country: str
    instrument: model.Instrument
    signatory: str
    signed: Moment | None
    renewed: list[Renewed]
    term: Term
    expires: str | None
    expires_precision: Precision | None
    status: AgreementStatus
    subject: Text | None
    sectors: list[str]
    note: Text | None
    updates: list[Event]
    sources: list[Source]
    conflicts: list[str]
    url: Url


class Task(Out):
    id: str
    plan: str
    number: str
    group: str
    title: Text
    summary: Text
    lead: list[str]
    lead_all_relevant: bool
    coordinating: list[str]
    coordinating_all_relevant: bool
    due: Moment | None
    status: TaskStatus
    countries: list[str]
    sectors: list[str]
    note: Text | None
    updates: list[Event]
    sources: list[Source]
    conflicts: list[str]
    url: Url


class Cooperation(Out):
    id: str
    countries: list[str]
    kind: model.CooperationKind
    text: Text
    sectors: list[str]
    note: Text | None
    sources: list[Source]


class Amount(Out):
    value: float
    currency: model.Currency
    qualifier: Literal["exact", "about", "over", "nearly"]


class Activity(Out):
    """``partner`` is the first of ``partners``, or null for what was done with organisations only."""

    id: str
    partner: str | None
    partners: list[str]
    organisations: list[str]
    date: Moment | None
    until: Moment | None
    also: list[Moment]
    text: Text
    amounts: list[Amount]
    sectors: list[str]
    note: Text | None
    sources: list[Source]


class Organisation(Out):
    id: str
    kind: model.OrganisationKind
    name: Text
    abbreviation: str | None
    aliases: list[str]
    country: str | None
    since: Moment | None
    description: Text
    sectors: list[str]
    activities: list[str]
    sources: list[Source]
    url: Url


class Statement(Out):
    text: Text
    sources: list[Source]


class TradeAgreement(Out):
    id: str
    name: Text
    abbreviation: str | None
    countries: list[str]
    states: list[Statement]
    plans: list[Statement]
    tasks: list[str]
    conflicts: list[str]
    sources: list[Source]
    url: Url


class Indicator(Out):
    id: str
    label: Text
    value: float
    unit: Text
    qualifier: Literal["exact", "about", "over", "nearly"]
    period: Text
    as_of: Moment
    scope: Literal["before-merger", "after-merger", "unstated"]
    series: str
    sectors: list[str]
    countries: list[str]
    note: Text | None
    conflicts: list[str]
    sources: list[Source]


class GlossaryEntry(Out):
    id: str
    abbreviation: str
    full: str | None
    meaning: Text
    note: Text | None
    sources: list[Source]


class Agency(Out):
    id: str
    kind: model.AgencyKind
    name: Text
    abbreviations: list[str]
    aliases: list[str]
    leads: list[str]
    coordinates: list[str]
    sources: list[Source]
    url: Url


class Sector(Out):
    id: str
    name: Text
    description: Text
    spearhead: int | None
    partners: list[str]
    tasks: list[str]
    sources: list[Source]
    url: Url


class Document(Out):
    id: str
    kind: str
    number: str | None
    issuer: Text | None
    date: Moment | None
    title: Text
    attached_to: str | None
    note: Text | None
    naming_tasks: list[str]
    conflicts: list[str]
    sources: list[Source]
    url: Url


class Group(Out):
    id: str
    number: str
    name: Text
    sectors: list[str]
    open_ended: bool
    url: Url


class Plan(Out):
    id: str
    document: str
    name: Text
    groups: list[Group]
    note: Text | None
    sources: list[Source]


class Place(Out):
    """Where a partner lies; ``partner`` is null for the city itself and for archipelagos."""

    id: str
    partner: str | None
    role: model.PlaceRole
    name: Text
    latitude: float
    longitude: float
    gazetteer: str
    gazetteer_id: str | None
    note: Text | None


class Claim(Out):
    value: Text
    sources: list[Source]


class Conflict(Out):
    id: str
    record: str
    field: str
    values: list[Claim]
    note: Text


class File(Out):
    name: str
    path: str
    schema_path: str
    count: int


class Index(Out):
    version: str
    generated_at: str
    as_of: str
    counts: dict[str, int]
    files: list[File]


def write(catalogue: Catalogue, target: Path) -> None:
    """Write every file of the API below ``target`` (the site's root).

    Args:
        catalogue: the joined records.
        target: folder that ``api/v1/`` is made in.
    """
    folder = target / "api" / "v1"
    folder.mkdir(parents=True)
    lists = records(catalogue)
    files = []
    for name, (kind, items) in lists.items():
        _write(folder / f"{name}.json", [item.model_dump() for item in items])
        schema = TypeAdapter(list[kind]).json_schema()  # type: ignore[valid-type]
        _write(folder / f"{name}.schema.json", {"$schema": _DIALECT, **schema})
        files.append(
            File(name=name, path=f"api/v1/{name}.json", schema_path=f"api/v1/{name}.schema.json", count=len(items))
        )
    index = Index(
        version=VERSION,
        generated_at=built_at().isoformat().replace("+00:00", "Z"),
        as_of=catalogue.as_of.isoformat(),
        counts={name: len(items) for name, (_, items) in lists.items()},
        files=files,
    )
    _write(folder / "index.json", index.model_dump())
    _write(folder / "index.schema.json", {"$schema": _DIALECT, **Index.model_json_schema()})


_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def records(catalogue: Catalogue) -> dict[str, tuple[type[Out], Sequence[Any]]]:
    """Every list of the API by file name, with its model; sorted by id."""
    lists: dict[str, tuple[type[Out], list[Any]]] = {
        "activities": (Activity, [_activity(item) for item in catalogue.activities.values()]),
        "agencies": (Agency, [_agency(item) for item in catalogue.agencies.values()]),
        "agreements": (Agreement, [_agreement(item) for item in catalogue.agreements.values()]),
        "conflicts": (Conflict, [_conflict(item) for item in catalogue.conflicts]),
        "cooperation": (Cooperation, [_cooperation(item.record) for item in catalogue.cooperation.values()]),
        "countries": (Country, [_country(item) for item in catalogue.countries.values()]),
        "documents": (Document, [_document(item) for item in catalogue.documents.values()]),
        "glossary": (GlossaryEntry, [_glossary(entry) for entry in catalogue.glossary]),
        "indicators": (Indicator, [_indicator(item) for item in catalogue.indicators.values()]),
        "organisations": (Organisation, [_organisation(item) for item in catalogue.organisations.values()]),
        "partners": (Partner, [_partner(item) for item in catalogue.partners.values()]),
        "places": (Place, [_place(place, catalogue) for place in catalogue.places]),
        "plans": (Plan, [_plan(item) for item in catalogue.plans.values()]),
        "sectors": (Sector, [_sector(item) for item in catalogue.sectors.values()]),
        "tasks": (Task, [_task(item) for item in catalogue.tasks.values()]),
        "trade-agreements": (TradeAgreement, [_trade(item) for item in catalogue.trade_agreements.values()]),
    }
    return {name: (kind, sorted(items, key=lambda item: item.id)) for name, (kind, items) in lists.items()}


def _text(text: model.Text | model.Note) -> Text:
    return Text(vi=text.vi, en=text.en)


def _maybe_text(text: model.Text | None) -> Text | None:
    return None if text is None else _text(text)


def _moment(date: PartialDate | None) -> Moment | None:
    return None if date is None else Moment(value=str(date), precision=date.precision)


def _known(date: PartialDate) -> Moment:
    return Moment(value=str(date), precision=date.precision)


def _sources(sources: Sequence[model.Source]) -> list[Source]:
    return [Source(document=s.document, locator=s.locator, note=_maybe_text(s.note)) for s in sources]


def _url(kind: str, name: str) -> Url:
    path = f"{FOLDERS[kind]}/#{name}" if kind == "trade-agreement" else f"{FOLDERS[kind]}/{name}/"
    return Url(vi=path, en=f"en/{path}")


def _code(country: str) -> str:
    return country.upper()


def _ids(items: Sequence[Any]) -> list[str]:
    return sorted(item.id for item in items)


def _event(update: model.Update) -> Event:
    return Event(
        id=update.id,
        event=update.event,
        date=_known(update.date),
        status=update.status,
        until=_moment(update.until),
        result=update.result,
        next=_moment(update.next),
        note=_text(update.note),
        url=update.url,
    )


def _country(item: Any) -> Country:
    record: model.Country = item.record
    return Country(
        id=_code(record.id),
        name=_text(record.name),
        aliases=list(record.aliases),
        region=record.region,
        part_of=None if record.part_of is None else _code(record.part_of),
        partners=_ids(item.partners),
        sources=_sources(record.sources),
        url=_url("country", record.id),
    )


def _partner(item: Any) -> Partner:
    record: model.Partner = item.record
    return Partner(
        id=record.id,
        kind=record.kind,
        name=_text(record.name),
        within=_maybe_text(record.within),
        aliases=[alias.name for alias in record.aliases],
        country=_code(record.country),
        territory=None if record.territory is None else _code(record.territory),
        since=_moment(item.since),
        sectors=_ids(item.sectors),
        agreements=_ids(item.agreements),
        conflicts=_ids(item.conflicts),
        sources=_sources(record.sources),
        url=_url("partner", record.id),
    )


def _agreement(item: AgreementItem) -> Agreement:
    record = item.record
    term = record.term
    return Agreement(
        id=record.id,
        partner=item.partner.id,
        country=_code(item.country.id),
        instrument=record.instrument,
        signatory=record.signatory,
        signed=_moment(record.signed),
        renewed=[
            Renewed(value=str(renewal.date), precision=renewal.date.precision, kind=renewal.kind)
            for renewal in renewals(record)
        ],
        term=Term(kind=term.kind, until=_moment(term.until), years=term.years),
        expires=None if item.expires is None else item.expires.last_day.isoformat(),
        expires_precision=None if item.expires is None else item.expires.precision,
        status=item.status,
        subject=_maybe_text(record.subject),
        sectors=list(record.sectors),
        note=_maybe_text(record.note),
        updates=[_event(update) for update in item.updates],
        sources=_sources(record.sources),
        conflicts=_ids(item.conflicts),
        url=_url("agreement", record.id),
    )


def _task(item: Any) -> Task:
    record: model.Task = item.record
    return Task(
        id=record.id,
        plan=record.plan,
        number=record.number,
        group=record.group,
        title=_text(record.title),
        summary=_text(record.summary),
        lead=list(record.lead),
        lead_all_relevant=record.lead_all_relevant,
        coordinating=list(record.coordinating),
        coordinating_all_relevant=record.coordinating_all_relevant,
        due=_moment(record.due),
        status=item.status,
        countries=[_code(country) for country in record.countries],
        sectors=list(record.sectors),
        note=_maybe_text(record.note),
        updates=[_event(update) for update in item.updates],
        sources=_sources(record.sources),
        conflicts=_ids(item.conflicts),
        url=_url("task", record.id),
    )


def _number(value: Decimal) -> float:
    """A JSON number; whole numbers stay whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _cooperation(record: model.Cooperation) -> Cooperation:
    return Cooperation(
        id=record.id,
        countries=[_code(country) for country in record.countries],
        kind=record.kind,
        text=_text(record.text),
        sectors=list(record.sectors),
        note=_maybe_text(record.note),
        sources=_sources(record.sources),
    )


def _activity(item: Any) -> Activity:
    record: model.Activity = item.record
    return Activity(
        id=record.id,
        partner=record.partners[0] if record.partners else None,
        partners=list(record.partners),
        organisations=list(record.organisations),
        date=_moment(record.date),
        until=_moment(record.until),
        also=[_known(date) for date in record.also],
        text=_text(record.text),
        amounts=[Amount(value=_number(a.value), currency=a.currency, qualifier=a.qualifier) for a in record.amounts],
        sectors=list(record.sectors),
        note=_maybe_text(record.note),
        sources=_sources(record.sources),
    )


def _organisation(item: Any) -> Organisation:
    record: model.Organisation = item.record
    return Organisation(
        id=record.id,
        kind=record.kind,
        name=_text(record.name),
        abbreviation=record.abbreviation,
        aliases=list(record.aliases),
        country=None if record.country is None else _code(record.country),
        since=_moment(record.since),
        description=_text(record.description),
        sectors=list(record.sectors),
        activities=_ids(item.activities),
        sources=_sources(record.sources),
        url=_url("organisation", record.id),
    )


def _statements(statements: Sequence[model.Statement]) -> list[Statement]:
    return [Statement(text=_text(statement.text), sources=_sources(statement.sources)) for statement in statements]


def _trade(item: Any) -> TradeAgreement:
    record: model.TradeAgreement = item.record
    return TradeAgreement(
        id=record.id,
        name=_text(record.name),
        abbreviation=record.abbreviation,
        countries=[_code(country) for country in record.countries],
        states=_statements(record.states),
        plans=_statements(record.plans),
        tasks=list(record.tasks),
        conflicts=_ids(item.conflicts),
        sources=_sources(record.sources),
        url=_url("trade-agreement", record.id),
    )


def _indicator(item: Any) -> Indicator:
    record: model.Indicator = item.record
    return Indicator(
        id=record.id,
        label=_text(record.label),
        value=_number(record.value),
        unit=_text(record.unit),
        qualifier=record.qualifier,
        period=_text(record.period),
        as_of=_known(record.as_of),
        scope=record.scope,
        series=record.series,
        sectors=list(record.sectors),
        countries=[_code(country) for country in record.countries],
        note=_maybe_text(record.note),
        conflicts=_ids(item.conflicts),
        sources=_sources(record.sources),
    )


def _glossary(entry: model.GlossaryEntry) -> GlossaryEntry:
    return GlossaryEntry(
        id=entry.id,
        abbreviation=entry.abbreviation,
        full=entry.full,
        meaning=_text(entry.meaning),
        note=_maybe_text(entry.note),
        sources=_sources(entry.sources),
    )


def _agency(item: Any) -> Agency:
    record: model.Agency = item.record
    return Agency(
        id=record.id,
        kind=record.kind,
        name=_text(record.name),
        abbreviations=list(record.abbreviations),
        aliases=list(record.aliases),
        leads=_ids(item.leads),
        coordinates=_ids(item.coordinates),
        sources=_sources(record.sources),
        url=_url("agency", record.id),
    )


def _sector(item: Any) -> Sector:
    record: model.Sector = item.record
    return Sector(
        id=record.id,
        name=_text(record.name),
        description=_text(record.description),
        spearhead=record.spearhead,
        partners=_ids(item.partners),
        tasks=_ids(item.tasks),
        sources=_sources(record.sources),
        url=_url("sector", record.id),
    )


def _document(item: Any) -> Document:
    record: model.Document = item.record
    return Document(
        id=record.id,
        kind=record.kind,
        number=record.number,
        issuer=_maybe_text(record.issuer),
        date=_moment(record.date),
        title=_text(record.title),
        attached_to=record.attached_to,
        note=_maybe_text(record.note),
        naming_tasks=_ids(item.naming_tasks),
        conflicts=_ids(item.conflicts),
        sources=_sources(record.sources),
        url=_url("document", record.id),
    )


def _plan(plan: model.Plan) -> Plan:
    return Plan(
        id=plan.id,
        document=plan.document,
        name=_text(plan.name),
        groups=[
            Group(
                id=group.id,
                number=group.number,
                name=_text(group.name),
                sectors=list(group.sectors),
                open_ended=group.open_ended,
                url=_url("task-group", group.id),
            )
            for group in plan.groups
        ],
        note=_maybe_text(plan.note),
        sources=_sources(plan.sources),
    )


def _place(place: model.Place, catalogue: Catalogue) -> Place:
    return Place(
        id=place.id,
        partner=place.id if place.name is None else None,
        role=place.role,
        name=_text(catalogue.partners[place.id].record.name if place.name is None else place.name),
        latitude=float(place.latitude),
        longitude=float(place.longitude),
        gazetteer=place.gazetteer,
        gazetteer_id=place.gazetteer_id,
        note=_maybe_text(place.note),
    )


def _conflict(conflict: model.Conflict) -> Conflict:
    return Conflict(
        id=conflict.id,
        record=conflict.record,
        field=conflict.field,
        values=[
            Claim(
                value=Text(vi=claim.value, en=claim.value) if isinstance(claim.value, str) else _text(claim.value),
                sources=_sources(claim.sources),
            )
            for claim in conflict.values
        ],
        note=_text(conflict.note),
    )
