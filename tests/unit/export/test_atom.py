"""The feeds, read by a public library and held against what RFC 4287 asks for."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import feedparser
import pytest

from macros.base.formats import cut
from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds import atom, atom_xml
from macros.records.check.rules import check
from macros.records.history.changes import Change, History
from macros.records.history.git import read
from macros.views import addresses
from macros.views.change_log.log import ChangeLog
from tests.conftest import ENVIRONMENT
from tests.repository import Repository
from tests.unit.export.feed_checks import NS, valid_feed

SITE = ENVIRONMENT["SITE_URL"]
HOSTILE = ["<script>alert(1)</script>", "a & b ]]> <!--", "\x00\x1b\ufffe\x0b", "&amp; &lt;", "{{ 7*7 }}"]


@pytest.fixture
def changed(repository: Repository) -> Catalogue:
    repository.replace("data/partners.yaml", "signed: 2009", "signed: 2009-04")
    repository.replace("data/tasks.yaml", "countries: [jp]", "countries: []")
    repository.commit()
    return joined(repository)


def joined(repository: Repository) -> Catalogue:
    return Catalogue(check(repository.root)[0], dt.date(2026, 11, 21), read(repository.root))


def test_every_feed_holds_to_the_standard(changed: Catalogue, tmp_path: Path):
    atom.write(changed, tmp_path / "out")
    found = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")}
    expected = {
        addresses.feed(kind, name, lang)
        for lang in LANGS
        for kind, items in (
            ("country", changed.countries),
            ("sector", changed.sectors),
            ("agency", changed.agencies),
            ("partner", changed.partners),
            ("task", changed.tasks),
            ("", [""]),
        )
        for name in items
    }
    assert found == expected
    for path in found:
        valid_feed(tmp_path / "out" / path)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_read_back_is_what_was_told(lang, changed: Catalogue, tmp_path: Path):
    atom.write(changed, tmp_path / "out")
    parsed = feedparser.parse(str(tmp_path / "out" / (addresses.feed("", "", lang) or "")))
    assert not parsed.bozo
    told = ChangeLog(changed, lang).entries(changed.history.changes)
    read_back = [(entry.title, entry.summary, entry.updated, entry.link) for entry in parsed.entries]
    root = f"{SITE}{addresses.root(lang)}"
    assert read_back == [
        (
            cut(entry.sentence, atom_xml.TITLE),
            entry.sentence + "".join(f". {'; '.join(name for name, _ in entry.members)}" for _ in entry.members[:1]),
            entry.moment.isoformat().replace("+00:00", "Z"),
            f"{root}{entry.address}",
        )
        for entry in told
    ]
    assert "creativecommons.org/licenses/by/4.0" in parsed.feed.rights
    assert parsed.feed.updated == read_back[0][2]
    links = {(link.rel, link.get("hreflang")): link.href for link in parsed.feed.links}
    assert links["self", lang] == f"{root}feeds/all.xml"


def test_feeds_of_records_tell_what_concerns_them_and_what_no_longer_does(changed: Catalogue, tmp_path: Path):
    atom.write(changed, tmp_path / "out")

    def titles(path: str) -> set[str]:
        return {entry.title for entry in feedparser.parse(str(tmp_path / "out/en/feeds" / path)).entries}

    latest = [change for change in changed.history.changes if change.commit == changed.history.changes[0].commit]
    newest = {change.kind: ChangeLog(changed, "en").entry(change).sentence for change in latest}
    assert set(newest) == {"agreement", "task"}
    assert set(newest.values()) <= titles("countries/jp.xml") & titles("sectors/tourism.xml")
    assert newest["task"] not in titles("agencies/peoples-committee.xml")
    assert newest["agreement"] in titles("agencies/peoples-committee.xml")


def test_ids_stay_when_the_site_moves_and_the_log_grows(
    changed: Catalogue, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def ids(folder: str, catalogue: Catalogue) -> list[str]:
        atom.write(catalogue, tmp_path / folder)
        return [entry.id for entry in feedparser.parse(str(tmp_path / folder / "feeds/countries/jp.xml")).entries]

    before = ids("before", changed)
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    repository.replace("data/partners.yaml", "signed: 2009-04", "signed: 2009-05")
    repository.commit()
    after = ids("after", joined(repository))
    assert after[-len(before) :] == before
    assert len(after) == len(before) + 1


def test_a_change_has_one_id_in_all_feeds_of_a_language_and_another_in_the_other(changed: Catalogue, tmp_path: Path):
    atom.write(changed, tmp_path / "out")

    def ids(path: str) -> set[str]:
        return {entry.id for entry in feedparser.parse(str(tmp_path / "out" / path)).entries}

    assert ids("feeds/sectors/tourism.xml") & ids("feeds/countries/jp.xml") & ids("feeds/all.xml")
    assert not ids("feeds/all.xml") & ids("en/feeds/all.xml")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, catalogue: Catalogue, tmp_path: Path):
    known = {"name": {"vi": text, "en": text}}
    change = Change(
        commit="c" * 40,
        moment=1767225600,
        kind="partner",
        id="gone",
        action="removed",
        about="partner/gone",
        known_by=known,
    )
    hostile = Catalogue(catalogue._dataset, catalogue.as_of, History((change,)))
    atom.write(hostile, tmp_path)
    (entry,) = valid_feed(tmp_path / "feeds/all.xml").findall(f"{NS}entry")
    told = ChangeLog(hostile, "vi").entry(change).sentence
    assert text in told
    assert entry.find(f"{NS}summary").text == re.sub("[\x00\x1b\ufffe\x0b]", "\ufffd", told)


def test_without_history_a_feed_says_so_and_tells_nothing(catalogue: Catalogue, tmp_path: Path):
    atom.write(catalogue, tmp_path)
    feed = valid_feed(tmp_path / "en/feeds/all.xml")
    assert feed.findall(f"{NS}entry") == []
    assert texts("en")["changes"]["missing"]["no-git"] in feed.find(f"{NS}subtitle").text
    assert feed.find(f"{NS}updated").text == "2026-11-21T00:00:00Z"


def test_a_long_log_keeps_the_newest(catalogue: Catalogue, tmp_path: Path):
    changes = tuple(
        Change(
            commit=f"{n:040}", moment=1767225600 + n, kind="partner", id="gone", action="removed", about="partner/gone"
        )
        for n in range(500, 0, -1)
    )
    atom.write(Catalogue(catalogue._dataset, catalogue.as_of, History(changes)), tmp_path)
    entries = feedparser.parse(str(tmp_path / "feeds/all.xml")).entries
    assert len(entries) == atom.LATEST
    assert entries[0].updated == max(entry.updated for entry in entries)
