"""The feeds, read by a public library and held against what RFC 4287 asks for."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import feedparser
import lxml.etree
import pytest

from macros.base.formats import cut
from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds import atom
from macros.records.check.rules import check
from macros.records.history.changes import Change, History
from macros.records.history.git import read
from macros.views import addresses
from macros.views.change_log.log import ChangeLog
from tests.repository import Repository

NS = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/danang/"
HOSTILE = ["<script>alert(1)</script>", "a & b ]]> <!--", "\x00\x1b\ufffe\x0b", "&amp; &lt;", "{{ 7*7 }}"]
# How often RFC 4287 allows or asks for each element: least, most.
FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, 1), "rights": (0, 1), "subtitle": (0, 1)}
ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "summary": (0, 1)}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SITE_URL", SITE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")


@pytest.fixture
def changed(repository: Repository) -> Catalogue:
    repository.replace("data/partners.yaml", "signed: 2009", "signed: 2009-04")
    repository.replace("data/tasks.yaml", "countries: [jp]", "countries: []")
    repository.commit()
    return joined(repository)


def joined(repository: Repository) -> Catalogue:
    return Catalogue(check(repository.root)[0], dt.date(2026, 11, 21), read(repository.root))


def valid(path: Path) -> lxml.etree._Element:
    """The feed, after holding it against the standard."""
    feed = lxml.etree.parse(path).getroot()
    assert feed.tag == f"{NS}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") in LANGS
    _counted(feed, FEED)
    entries = feed.findall(f"{NS}entry")
    for entry in entries:
        _counted(entry, ENTRY)
        assert [link.get("rel") for link in entry.findall(f"{NS}link")] == ["alternate"]
    ids = [element.text for element in feed.iter(f"{NS}id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name or "") for name in ids)
    for name in ("updated", "published"):
        for element in feed.iter(f"{NS}{name}"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.text or "")
    links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in feed.findall(f"{NS}link")]
    assert len(links) == len(set(links))
    assert {link.get("href", "")[: len(SITE)] for link in feed.iter(f"{NS}link") if link.get("rel") != "license"} == {
        SITE
    }
    assert feed.find(f"{NS}author/{NS}name").text
    return feed


def _counted(element: lxml.etree._Element, allowed: dict[str, tuple[int, int]]) -> None:
    known = {f"{NS}{name}" for name in (*allowed, "link", "entry")}
    assert {child.tag for child in element} <= known
    for name, (least, most) in allowed.items():
        found = element.findall(f"{NS}{name}")
        assert least <= len(found) <= most, name
        assert all(len(child) or (child.text or "").strip() for child in found), name


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
            ("", [""]),
        )
        for name in items
    }
    assert found == expected
    for path in found:
        valid(tmp_path / "out" / path)


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
            cut(entry.sentence, atom.TITLE),
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

    def titles(path: str) -> list[str]:
        return [entry.title for entry in feedparser.parse(str(tmp_path / "out/en/feeds" / path)).entries]

    newest = {
        "Agreement with Sakai (April 2009): signing date changed from 2009 to April 2009",
        "Task I.1 – Draw up an integration plan: removed from countries: Japan",
    }
    assert newest <= set(titles("countries/jp.xml"))
    assert newest <= set(titles("sectors/tourism.xml"))
    assert not newest & {title for title in titles("agencies/peoples-committee.xml") if title.startswith("Task")}


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
    (entry,) = valid(tmp_path / "feeds/all.xml").findall(f"{NS}entry")
    shown = re.sub("[\x00\x1b\ufffe\x0b]", "\ufffd", text)
    assert entry.find(f"{NS}summary").text == f"Đối tác {shown}: bị rút khỏi dữ liệu"


def test_without_history_a_feed_says_so_and_tells_nothing(catalogue: Catalogue, tmp_path: Path):
    atom.write(catalogue, tmp_path)
    feed = valid(tmp_path / "en/feeds/all.xml")
    assert feed.findall(f"{NS}entry") == []
    assert "without the history" in feed.find(f"{NS}subtitle").text
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
