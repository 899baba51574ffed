"""News are events of the world up to the day of the records, newest first."""

from __future__ import annotations

import datetime as dt

from macros.catalogue.catalogue import Catalogue
from macros.records.dataset import Dataset
from macros.views.news import News, news


def told(found: list[News]) -> list[tuple[str, str]]:
    return [(event.kind, event.agreement.id if event.agreement else event.tasks[0].id) for event in found]


def test_the_newest_event_comes_first_and_none_of_a_later_day(catalogue: Catalogue):
    found = news(catalogue)
    days = [event.date.last_day for event in found]
    assert days == sorted(days, reverse=True)
    assert days[0] <= catalogue.as_of
    assert {"signed", "expired", "progress", "overdue"} <= {event.kind for event in found}
    assert "expires" not in {event.kind for event in found}


def test_an_event_is_news_from_its_own_day_on(dataset: Dataset):
    signing = next(
        event
        for event in news(Catalogue(dataset, dt.date(2026, 11, 21)))
        if event.kind == "signed" and event.date.precision == "day"
    )
    assert signing.agreement is not None
    day = signing.date.first_day
    before = news(Catalogue(dataset, day - dt.timedelta(days=1)))
    assert ("signed", signing.agreement.id) not in told(before)
    assert ("signed", signing.agreement.id) in told(news(Catalogue(dataset, day)))


def test_a_task_is_overdue_news_on_its_deadline_and_not_before(catalogue: Catalogue, dataset: Dataset):
    late = next(event for event in news(catalogue) if event.kind == "overdue")
    assert {task.status for task in late.tasks} == {"overdue"}
    assert {task.plan.id for task in late.tasks} == {late.plan.id if late.plan else ""}
    told_then = told(news(Catalogue(dataset, late.date.last_day)))
    assert ("overdue", late.tasks[0].id) not in told_then
    assert ("overdue", late.tasks[0].id) in told(news(Catalogue(dataset, late.date.last_day + dt.timedelta(days=1))))
