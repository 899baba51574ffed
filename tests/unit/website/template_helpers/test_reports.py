from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from macros.website.template_helpers.reports import Reports


def test_soon_is_seen_from_the_end_of_the_report(catalogue: Catalogue):
    assert Reports(catalogue, "en").horizon(report(Period.parse("2022"), catalogue)) == "31 December 2023"


def test_the_register_of_reviews_counts_what_was_reviewed_and_what_is_due(catalogue: Catalogue):
    review = Reports(catalogue, "vi").review()
    signed = {item.id for item in catalogue.agreements.values() if item.status != "announced"}
    assert {item.agreement.id for item in review.items} == signed
    assert review.reviewed == 1
    assert review.due == ()
    december = Catalogue(catalogue._dataset, catalogue.as_of.replace(month=12, day=1))
    assert [item.agreement.id for item in Reports(december, "vi").review().due] == ["nam-say-2022"]


def test_tasks_without_an_update_are_those_that_nobody_reported_on(catalogue: Catalogue):
    reported = {update.record.record for update in catalogue.updates}
    silent = [name for name in catalogue.tasks if f"task/{name}" not in reported]
    assert Reports(catalogue, "vi").tasks_without_report() == len(silent) > 0
