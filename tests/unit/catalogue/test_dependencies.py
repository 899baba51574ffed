"""Dependencies of a page: everything that it takes of the records is noted, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import ALL, ANY, KEYS, Asked, once, ordered, plain, traced, tracing
from tests.unit.catalogue.examples import on, today


@pytest.fixture
def records(small_root: Path) -> Catalogue:
    return traced(today(small_root))


def asked(records: Catalogue, use: Callable[[Catalogue], Any]) -> set[Asked]:
    with tracing(records) as found:
        use(records)
    return found


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        (lambda r: r.partners["sakai"], {("partners", "sakai")}),
        (lambda r: r.partners.get("sakai"), {("partners", "sakai")}),
        (lambda r: r.partners.get("nobody"), {("partners", "nobody")}),
        (lambda r: "nobody" in r.partners, {("partners", "nobody")}),
        (lambda r: r.country_records["jp"], {("country_records", "jp")}),
        (lambda r: r.year_ends[2012], {("year_ends", 2012)}),
        (lambda r: r.of_kind("task")["scheme-i-1"], {("of_kind task", "scheme-i-1")}),
    ],
)
def test_an_item_that_is_taken_is_noted_by_its_key(records: Catalogue, use, expected: set[Asked]):
    assert asked(records, use) == expected


@pytest.mark.parametrize(
    "use", [lambda r: next(iter(r.partners)), lambda r: len(r.partners), lambda r: r.partners.keys() | set()]
)
def test_keys_are_noted_without_the_items(records: Catalogue, use):
    assert asked(records, use) == {("partners", KEYS)}


def test_only_whether_there_is_any_is_noted_as_that(records: Catalogue):
    assert asked(records, lambda r: bool(r.partners)) == {("partners", ANY)}
    assert asked(records, lambda r: "" if r.of_kind("plan") else "none") == {("of_kind plan", ANY)}


@pytest.mark.parametrize(
    "use",
    [
        lambda r: list(r.partners.values()),
        lambda r: list(r.partners.items()),
        lambda r: dict(r.partners.items()),
    ],
)
def test_all_items_are_one_dependency(records: Catalogue, use):
    assert asked(records, use) == {("partners", None)}


@pytest.mark.parametrize("name", ["glossary", "updates", "tally", "tasks_reported", "indicator_series", "regions"])
def test_an_attribute_is_noted_when_it_is_read(records: Catalogue, name: str):
    found = asked(records, lambda r: getattr(r, name))
    # A mapping waits for what is taken of it.
    assert found == (set() if name == "regions" else {(name, None)})


def test_a_method_and_the_records_themselves_depend_on_everything(records: Catalogue):
    assert asked(records, lambda r: r.on(on("2012-01-01"))) == {ALL}
    assert asked(records, lambda r: r._dataset) == {ALL}


@pytest.mark.parametrize("name", ["as_of", "known", "history"])
def test_what_the_preview_watches_as_a_whole_is_not_noted(records: Catalogue, name: str):
    assert asked(records, lambda r: getattr(r, name)) == set()


def test_the_answers_are_those_of_the_catalogue(records: Catalogue):
    own = plain(records)
    assert own is not records
    assert records.partners["sakai"] is own.partners["sakai"]
    assert dict(records.partners) == own.partners
    assert list(records.partners.items()) == list(own.partners.items())
    assert list(records.of_kind("plan")) == ["scheme"]
    assert records.agreement_counts["in-force"] == own.agreement_counts["in-force"]
    with pytest.raises(KeyError):
        records.partners["nobody"]
    with pytest.raises(AttributeError):
        records.no_such_attribute  # type: ignore[attr-defined]  # noqa: B018


def test_nothing_is_noted_outside_or_of_a_plain_catalogue(records: Catalogue):
    with tracing(records) as found:
        pass
    _ = records.partners["sakai"]
    assert found == set()
    assert asked(plain(records), lambda r: r.partners["sakai"]) == set()
    assert plain(plain(records)) is plain(records)


def test_what_is_asked_within_is_also_asked_by_what_is_around_it(records: Catalogue):
    with tracing(records) as outer:
        _ = records.partners["sakai"]
        with tracing(records) as inner:
            _ = records.tasks["scheme-i-1"]
        _ = records.countries["jp"]
    assert inner == {("tasks", "scheme-i-1")}
    assert outer == {("partners", "sakai"), ("tasks", "scheme-i-1"), ("countries", "jp")}


def test_tracing_ends_with_an_error(records: Catalogue):
    with tracing(records) as outer:
        with pytest.raises(KeyError, match="nobody"), tracing(records) as inner:
            _ = records.partners["nobody"]
        _ = records.countries["jp"]
    assert inner == {("partners", "nobody")}
    assert outer == {("partners", "nobody"), ("countries", "jp")}


def test_whoever_takes_what_was_made_before_depends_on_what_it_was_made_of(records: Catalogue):
    made: list[str] = []

    def make() -> str:
        made.append(records.partners["sakai"].id)
        return made[-1]

    names = once(records, make)
    for _ in range(3):
        assert asked(records, lambda _: names()) == {("partners", "sakai")}
    assert made == ["sakai"]


def test_what_is_made_outside_of_any_page_is_noted_for_the_pages_after(records: Catalogue):
    names = once(records, lambda: list(records.countries))
    assert names() == ["jp"]
    assert asked(records, lambda _: names()) == {("countries", KEYS)}


def test_what_is_made_of_a_plain_catalogue_is_made_once_too(records: Catalogue):
    made: list[str] = []

    def make() -> int:
        made.append("made")
        return len(made)

    number = once(plain(records), make)
    assert (number(), number(), made) == (1, 1, ["made"])


def test_parts_of_a_whole_are_left_out_and_the_order_is_always_the_same():
    found = {("partners", "sakai"), ("tasks", None), ("tasks", "a"), ("tasks", KEYS), ("year_ends", 2012), ALL}
    assert ordered(found) == (ALL, ("partners", "sakai"), ("tasks", None), ("year_ends", 2012))
