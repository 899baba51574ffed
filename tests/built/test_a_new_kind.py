"""A new kind of record takes an entry in kinds.py, a model, a template and words: a throw-away kind shows it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema
import lxml.html
import pytest

from tests.conftest import TOWN, built, copy_project
from tests.edits import edit
from tests.repository import Repository

ENTRY = """    Kind(
        singular="landmark",
        rank=16,
        plural="landmarks",
        model=Landmark,
        shown="page",
    ),
    Kind(singular="place","""
MODEL = '''"""Gifts of partners that stand in the city."""

from __future__ import annotations

from macros.records.model.ids import PartnerId
from macros.records.model.parts import Identified, Sources, Text
from macros.records.model.scalars import Date


class Landmark(Identified):
    """A gift of a partner that stands in the city."""

    name: Text
    partner: PartnerId
    unveiled: Date
    sources: Sources
'''
TEMPLATE = """{% import 'partials/links.jinja' as links %}
{% import 'partials/record.jinja' as parts %}
{% import 'partials/values.jinja' as values %}

# {{ item.record.name|tr }} { #top }

<p class="lead">{{ values.date_or_absent(item.record.unveiled) }}</p>
{{ parts.foot(url, 'landmark', item.id, item.record.sources) }}
"""
FIELD_WORDS = """Landmark:
  about: {vi: Quà tặng của đối tác đặt trong thành phố., en: A gift of a partner that stands in the city.}
  partner:
    label: {vi: Đối tác, en: Partner}
    help: {vi: Đối tác đã tặng., en: The partner that gave it.}
  unveiled:
    label: {vi: Khánh thành, en: Unveiled}
    help: {vi: Ngày khánh thành., en: The day of the unveiling.}
Sector:
"""
# The words of the kind in each language, by the line that they follow.
WORDS = {
    "vi": {
        "fields:\n": "  unveiled: Khánh thành\n",
        "    region: khu vực\n": "    unveiled: ngày khánh thành\n",
        "kinds:\n": "  landmarks: Công trình\n",
        "  subjects:\n": '    landmark: "Công trình {name}"\n',
        "  many:\n": '    landmark: "{n} công trình"\n',
        "sector:\n": (
            "landmark:\n  index_title: Công trình hữu nghị\n  index_lead: Quà tặng của các đối tác.\n"
            '  description: "Công trình {name}, quà tặng của đối tác."\n'
        ),
    },
    "en": {
        "fields:\n": "  unveiled: Unveiled\n",
        "    region: region\n": "    unveiled: unveiling\n",
        "kinds:\n": "  landmarks: Landmarks\n",
        "  subjects:\n": '    landmark: "Landmark {name}"\n',
        "  many:\n": '    landmark: "{n} landmarks"\n',
        "sector:\n": (
            "landmark:\n  index_title: Landmarks of friendship\n  index_lead: Gifts of the partners.\n"
            '  description: "The landmark {name}, a gift of a partner."\n'
        ),
    },
}
RECORD = """- id: aoba-bell
  name:
    vi: Chuông Aoba
    en: Aoba Bell
  partner: aoba
  unveiled: 2016-10-09
  sources:
    - document: outlook
      locator: Phần III
"""
LIST = "landmarks/"
PAGE = "landmarks/aoba-bell/"
# What it is called and what is said of its change, by the root of the language.
SAID = {"": ("Chuông Aoba", "2015", "2016"), "en/": ("Aoba Bell", "2015", "2016")}


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project that was given the kind, and a record that was put right in a second commit."""
    root = copy_project(tmp_path_factory.mktemp("kind") / "project", TOWN / "data")
    records = root / "macros" / "records"
    edit(records / "kinds.py", '    Kind(singular="place",', ENTRY)
    models = "from macros.records.model import (\n"
    edit(records / "kinds.py", models, "from macros.records.model.landmark import Landmark\n" + models)
    (records / "model" / "landmark.py").write_text(MODEL, encoding="utf-8")
    templates = root / "macros" / "website" / "templates"
    (templates / "landmark.md.jinja").write_text(TEMPLATE, encoding="utf-8")
    edit(records / "field_words.yaml", "\nSector:\n", f"\n{FIELD_WORDS}")
    for lang, words in WORDS.items():
        path = root / "macros" / "base" / "words" / f"{lang}.yaml"
        for before, after in words.items():
            edit(path, f"\n{before}", f"\n{after}{before}" if before == "sector:\n" else f"\n{before}{after}")
    data = root / "data" / "landmarks.yaml"
    data.write_text(RECORD.replace("2016-10-09", "2015-10-09"), encoding="utf-8")
    repository = Repository(root)
    data.write_text(RECORD, encoding="utf-8")
    repository.commit()
    # Ends in an error if the gate finds anything.
    return built(root, root / "site", its_code=True)


def article(site: Path, page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / page / "index.html").read_text(encoding="utf-8")).find(".//article")


def read_json(site: Path, path: str) -> Any:
    return json.loads((site / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("root", SAID)
def test_its_records_have_a_page_and_a_list(extended: Path, root: str):
    name = SAID[root][0]
    page = article(extended, root + PAGE)
    assert page.findtext(".//h1") == name
    assert page.xpath(".//a[contains(@href, 'documents/outlook/')]")
    (link,) = article(extended, root + LIST).xpath(".//a[contains(@href, 'aoba-bell/')]")
    assert link.text_content() == name


def test_its_records_are_in_the_api_with_a_schema(extended: Path):
    (listed,) = read_json(extended, "api/v1/landmarks.json")
    assert listed == read_json(extended, "api/v1/landmarks/aoba-bell.json")
    assert (listed["id"], listed["partner"], listed["name"]["en"]) == ("aoba-bell", "aoba", "Aoba Bell")
    assert listed["unveiled"] == {"value": "2016-10-09", "precision": "day"}
    jsonschema.validate([listed], read_json(extended, "api/v1/landmarks.schema.json"))
    assert "landmarks" in {file["name"] for file in read_json(extended, "api/v1/index.json")["files"]}


@pytest.mark.parametrize("root", SAID)
def test_its_records_are_a_table(extended: Path, root: str):
    with (extended / root / "data" / "landmarks.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["id"] == "aoba-bell"
    assert row["unveiled"] == "2016-10-09"


@pytest.mark.parametrize("root", SAID)
def test_the_search_finds_its_records_by_their_names_in_both_languages(extended: Path, root: str):
    (entry,) = [entry for entry in read_json(extended, f"{root}search/entries.json") if entry["location"] == PAGE]
    assert {entry["title"], *entry["names"]} == {"Chuông Aoba", "Aoba Bell"}


@pytest.mark.parametrize("root", SAID)
def test_a_change_of_its_records_is_in_the_log_and_on_their_page(extended: Path, root: str):
    name, *years = SAID[root]
    for page in (f"{root}changes/", root + PAGE):
        said = years if page == root + PAGE else [name, *years]
        lines = [item.text_content() for item in article(extended, page).xpath(".//li")]
        assert any(all(word in line for word in said) for line in lines), page
