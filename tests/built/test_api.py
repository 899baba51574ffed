"""The published JSON against its schemas, the model and the design's contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from macros.catalogue.catalogue import Catalogue

LISTS = [
    "activities",
    "agencies",
    "agreements",
    "conflicts",
    "cooperation",
    "countries",
    "documents",
    "glossary",
    "indicators",
    "organisations",
    "partners",
    "places",
    "plans",
    "sectors",
    "tasks",
    "trade-agreements",
]
# Design, section 5: fields may be added, never renamed or removed.
CONTRACT = {
    "index": "version generated_at as_of licence licence_url openapi_path counts files",
    "countries": "id name region partners url",
    "partners": "id kind name aliases country since sectors agreements url",
    "agreements": "id partner country instrument signatory signed renewed term expires status sources conflicts",
    "tasks": "id plan number group title summary lead coordinating coordinating_all_relevant due status countries "
    "sectors updates sources",
    "agencies": "id name abbreviations aliases leads coordinates",
    "cooperation": "id countries kind text sectors sources",
    "activities": "id partner date text amounts sectors sources",
}


def load(site: Path, name: str) -> Any:
    return json.loads((site / "api" / "v1" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*LISTS, "index"])
def test_file_fits_the_schema_beside_it(name: str, site: Path):
    schema = load(site, f"{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(load(site, f"{name}.json"), schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", CONTRACT)
def test_fields_of_the_contract_are_there(name: str, site: Path):
    content = load(site, f"{name}.json")
    for record in content if isinstance(content, list) else [content]:
        assert set(CONTRACT[name].split()) <= set(record)


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_by_id(name: str, site: Path):
    ids = [record["id"] for record in load(site, f"{name}.json")]
    assert ids == sorted(ids)
    assert len(ids) == len(set(ids))


def test_the_index_counts_what_the_files_hold(site: Path):
    index = load(site, "index.json")
    assert index["as_of"] == "2026-11-21"
    assert index["generated_at"] == "2026-11-21T00:00:00Z"
    assert sorted(set(index["counts"]) - {"changes"}) == LISTS
    assert (index["licence"], index["licence_url"]) == ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
    for file in index["files"]:
        content = json.loads((site / file["path"]).read_text(encoding="utf-8"))
        assert len(content if isinstance(content, list) else content[file["name"]]) == file["count"]
        assert (site / file["schema_path"]).is_file()


@pytest.mark.parametrize("name", LISTS)
def test_every_record_has_a_file_that_says_what_the_list_says(name: str, site: Path):
    (file,) = [file for file in load(site, "index.json")["files"] if file["name"] == name]
    schema = json.loads((site / file["record_schema_path"]).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    records = load(site, f"{name}.json")
    for record in records:
        content = json.loads((site / file["record_path"].format(id=record["id"])).read_text(encoding="utf-8"))
        assert content == record
        validator.validate(content)
    assert len(list((site / file["record_path"]).parent.iterdir())) == len(records)


def test_an_agreement_reads_as_its_record(site: Path):
    agreements = {record["id"]: record for record in load(site, "agreements.json")}
    aoba, hanbit = agreements["aoba-2010"], agreements["hanbit-2021"]
    assert aoba["signed"] == {"value": "2010-04", "precision": "month"}
    assert aoba["renewed"] == [
        {"value": "2015-09-21", "precision": "day", "kind": "re-signed"},
        {"value": "2020", "precision": "year", "kind": "strengthened"},
    ]
    assert hanbit["term"] == {"kind": "until", "until": {"value": "2027-09-03", "precision": "day"}, "years": None}
    assert (hanbit["expires"], hanbit["status"], hanbit["country"]) == ("2027-09-03", "in-force", "KR")


def test_every_url_leads_to_a_page(site: Path):
    for name in LISTS:
        for record in load(site, f"{name}.json"):
            for address in record.get("url", {}).values():
                assert (site / address.split("#")[0] / "index.html").is_file(), address


def test_every_record_is_in_the_api(site: Path, catalogue: Catalogue):
    assert {record["id"] for record in load(site, "partners.json")} == set(catalogue.partners)
    assert {record["id"] for record in load(site, "tasks.json")} == set(catalogue.tasks)
