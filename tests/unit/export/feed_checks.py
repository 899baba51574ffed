"""Feeds held against RFC 4287, calendars against two public libraries."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import icalendar
import lxml.etree
import vobject

from macros.base.languages import LANGS
from tests.conftest import ENVIRONMENT

NS = "{http://www.w3.org/2005/Atom}"
# How often RFC 4287 allows or asks for each element: least, most.
FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, 1), "rights": (0, 1), "subtitle": (0, 1)}
ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "summary": (0, 1)}


def valid_feed(path: Path, site: str = ENVIRONMENT["SITE_URL"]) -> lxml.etree._Element:
    """The feed, after holding it against the standard."""
    feed = lxml.etree.parse(path).getroot()
    assert feed.tag == f"{NS}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") in LANGS
    _counted(feed, FEED)
    for entry in feed.findall(f"{NS}entry"):
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
    addresses = [link.get("href", "") for link in feed.iter(f"{NS}link") if link.get("rel") != "license"]
    assert all(address.startswith(site) for address in addresses)
    assert feed.find(f"{NS}author/{NS}name").text
    return feed


def _counted(element: lxml.etree._Element, allowed: dict[str, tuple[int, int]]) -> None:
    known = {f"{NS}{name}" for name in (*allowed, "link", "entry")}
    assert {child.tag for child in element} <= known
    for name, (least, most) in allowed.items():
        found = element.findall(f"{NS}{name}")
        assert least <= len(found) <= most, name
        assert all(len(child) or (child.text or "").strip() for child in found), name


def events(path: Path) -> dict[str, Any]:
    """The events of a calendar by their UID."""
    found = list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def valid_calendar(path: Path) -> dict[str, Any]:
    """The events of a calendar by their UID, after both libraries have read it."""
    content = path.read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar: Any = icalendar.Calendar.from_ical(content)
    assert calendar.errors == []
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert calendar["x-wr-calname"]
    assert calendar.subcomponents
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "URL"} <= set(event)
    parsed = vobject.readOne(content.decode())
    assert parsed.validate(raiseException=True)
    found = events(path)
    assert {event.uid.value for event in parsed.contents.get("vevent", ())} == set(found)
    return found
