"""The API: files against their schemas, and records against the contract of the design."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import LISTS
from tests.conftest import ENVIRONMENT

# Design, section 5: fields may be added, never renamed or removed.
CONTRACT = {
    "index": "version generated_at as_of licence licence_url openapi_path counts files",
    "countries": "id name region partners url",
    "partners": "id kind name aliases country since sectors agreements url",
    "agreements": "id partner country instrument signatory signed renewed term expires status sources conflicts "
    "text place signatories languages binding supersedes amends implements under announced",
    "tasks": "id plan number group title summary lead coordinating coordinating_all_relevant due status countries "
    "sectors updates sources due_history reason evidence lead_today",
    "agencies": "id name abbreviations aliases leads coordinates successors",
    "cooperation": "id countries kind text sectors sources",
    "activities": "id kind partner date text amounts sectors sources",
}


def load(site: Path, name: str) -> Any:
    return json.loads((site / "api" / "v1" / name).read_text(encoding="utf-8"))


def record(site: Path, name: str, identifier: str) -> Any:
    (found,) = [record for record in load(site, f"{name}.json") if record["id"] == identifier]
    return found


@pytest.mark.parametrize("name", [*LISTS, "index"])
def test_a_file_fits_the_schema_beside_it(name: str, exported: Path):
    schema = load(exported, f"{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(load(exported, f"{name}.json"), schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", CONTRACT)
def test_fields_of_the_contract_are_there(name: str, exported: Path):
    content = load(exported, f"{name}.json")
    assert content
    for found in content if isinstance(content, list) else [content]:
        assert set(CONTRACT[name].split()) <= set(found)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_by_id_and_has_a_file_for_each_record(name: str, exported: Path):
    records = load(exported, f"{name}.json")
    ids = [found["id"] for found in records]
    assert ids == sorted(set(ids))
    assert [load(exported, f"{name}/{identifier}.json") for identifier in ids] == records
    former = [name for found in records for name in found["former_ids"]]
    assert len(list((exported / "api/v1" / name).iterdir())) == len(records) + len(former)


def test_the_index_says_day_and_licence_and_counts_what_the_files_hold(exported: Path):
    index = load(exported, "index.json")
    assert (index["as_of"], index["generated_at"]) == (ENVIRONMENT["AS_OF"], f"{ENVIRONMENT['AS_OF']}T00:00:00Z")
    assert (index["licence"], index["licence_url"]) == ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert index["documentation"] == {"vi": "open-data/", "en": "en/open-data/"}
    assert list(index["counts"]) == [file["name"] for file in index["files"]] == [*LISTS, "changes"]
    for file in index["files"][: len(LISTS)]:
        assert len(json.loads((exported / file["path"]).read_text(encoding="utf-8"))) == file["count"]
        assert (exported / file["schema_path"]).is_file()
        assert (exported / file["record_schema_path"]).is_file()


def test_the_index_names_the_files_besides_the_lists(exported: Path):
    further = [file["path"] for file in load(exported, "index.json")["further"]]
    assert {"data/catalog.jsonld", "api/v1/partners.geojson", "api/v1/changes.jsonl"} <= set(further)
    assert all((exported / path).is_file() for path in further)


def test_whole_numbers_are_printed_as_whole_numbers(exported: Path, catalogue: Catalogue):
    for name, item in catalogue.of_kind("indicator").items():
        value = item.record.value
        written = (exported / "api/v1/indicators" / f"{name}.json").read_text(encoding="utf-8")
        whole = value == value.to_integral_value()
        assert f'\n "value": {int(value) if whole else float(value)},\n' in written


def test_an_agreement_tells_dates_with_their_precision_and_what_follows_from_them(exported: Path):
    aoba, hanbit = (record(exported, "agreements", name) for name in ("aoba-2010", "hanbit-2021"))
    assert aoba["signed"] == {"value": "2010-04", "precision": "month"}
    assert aoba["renewed"] == [
        {"value": "2015-09-21", "precision": "day", "kind": "re-signed"},
        {"value": "2020", "precision": "year", "kind": "strengthened"},
    ]
    assert (aoba["expires"], aoba["status"]) == (None, "in-force")
    assert hanbit["term"] == {"kind": "until", "until": {"value": "2027-09-03", "precision": "day"}, "years": None}
    assert (hanbit["expires"], hanbit["expires_precision"], hanbit["status"]) == ("2027-09-03", "day", "in-force")
    assert (hanbit["partner"], hanbit["country"]) == ("hanbit", "KR")
    assert hanbit["url"] == {"vi": "agreements/hanbit-2021/", "en": "en/agreements/hanbit-2021/"}
    reckoned = record(exported, "agreements", "nam-say-2012")
    assert (reckoned["expires"], reckoned["expires_precision"]) == ("2016-02-29", "month")


def test_an_update_without_english_says_so(exported: Path):
    (update,) = record(exported, "tasks", "outlook-b-1")["updates"]
    assert update["note"] == {"vi": "Đang quảng bá tại hai thị trường.", "en": None}
    assert (update["status"], update["date"]) == ("in-progress", {"value": "2026-02-03", "precision": "day"})


def test_what_refers_to_a_record_is_listed_with_it(exported: Path):
    assert record(exported, "agencies", "trade-promotion")["coordinates"] == ["outlook-b-3", "quay-1-2"]
    assert record(exported, "countries", "KR")["partners"] == ["hanbit", "narae", "solbat"]
    assert record(exported, "agreements", "minori-2018")["conflicts"] == ["minori-2018-term"]
    assert "quay-1-1" in record(exported, "documents", "quay-programme")["naming_tasks"]


def test_a_document_says_where_its_text_is_and_when_that_was_seen(exported: Path):
    act, plain = (record(exported, "documents", name) for name in ("old-notice", "annex-c"))
    assert (act["address"], act["seen"]["value"]) == ("https://county.example.org/165-tb-hu", "2026-02-21")
    assert act["unofficial_copy"]["url"] == "https://law.example.net/165-tb-hu"
    assert act["unofficial_copy"]["seen"] == {"value": "2026-02-22", "precision": "day"}
    assert [plain[name] for name in ("address", "seen", "unofficial_copy")] == [None, None, None]


def test_the_groups_of_a_plan_stand_within_it_with_their_pages(exported: Path):
    groups = record(exported, "plans", "outlook")["groups"]
    assert [(group["id"], group["number"]) for group in groups] == [("outlook-a", "A"), ("outlook-b", "B")]
    assert groups[0]["url"]["en"] == "en/task-groups/outlook-a/"


def test_an_activity_names_its_first_partner_or_none(exported: Path):
    assert record(exported, "activities", "nam-say-1")["partner"] == "nam-say"
    assert record(exported, "activities", "river-network-1")["partner"] is None


def test_a_place_has_the_name_of_its_partner_or_its_own(exported: Path):
    aoba, city = record(exported, "places", "aoba"), record(exported, "places", "da-nang")
    assert (aoba["partner"], aoba["name"]["en"]) == ("aoba", "Aoba")
    assert (city["partner"], city["name"]["en"]) == (None, "Da Nang")


def test_a_trade_agreement_is_a_section_of_the_page_of_all(exported: Path):
    assert record(exported, "trade-agreements", "sea-pact")["url"]["vi"] == "trade-agreements/#sea-pact"


def test_every_kind_of_record_that_is_published_has_records_here(catalogue: Catalogue):
    """Without one, the other tests would say nothing of it."""
    assert all(catalogue.of_kind(kind.singular) for kind in LISTS.values())


def test_a_task_has_its_deadlines_its_lead_then_and_now_and_the_grounds_of_its_status(exported: Path):
    tasks = {task["id"]: task for task in json.loads((exported / "api/v1/tasks.json").read_text(encoding="utf-8"))}
    moved, dropped, stopped = tasks["shore-1-6"], tasks["shore-1-4"], tasks["shore-1-3"]
    assert moved["due"] == {"value": "2027-03-31", "precision": "day"}
    assert [(move["was"]["value"], move["due"]["value"]) for move in moved["due_history"]] == [
        ("2025-09-30", "2026-03-31"),
        ("2026-03-31", "2027-03-31"),
    ]
    assert (dropped["lead"], dropped["lead_today"]) == (["culture-bureau"], ["school-board"])
    assert (stopped["status"], stopped["reason"]) == ("paused", {"vi": "Chờ kinh phí.", "en": "Waiting for money."})
    assert tasks["shore-1-1"]["evidence"] is True
    assert tasks["shore-1-2"]["evidence"] is False


def test_an_agreement_tells_what_is_known_of_its_signing_and_its_text(exported: Path):
    signed, neustein = (record(exported, "agreements", name) for name in ("phu-vieng-2026", "neustein-2021"))
    assert signed["announced"] == {"value": "2026-02", "precision": "month"}
    assert signed["signed"] == {"value": "2026-06-18", "precision": "day"}  # told by an update
    assert signed["place"] == {"vi": "Bến Viêng", "en": "Vieng Landing"}
    assert [(person["name"], person["side"]) for person in signed["signatories"]] == [
        ("Trần Thị Giả", "city"),
        ("Khamla Giả Định", "partner"),
    ]
    assert (signed["languages"], signed["binding"]) == (["vi", "lo"], False)
    assert signed["text"] == {"access": "withheld", "url": None, "file": None, "sha256": None, "language": None}
    assert (neustein["text"]["access"], neustein["text"]["language"]) == ("published", "en")
    assert neustein["text"]["file"] == "texts/neustein-2021.txt"
    assert (neustein["amends"], neustein["supersedes"]) == (["neustein-2015"], [])
    assert record(exported, "agreements", "qingtan-2006")["text"] is None


def test_an_announced_agreement_says_so_and_a_replaced_one_names_its_successor(exported: Path):
    coming, old = (record(exported, "agreements", name) for name in ("minori-2026", "hanbit-2011"))
    assert (coming["status"], coming["signed"]) == ("announced", None)
    assert (old["status"], old["expires"], old["updates"][0]["by"]) == ("expired", "2021-09-03", "hanbit-2021")


def test_a_source_has_the_place_in_english_beside_the_words_of_the_document(exported: Path):
    (source,) = record(exported, "agreements", "minori-2018")["sources"]
    assert (source["locator"], source["locator_en"]) == ("Phụ lục A, dòng 3", "Annex A, row 3")


def test_sources_deep_within_a_record_have_the_place_in_english_too(exported: Path):
    values = record(exported, "conflicts", "minori-2018-term")["values"]
    assert [value["sources"][0]["locator_en"] for value in values] == ["Annex A, row 3", "Part I"]
