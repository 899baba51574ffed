"""Shapes of fields, and columns that follow from them."""

from __future__ import annotations

from typing import Annotated

from macros.catalogue.catalogue import Catalogue
from macros.export.api.fields import Day, Words, shape
from macros.export.api.references import BackReferences, CountryCode, PartnerId, SectorId
from macros.export.api.values import ApiModel, Moment, Text, Url
from macros.export.tables.cells import CellReader
from macros.records.model.references import Refers
from macros.views.vocabularies import interface_words


class Example(ApiModel):
    """One field of each form."""

    id: str
    kind: Annotated[str | None, Words("partner_kinds")]
    country: CountryCode | None
    sectors: list[SectorId]
    aliases: list[str]
    agreements: BackReferences
    name: Text
    signed: Moment | None
    ends: Annotated[str | None, Day()]
    number: int | None
    value: float
    open_ended: bool
    url: Url


def test_a_shape_tells_type_number_and_marks():
    fields = Example.model_fields
    assert shape(fields["sectors"])[:2] == (str, True)
    assert shape(fields["sectors"]).mark(Refers) == Refers("sector")
    assert shape(fields["country"]).mark(Refers) == Refers("country")
    assert shape(fields["signed"])[:2] == (Moment, False)
    assert shape(fields["kind"]).mark(Words) == Words("partner_kinds")
    assert shape(fields["kind"]).mark(Day) is None


def test_columns_follow_from_the_fields(catalogue: Catalogue):
    names = {"country": {"JP": "Japan"}, "sector": {"a": "A", "b": "B"}}
    readings = list(CellReader("en", names, {}, interface_words(catalogue, "en")).readings(Example))
    assert {column.name: column.form for column, _ in readings} == {
        "id": "key",
        "kind": "code",
        "kind_name": "name",
        "country": "code",
        "country_name": "name",
        "sectors": "codes",
        "sectors_name": "names",
        "aliases": "names",
        "agreements_count": "count",
        "name": "text",
        "signed": "moment",
        "signed_precision": "precision",
        "ends": "day",
        "number": "integer",
        "value": "number",
        "open_ended": "flag",
        "url": "address",
    }


def test_unknown_is_an_empty_cell_and_so_is_an_empty_list(catalogue: Catalogue):
    names = {"country": {"JP": "Japan"}, "sector": {"a": "A", "b": "B"}}
    example = Example(
        id="x",
        kind=None,
        country=None,
        sectors=[],
        aliases=[],
        agreements=["b", "a"],
        name=Text(vi="X", en=None),
        signed=None,
        ends=None,
        number=0,
        value=0.5,
        open_ended=False,
        url=Url(vi="x/", en="en/x/"),
    )
    row = {
        column.name: get(example)
        for column, get in CellReader("en", names, {}, interface_words(catalogue, "en")).readings(Example)
    }
    assert {name for name, cell in row.items() if cell is None} == {
        "kind",
        "kind_name",
        "country",
        "country_name",
        "sectors",
        "sectors_name",
        "aliases",
        "signed",
        "signed_precision",
        "ends",
    }
    assert (row["name"], row["agreements_count"], row["number"], row["open_ended"]) == ("X", 2, 0, False)


def test_ids_records_and_items_are_taken_alike():
    class Held(ApiModel):
        partner: PartnerId
        country: CountryCode

    class Item:
        id = "jp"

    assert Held.model_validate({"partner": Item(), "country": Item()}).model_dump() == {
        "partner": "jp",
        "country": "JP",
    }
