"""All that is published besides pages, for the real records, read by public libraries: valid, and the same facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest
from csvw import CSVW
from openapi_spec_validator import OpenAPIV31SpecValidator

from macros.base.languages import LANGS, Lang
from macros.export.api.lists import LISTS
from tests.unit.export.feed_checks import valid_calendar, valid_feed
from tests.unit.export.table_reader import FOLDERS, table_rows


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*LISTS, "index", "changes"])
def test_a_list_fits_the_schema_beside_it(name: str, real_site: Path):
    schema = load(real_site / f"api/v1/{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(load(real_site / f"api/v1/{name}.json"), schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", LISTS)
def test_every_record_has_a_file_that_says_what_the_list_says(name: str, real_site: Path):
    records = load(real_site / f"api/v1/{name}.json")
    assert [load(real_site / f"api/v1/{name}/{record['id']}.json") for record in records] == records
    listed = {f"{record['id']}.json" for record in records}
    others = {path for path in (real_site / "api/v1" / name).iterdir() if path.name not in listed}
    # A record that had another id is found below that one too.
    assert all(f"{load(path)['moved_to']}.json" in listed for path in others)


def test_the_index_counts_what_the_files_hold(real_site: Path):
    for file in load(real_site / "api/v1/index.json")["files"]:
        content = load(real_site / file["path"])
        assert len(content if isinstance(content, list) else content[file["name"]]) == file["count"]


def test_every_address_of_a_record_leads_to_a_page(real_site: Path):
    for name in LISTS:
        for record in load(real_site / f"api/v1/{name}.json"):
            for address in record.get("url", {}).values():
                assert (real_site / address.split("#")[0] / "index.html").is_file(), address


def test_the_description_of_the_api_is_valid(real_site: Path):
    OpenAPIV31SpecValidator(load(real_site / "api/v1/openapi.json")).validate()


@pytest.mark.parametrize("lang", LANGS)
def test_the_data_package_is_valid_with_its_tables_keys_and_references(lang: Lang, real_site: Path):
    folder = real_site / FOLDERS[lang]
    report = frictionless.Package(folder / "datapackage.json").validate()
    assert report.valid, report.flatten(["name", "message"])
    assert report.stats["tasks"] == len(list(folder.glob("*.csv")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_are_valid_csvw(lang: Lang, real_site: Path):
    # Not strict: that would forbid references that may be empty, which CSVW allows.
    group = CSVW(real_site / FOLDERS[lang] / "csv-metadata.json", validate=True, strict=False)
    assert group.is_valid, group.warnings


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_of_the_lists_have_their_records(lang: Lang, real_site: Path):
    for name in LISTS:
        ids = [record["id"] for record in load(real_site / f"api/v1/{name}.json")]
        assert [row["id"] for row in table_rows(real_site / FOLDERS[lang], name)] == ids


def test_every_feed_holds_to_the_standard(real_site: Path):
    feeds = list(real_site.rglob("feeds/**/*.xml"))
    assert feeds
    for path in feeds:
        valid_feed(path)


def test_every_calendar_is_valid_for_two_libraries(real_site: Path):
    calendars = list(real_site.rglob("calendars/**/*.ics"))
    assert calendars
    for path in calendars:
        valid_calendar(path)
