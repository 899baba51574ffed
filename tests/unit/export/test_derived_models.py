"""A kind of record whose API model nobody declared: its records are in the API and in tables as they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import RecordItem
from macros.export.api.derived import derived
from macros.export.api.reading import read
from macros.export.tables.cells import CellReader
from macros.records.check.problem import Place
from macros.records.kind import Kind
from macros.records.model import Amount, Claim, Conflict, Document, Identified, Record, Source, Text
from macros.records.model.ids import AgencyId, CountryId
from macros.records.model.scalars import Date


class Costs(Record):
    """A part of a record."""

    hotel: Amount | None = None
    paid: bool = False


class Visit(Identified):
    """A record of a kind that exists in this test only."""

    title: Text
    date: Date
    until: Date | None = None
    host: AgencyId
    countries: tuple[CountryId, ...] = ()
    remarks: tuple[str, ...] = ()
    costs: Costs
    sources: tuple[Source, ...]
    documents: tuple[Document, ...] = ()


VISIT = Kind(
    singular="visit", plural="visits", model=Visit, label="title", shown="elsewhere", brought={"documents": "document"}
)
RECORD = Visit(
    id="sakai-2024",
    title=Text(vi="Thăm Sakai", en="Visit to Sakai"),
    date=PartialDate(2024, 5),
    host="foreign-affairs",
    countries=("jp",),
    remarks=("a", "b"),
    costs=Costs(hotel=Amount(value=Decimal("12.50"), currency="USD")),
    sources=(Source(document="scheme", locator="Phần I"),),
)


def test_a_record_reads_as_it_is_written(catalogue: Catalogue):
    assert read(derived(VISIT), RECORD, catalogue).model_dump() == {
        "id": "sakai-2024",
        "title": {"vi": "Thăm Sakai", "en": "Visit to Sakai"},
        "date": {"value": "2024-05", "precision": "month"},
        "until": None,
        "host": "foreign-affairs",
        "countries": ["JP"],
        "remarks": ["a", "b"],
        "costs": {"hotel": {"value": 12.5, "currency": "USD", "qualifier": "exact"}, "paid": False},
        "sources": [{"document": "scheme", "locator": "Phần I", "locator_en": "Part I", "note": None}],
        "former_ids": [],
        "retired": None,
    }


def test_its_schema_asks_for_every_field_and_no_other():
    schema = derived(VISIT).model_json_schema()
    assert schema["title"] == "Visit"
    assert schema["required"] == list(schema["properties"])
    assert schema["additionalProperties"] is False


def test_its_table_names_what_it_refers_to(catalogue: Catalogue):
    names = {"agency": {"foreign-affairs": "Department of Foreign Affairs"}, "country": {"JP": "Japan"}}
    readings = list(CellReader("en", names, {"scheme": "Scheme"}, {}).readings(derived(VISIT)))
    record = read(derived(VISIT), RECORD, catalogue)
    row = {reading.column.name: reading.get(record) for reading in readings}
    assert (row["host"], row["host_name"], row["countries_name"]) == (
        "foreign-affairs",
        "Department of Foreign Affairs",
        "Japan",
    )
    assert (row["title"], row["date_precision"], row["costs_hotel_value"]) == ("Visit to Sakai", "month", 12.5)
    assert row["sources"] == "Scheme, Part I"
    assert {reading.column.to for reading in readings} - {""} == {"agencies", "countries"}


def test_records_with_a_page_have_its_address(catalogue: Catalogue):
    model = derived(Kind(singular="country", plural="countries", model=Visit, shown="page"))
    record = read(model, RECORD, catalogue)
    assert record.model_dump()["url"] == {"vi": "countries/sakai-2024/", "en": "en/countries/sakai-2024/"}


def test_records_that_sources_disagree_about_name_the_conflicts(catalogue: Catalogue):
    claims = tuple(Claim(value=value, sources=RECORD.sources) for value in ("2024", "2025"))
    conflict = Conflict(id="year", record="task/x", field="date", values=claims, note=RECORD.title)
    joined = RecordItem(record=RECORD, conflicts=(conflict,), place=Place("x.yaml", 1, 1))
    model = derived(Kind(singular="visit", plural="visits", model=Visit, disputed=True))
    assert read(model, joined, catalogue).model_dump()["conflicts"] == ["year"]


def test_a_kind_that_holds_others_has_to_declare_its_model():
    with pytest.raises(TypeError, match="declare"):
        derived(Kind(singular="visit", plural="visits", model=Visit, nested={"documents": "document"}))
