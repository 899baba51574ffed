"""Retired records: they have their pages, but count nowhere and are listed nowhere."""

from __future__ import annotations

import datetime as dt

from macros.catalogue.catalogue import Catalogue
from macros.views.labels import label
from macros.views.page_list import pages
from macros.views.registers.register import register


def test_what_was_retired_is_listed_nowhere(catalogue: Catalogue):
    assert "minori-town" not in catalogue.partners
    assert "minori-town-2018" not in catalogue.agreements
    assert "minori-town" not in {item.id for item in catalogue.countries["jp"].partners}
    assert "outlook-b-5" not in {task.id for task in catalogue.agencies["school-board"].leads}
    assert "outlook-b-5" not in {task.id for task in catalogue.plans["outlook"].tasks}
    assert "aoba-fair" not in {item.id for item in catalogue.partners["aoba"].activities}
    for name, retired in (("partners", "minori-town"), ("tasks", "outlook-b-5"), ("activities", "aoba-fair")):
        assert retired not in {item.id for item in register(name, catalogue, "vi").items}


def test_what_was_retired_counts_nowhere(catalogue: Catalogue):
    assert sum(catalogue.agreement_counts.values()) == len(catalogue.agreements)
    assert sum(catalogue.task_counts.values()) == len(catalogue.tasks)
    tally = {row.kind: row.records for row in catalogue.tally}
    assert tally["activities"] == len(catalogue.activities)


def test_what_was_retired_is_found_by_its_kind_with_all_that_belongs_to_it(catalogue: Catalogue):
    partner = catalogue.of_kind("partner")["minori-town"]
    assert [item.id for item in partner.agreements] == ["minori-town-2018"]
    assert catalogue.of_kind("agreement")["minori-town-2018"].record.retired == partner.record.retired
    assert catalogue.of_kind("activity")["aoba-fair"].partners[0].id == "aoba"
    assert list(catalogue.of_kind("partner"))[-1] == "minori-town"


def test_a_retired_record_has_a_page_whose_title_says_so(catalogue: Catalogue):
    page = next(page for page in pages(catalogue, "en") if page.record == "minori-town")
    assert page.retired
    name = label("partner", catalogue.of_kind("partner")["minori-town"], "en")
    assert page.title != name
    assert name in page.title
    assert not next(page for page in pages(catalogue, "en") if page.record == "minori").retired


def test_what_was_retired_counts_on_no_earlier_day_either(catalogue: Catalogue):
    before = catalogue.on(dt.date(2024, 1, 1))
    assert "minori-town-2018" not in before.agreements
    assert "minori-town-2018" in before.of_kind("agreement")


def test_a_partner_takes_over_those_that_were_merged_into_it(catalogue: Catalogue):
    assert [partner.id for partner in catalogue.partners["hanbit"].took_over] == ["narae"]
    assert catalogue.partners["narae"].took_over == ()


def test_a_former_province_knows_the_partners_that_the_city_inherited_from_it(catalogue: Catalogue):
    assert [partner.id for partner in catalogue.agencies["old-county"].through] == ["narae"]
    through = catalogue.partners["narae"].through
    assert through is not None
    assert through.id == "old-county"


def test_former_ids_are_known_by_kind(catalogue: Catalogue):
    assert catalogue.former_ids["partner"] == {"lagoa-city": "lagoa"}
    assert catalogue.former_ids["agreement"] == {"narae-first": "narae-2012"}
    assert catalogue.former_of("partner", "lagoa") == ("lagoa-city",)
    assert catalogue.former_of("partner", "nobody") == ()
