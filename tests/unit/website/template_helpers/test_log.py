from __future__ import annotations

import datetime as dt

from macros.catalogue.catalogue import Catalogue
from macros.records.dataset import Dataset
from macros.records.history.changes import Change, FieldChange, History
from macros.views.change_log.entries import SHOWN, Day
from macros.website.template_helpers.log import LATEST, Log

DAY = dt.date(2026, 11, 21)


def changed(number: int, day: int, action="changed") -> Change:
    """A change of a partner's name, on a day of November 2026; each is a commit of its own."""
    moment = int(dt.datetime(2026, 11, day, 12, tzinfo=dt.UTC).timestamp()) - number
    fields = (FieldChange("name", {"vi": f"a{number}", "en": f"a{number}"}, {"vi": "b", "en": "b"}),)
    return Change(
        commit=f"{day:02}{number:05}",
        moment=moment,
        kind="partner",
        id="aoba",
        action=action,
        about="partner/aoba",
        fields=fields if action == "changed" else (),
        touches=("partner/aoba",),
    )


def log(dataset: Dataset, *changes: Change) -> Log:
    return Log(Catalogue(dataset, DAY, History(tuple(changes))), "en")


def test_the_newest_lines_end_with_a_whole_day(dataset: Dataset):
    days = [[changed(number, day) for number in range(LATEST - 1)] for day in (20, 19, 18)]
    (month,) = log(dataset, *(change for day in days for change in day)).latest()
    assert [day.date.last_day.day for day in month.days] == [20, 19]
    assert [len(day.entries) for day in month.days] == [LATEST - 1, LATEST - 1]
    assert month.count == 2 * (LATEST - 1)


def test_of_a_day_with_many_lines_the_first_are_shown(dataset: Dataset):
    def day(lines: int) -> Day:
        (month,) = log(dataset, *(changed(number, 20) for number in range(lines))).latest()
        return month.days[0]

    assert day(SHOWN + 1).rest == ()
    long = day(3 * SHOWN)
    assert len(long.first) == SHOWN
    assert (*long.first, *long.rest) == long.entries


def test_a_record_that_was_only_entered_has_no_log(dataset: Dataset):
    entered = changed(0, 10, "added")
    assert log(dataset, entered).of("partner", "aoba") == []
    assert len(log(dataset, changed(0, 12), entered).of("partner", "aoba")) == 2


def test_the_log_of_a_record_holds_no_other(dataset: Dataset):
    assert log(dataset, changed(0, 12)).of("partner", "hanbit") == []
