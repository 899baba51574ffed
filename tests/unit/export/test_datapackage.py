"""The data package, validated and read by Frictionless."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import frictionless
import pytest

from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import records
from tests.conftest import ENVIRONMENT

pytestmark = pytest.mark.slow

PACKAGES = ["data/datapackage.json", "en/data/datapackage.json"]


@pytest.mark.parametrize("name", PACKAGES)
def test_it_is_valid_with_its_tables_keys_and_references(name: str, exported: Path):
    report = frictionless.Package(exported / name).validate()
    assert report.valid, report.flatten(["name", "message"])
    assert report.stats["tasks"] == len(list((exported / name).parent.glob("*.csv")))


@pytest.mark.parametrize("name", PACKAGES)
def test_it_says_day_licence_and_source(name: str, exported: Path):
    package = json.loads((exported / name).read_text(encoding="utf-8"))
    assert (package["as_of"], package["created"]) == (ENVIRONMENT["AS_OF"], f"{ENVIRONMENT['AS_OF']}T00:00:00Z")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["homepage"] == ENVIRONMENT["SITE_URL"]


def test_its_agreements_are_those_of_the_model(exported: Path, catalogue: Catalogue):
    rows = {
        row["id"]: row
        for row in frictionless.Package(exported / PACKAGES[0]).get_table_resource("agreements").read_rows()
    }
    assert list(rows) == [record.id for record in records(catalogue)["agreements"]]
    for record in records(catalogue)["agreements"]:
        row = rows[record.id]
        assert row["partner"] == record.partner
        assert row["signed"] == (None if record.signed is None else record.signed.value)
        assert (None if row["expires"] is None else row["expires"].isoformat()) == record.expires
        assert row["term_years"] == record.term.years


def test_a_reference_to_nothing_is_found(exported: Path, tmp_path: Path):
    shutil.copytree(exported / "en" / "data", tmp_path / "data")
    path = tmp_path / "data" / "agreement-sectors.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, first, *rest = csv.reader(file)
    first[header.index("sector")] = "no-such-sector"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, first, *rest])
    assert "foreign-key" in frictionless.Package(tmp_path / "data" / "datapackage.json").validate().to_json()
