"""Feeds and calendars of what was renamed: whoever follows the old address goes on to be told, and nothing twice."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.export.feeds import atom, icalendars
from macros.records.check.rules import check
from tests.edits import edit, edit_all

DAY = dt.date(2026, 11, 21)


def written(root: Path, target: Path) -> Path:
    dataset, problems = check(root)
    assert problems == []
    for module in (atom, icalendars):
        module.write(Catalogue(dataset, DAY), target)
    return target


@pytest.fixture
def renamed(small_root: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The feeds and calendars before and after an agency and a task get other ids."""
    edit(small_root / "data" / "tasks.yaml", "  countries: [jp]\n", "  due: 2027-05\n  countries: [jp]\n")
    before = written(small_root, tmp_path / "before")
    edit_all(small_root / "data", "[foreign-affairs]", "[external-relations]")
    edit(
        small_root / "data" / "agencies.yaml",
        "- id: foreign-affairs\n",
        "- id: external-relations\n  former_ids: [foreign-affairs]\n",
    )
    edit_all(small_root / "data", "[scheme-i-1]", "[scheme-first]")
    edit(
        small_root / "data" / "tasks.yaml",
        "- id: scheme-i-1\n",
        "- id: scheme-first\n  former_ids: [scheme-i-1]\n",
    )
    return before, written(small_root, tmp_path / "after")


def test_an_event_of_a_renamed_record_is_the_same_event(renamed: tuple[Path, Path]):
    before, after = ((root / "calendars" / "all.ics").read_text(encoding="utf-8") for root in renamed)
    uids = [re.findall(r"^UID:(.*)$", text, re.MULTILINE) for text in (before, after)]
    assert len(uids[0]) == 2  # the calendar and its one event
    assert uids[0] == uids[1]


@pytest.mark.parametrize(("folder", "ending"), [("feeds", "xml"), ("calendars", "ics")])
def test_both_addresses_serve_what_is_known_as_the_same(folder: str, ending: str, renamed: tuple[Path, Path]):
    before, after = renamed
    old, new = (after / folder / "agencies" / f"{name}.{ending}" for name in ("foreign-affairs", "external-relations"))
    assert old.read_bytes() == new.read_bytes()
    first = (before / folder / "agencies" / f"foreign-affairs.{ending}").read_text(encoding="utf-8")
    own = r"<id>(.*?)</id>" if ending == "xml" else r"UID:(.*)"
    found = re.search(own, first)
    assert found is not None
    assert found[1] in new.read_text(encoding="utf-8")
    assert "external-relations" in new.read_text(encoding="utf-8").replace("\n ", "")
