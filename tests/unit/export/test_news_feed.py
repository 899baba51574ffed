"""The feed of news, read by a public library: what happened in the world, each event once and for good."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds import news_feed
from macros.records.check.rules import check
from macros.views import addresses
from macros.views.news import news
from tests.conftest import ENVIRONMENT
from tests.edits import edit
from tests.unit.export.feed_checks import valid_feed


def entries(catalogue: Catalogue, folder: Path, lang: Lang = "en") -> list[Any]:
    news_feed.write(catalogue, folder)
    valid_feed(folder / addresses.news_feed(lang), addresses.site_url())
    parsed = feedparser.parse(str(folder / addresses.news_feed(lang)))
    assert not parsed.bozo
    return list(parsed.entries)


@pytest.mark.parametrize("lang", LANGS)
def test_it_tells_the_events_newest_first_with_what_happened_in_the_title(
    lang: Lang, catalogue: Catalogue, tmp_path: Path
):
    events = news(catalogue)
    found = entries(catalogue, tmp_path, lang)
    assert len(found) == len(events)
    words = texts(lang)["home"]["news"]
    for event, entry in zip(events, found, strict=True):
        assert entry.title.startswith(words[event.kind])
        named = [event.agreement.partner.name[lang]] if event.agreement else []
        named += [event.tasks[0].record.title[lang]] if len(event.tasks) == 1 and event.kind != "overdue" else []
        assert all(name in entry.title for name in named)
        page = entry.link.removeprefix(ENVIRONMENT["SITE_URL"])
        assert page.startswith(addresses.root(lang))
    assert {"overdue", "signed", "expired", "progress"} <= {event.kind for event in events}


def test_the_update_behind_an_event_is_told_below_its_title(catalogue: Catalogue, tmp_path: Path):
    told = [event.update.note["en"] for event in news(catalogue) if event.update]
    summaries = " ".join(entry.summary for entry in entries(catalogue, tmp_path))
    assert told
    assert all(note in summaries for note in told)


def test_nothing_is_dated_after_the_day_of_the_records(catalogue: Catalogue, tmp_path: Path):
    end = dt.datetime.combine(catalogue.as_of, dt.time(17), dt.UTC)
    moments = [dt.datetime.fromisoformat(entry.updated) for entry in entries(catalogue, tmp_path)]
    assert max(moments) <= end


def test_an_event_keeps_its_id_as_time_goes_on_and_the_site_moves(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = {entry.id for entry in entries(catalogue, tmp_path / "before")}
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    later = Catalogue(catalogue._dataset, catalogue.as_of + dt.timedelta(days=200))
    assert before <= {entry.id for entry in entries(later, tmp_path / "after")}
    assert before.isdisjoint(entry.id for entry in entries(catalogue, tmp_path / "vi", "vi"))


def test_an_event_keeps_its_id_when_its_records_are_renamed(small_root: Path, tmp_path: Path):
    path = small_root / "data" / "partners.yaml"
    day = dt.date(2009, 12, 31)
    before = entries(Catalogue(check(small_root)[0], day), tmp_path / "before")
    edit(path, "- id: sakai-2009\n", "- id: sakai-accord\n      former_ids: [sakai-2009]\n")
    edit(path, "- id: sakai\n", "- id: sakai-city\n  former_ids: [sakai]\n")
    edit(small_root / "data" / "conflicts.yaml", "agreement/sakai-2009", "agreement/sakai-accord")
    edit(small_root / "data" / "activities.yaml", "partners: [sakai]", "partners: [sakai-city]")
    edit(small_root / "data" / "places.yaml", "- id: sakai\n", "- id: sakai-city\n")
    after = entries(Catalogue(check(small_root)[0], day), tmp_path / "after")
    assert before
    assert [entry.id for entry in after] == [entry.id for entry in before]
    assert "sakai-accord" in {entry.link.rstrip("/").rpartition("/")[2] for entry in after}
