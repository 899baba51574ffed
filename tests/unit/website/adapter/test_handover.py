"""The records of a build are those that were handed over; else the project's, read once."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import define_env
from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.website.adapter import handover
from macros.website.adapter.handover import Handover, PageResult, records_of


@pytest.fixture
def records(small_root: Path) -> Catalogue:
    return Catalogue(check(small_root)[0], dt.date(2026, 11, 21))


def test_records_are_those_that_were_handed_over(records: Catalogue):
    assert records_of({handover.KEY: Handover(records), "lang": "vi"}) is records


def test_without_a_handover_the_project_is_read_once(records: Catalogue, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []

    def read() -> Catalogue:
        asked.append("read")
        return records

    monkeypatch.setattr(handover, "_read", functools.cache(read))
    assert records_of({}) is records_of({"lang": "en"}) is records
    assert asked == ["read"]


class Plugin:
    """Stands for the macros plugin, printing a page at the root."""

    def __init__(self, extra: dict[str, Any]) -> None:
        self.conf = {"extra": extra}
        self.page = SimpleNamespace(url="", file=None)
        self.macros: dict[str, Callable[..., str]] = {}

    def macro(self, function: Callable[..., str]) -> Callable[..., str]:
        self.macros[function.__name__] = function
        return function


def test_macros_print_from_the_records_that_were_handed_over(records: Catalogue):
    plugin = Plugin({handover.KEY: Handover(records), "lang": "en", "repository": "", "branch": "main"})
    define_env(plugin)
    assert "Sakai" in plugin.macros["show"]("partners")


def test_a_handover_says_little_of_itself(records: Catalogue):
    """The macros plugin turns every value of the configuration into text, once a build."""
    unchanged = {f"{number}.md": PageResult((("partners", number),), frozenset(), b"") for number in range(100)}
    assert len(repr(Handover(records, unchanged))) < 200
