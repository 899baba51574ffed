from __future__ import annotations

from macros.views import addresses


def test_feeds_and_calendars_lie_below_the_root_of_their_language():
    assert addresses.feed("", "", "vi") == "feeds/all.xml"
    assert addresses.feed("sector", "tourism", "en") == "en/feeds/sectors/tourism.xml"
    assert addresses.calendar("", "", "en") == "en/calendars/all.ics"
    assert addresses.calendar("agency", "foreign-affairs", "vi") == "calendars/agencies/foreign-affairs.ics"


def test_what_is_not_published_has_no_address():
    assert addresses.feed("document", "scheme-2887", "vi") is None
    assert addresses.calendar("sector", "tourism", "vi") is None
    assert addresses.record_json("task-group", "scheme-ii-a") is None
    assert addresses.table("timeline", "vi") is None


def test_records_and_tables_are_named_after_their_list():
    assert addresses.record_json("agreement", "daegu-2004") == "api/v1/agreements/daegu-2004.json"
    assert addresses.record_json("country", "jp") == "api/v1/countries/JP.json"
    assert addresses.list_json("cooperation") == "api/v1/cooperation.json"
    assert addresses.table("task", "vi") == "data/tasks.csv"
    assert addresses.table("task", "en") == "en/data/tasks.csv"
