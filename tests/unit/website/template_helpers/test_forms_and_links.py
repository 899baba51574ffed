from __future__ import annotations

import html
import json

import yaml

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.check.messages import MESSAGES
from macros.records.check.problem import Place
from macros.records.kinds import IN_FILES
from macros.website.frame.repository import Repository
from macros.website.template_helpers.forms import CORRECTION, Forms
from macros.website.template_helpers.links import Links, file_name

PLACE = Place("data/partners.yaml", 12, 3)


def test_a_specimen_can_be_copied_and_is_the_record_that_the_page_shows(catalogue: Catalogue):
    shown = Forms(catalogue, "vi").specimen("partners")
    assert "\n" not in shown
    (record,) = yaml.safe_load(html.unescape(shown))
    assert record["agreements"] is not None or record["id"]
    assert set(record) <= set(IN_FILES["partners"].model_fields)


def test_the_script_gets_the_messages_of_the_check_in_the_language(catalogue: Catalogue):
    plain = texts("en")["form_messages"]["missing-field"]
    found = json.loads(Forms(catalogue, "en").messages("missing-field", "duplicate-key"))
    assert found["missing-field"] == [plain, MESSAGES["missing-field"].severity]
    assert found["duplicate-key"] == [MESSAGES["duplicate-key"].en, MESSAGES["duplicate-key"].severity]


def test_a_correction_asks_for_the_mistake_in_the_order_of_the_answer():
    words = texts("vi")["webform"]
    assert [asked.rank for asked in CORRECTION] == sorted(asked.rank for asked in CORRECTION)
    assert all(asked.name in words and f"{asked.name}_help" in words for asked in CORRECTION)


def test_a_record_opens_for_editing_at_its_line_where_the_repository_is_known():
    known = Links("vi", Repository("https://example.org/x", "main")).edit(PLACE)
    assert known == "https://example.org/x/edit/main/data/partners.yaml#L12"
    assert Links("vi", Repository("", "main")).edit(PLACE) == ""


def test_feeds_are_those_of_the_language():
    links = [Links(lang, Repository("", "main")) for lang in ("vi", "en")]
    assert [link.feed() for link in links] == ["feeds/all.xml", "en/feeds/all.xml"]
    assert links[1].feed("country", "jp") == "en/feeds/countries/jp.xml"


def test_a_file_is_named_by_the_end_of_its_address():
    assert file_name("en/data/renewals.csv") == "renewals.csv"
