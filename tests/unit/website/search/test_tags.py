"""Kind and status of a hit, in the words of the language, with the statuses of the days to come."""

from __future__ import annotations

import pytest

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.page_list import pages
from macros.website.search.tags import tags


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_of_a_record_says_its_kind_and_agreements_and_tasks_their_status(catalogue: Catalogue, lang):
    words = texts(lang)
    for page in pages(catalogue, lang):
        said, _ = tags(catalogue, page, lang)
        if page.record and page.template in words["search"]["kinds"]:
            assert said[0] == words["search"]["kinds"][page.template]
        assert len(said) == (2 if (page.record and page.template in {"agreement", "task"}) or page.retired else 1), page


def test_a_page_written_by_hand_is_a_page(catalogue: Catalogue):
    assert tags(catalogue, None, "en") == ([texts("en")["search"]["kinds"]["page"]], [])


def test_the_statuses_to_come_are_told_unless_the_site_is_of_another_day(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
):
    ends = next(name for name, item in catalogue.agreements.items() if item.changes)
    page = next(page for page in pages(catalogue, "en") if page.template == "agreement" and page.record == ends)
    monkeypatch.setattr("macros.website.search.tags.build_day", lambda: catalogue.as_of)
    (_, now), later = tags(catalogue, page, "en")
    statuses = texts("en")["agreement_status"]
    assert later == [(day.isoformat(), statuses[status]) for day, status in catalogue.agreements[ends].changes]
    assert now not in {words for _, words in later[:1]}
    monkeypatch.setattr("macros.website.search.tags.build_day", lambda: catalogue.as_of.replace(year=2001))
    assert tags(catalogue, page, "en")[1] == []
