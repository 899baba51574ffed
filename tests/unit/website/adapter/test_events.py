"""The events of MkDocs: what they set in the configuration, and what they refuse."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.base.folding import slugify
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.website import project_records
from macros.website.adapter import handover, hooks
from macros.website.adapter.events import Events
from macros.website.adapter.handover import Handover
from tests.conftest import PROJECT

CONFIGURATIONS = {"vi": "mkdocs.yml", "en": "mkdocs.en.yml"}


@pytest.fixture
def records(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The small records, which reading the project's data gives too."""
    monkeypatch.setenv("SITE_URL", "https://example.org/danang/")
    found = Catalogue(check(small_root)[0], dt.date(2026, 11, 21))
    monkeypatch.setattr(project_records, "read", lambda **_: found)
    return found


def config(lang: str) -> MkDocsConfig:
    return load_config(str(PROJECT / CONFIGURATIONS[lang]))


def started(lang: str, command: str = "build", given: Handover | None = None) -> MkDocsConfig:
    events, found = Events(), config(lang)
    if given is not None:
        found.extra[handover.KEY] = given
    events.on_startup(command, False)  # type: ignore[arg-type]
    events.on_config(found)
    return found


def test_the_hook_file_names_every_event():
    handled = {name for name in dir(Events) if name.startswith("on_")}
    assert {name for name in dir(hooks) if name.startswith("on_")} == handled


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_words_of_the_overrides_are_in_the_language_of_the_build(lang, records: Catalogue):
    extra = started(lang).extra
    assert extra["language"] == texts(lang)["language"]
    assert extra["search_failed"] == texts(lang)["search"]["words"]["failed"]
    assert extra["foot"]["as_of_date"] == records.as_of.isoformat()
    assert extra["feed"]["path"] == "feeds/all.xml"


def test_headings_keep_their_letters_in_anchors(records: Catalogue):
    assert records
    assert started("vi").mdx_configs["toc"]["slugify"] is slugify


def test_what_was_handed_over_is_used_and_its_address_stays(small_root: Path, records: Catalogue):
    given = Handover(Catalogue(check(small_root)[0], dt.date(2020, 1, 1)))
    found = started("en", given=given)
    assert found.extra["foot"]["as_of_date"] == "2020-01-01"
    assert found.site_url == config("en").site_url
    assert records.as_of != given.records.as_of


def test_a_build_alone_reads_the_data_and_the_address(records: Catalogue):
    found = started("en")
    assert found.extra[handover.KEY].records is records
    assert found.site_url == "https://example.org/danang/en/"
    assert found.plugins["macros"].config["on_error_fail"] is True


def test_the_server_keeps_its_own_address_and_survives_errors_of_macros(records: Catalogue):
    assert records
    found = started("en", command="serve")
    assert found.site_url == config("en").site_url
    assert found.plugins["macros"].config["on_error_fail"] is False


def test_broken_data_stop_a_build_with_their_number(monkeypatch: pytest.MonkeyPatch):
    def read(**_: object) -> Catalogue:
        raise project_records.BrokenData("3 lỗi / 3 errors")

    monkeypatch.setattr(project_records, "read", read)
    with pytest.raises(PluginError, match="3 errors"):
        started("vi")


def test_a_day_that_is_none_stops_a_build_before_it_begins(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AS_OF", "hôm nay")
    with pytest.raises(PluginError, match="is no date"):
        Events().on_startup("build", False)
    with pytest.raises(PluginError):
        started("vi", command="serve")
