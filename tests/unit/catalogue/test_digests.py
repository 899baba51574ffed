"""Digests of answers differ when and only when their content does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import ALL, ANY, KEYS, Asked, traced, tracing
from macros.catalogue.digests import Digests
from macros.records.check.problem import Place
from macros.records.model import Source, Text
from tests.unit.catalogue.examples import KOBE, agreement, append, past, replaced, today, update


@dataclass(frozen=True)
class Pair:
    first: Any
    second: Any = None


@dataclass(frozen=True)
class Couple:
    first: Any
    second: Any = None


def digest(value: Any) -> bytes:
    return Digests().digest(value)


def text(vi: str) -> Text:
    return Text(vi=vi, en="x")


UPDATE = "- {id: u, record: task/scheme-i-1, event: progress, date: 2026-05, status: done, note: {vi: n}}\n"
SOURCE = Source(document="scheme", locator="a")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "b"),
        ("1", 1),
        ("None", None),
        (1, True),
        (Decimal("1.0"), Decimal("1.00")),
        (dt.date(2026, 1, 1), dt.date(2026, 1, 2)),
        (Place("data/partners.yaml", 3), Place("data/partners.yaml", 4)),
        (["a", "b"], ["b", "a"]),
        (["a", "b"], ["ab"]),
        ([1, 23], [12, 3]),
        (["a", ["b"]], [["a"], "b"]),
        ([["a", "b"], "c"], [["a"], "b", "c"]),
        (["a"], "a"),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"b": 1}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a", "b"}, {"a", "c"}),
        (text("a"), text("b")),
        (Pair(text("a")), Pair(text("b"))),
        (Pair("a", "b"), Pair("b", "a")),
        (Pair("a"), Couple("a")),
        (Pair(Pair(("a", Pair(1)))), Pair(Pair(("a", Pair(2))))),
        (SOURCE, SOURCE.model_copy(update={"locator": "b"})),
        (agreement({"kind": "indefinite"}), agreement({"kind": "unstated"})),
        (agreement({"kind": "indefinite"}, renewed=("2021",)), agreement({"kind": "indefinite"}, renewed=("2022",))),
        (update("ended", "2024-03-01"), update("ended", "2024-03-02")),
    ],
)
def test_another_content_has_another_digest(one: Any, other: Any):
    assert digest(one) != digest(other)


@pytest.mark.parametrize(
    "make",
    [
        lambda: "a" * 1000,
        lambda: {"a": text("a"), "b": [1, None]},
        lambda: {f"{number}" for number in range(100)},
        lambda: Pair(text("a"), {"x": Pair(1)}),
        lambda: agreement({"kind": "until", "until": "2024"}, renewed=("2021", "2022-03")),
        lambda: Place("data/partners.yaml", 3),
    ],
)
def test_equal_content_has_the_same_digest_whichever_object_holds_it(make: Callable[[], Any]):
    one, other = make(), make()
    assert digest(one) == digest(other)
    digests = Digests()
    assert digests.digest(one) == digests.digest(other)


def test_a_set_has_no_order():
    words = [f"{number}" for number in range(50)]
    assert digest(frozenset(words)) == digest(frozenset(reversed(words)))


def test_a_digest_does_not_pass_to_an_object_that_takes_the_place_of_another():
    digests = Digests()
    # Freed at once, so that the next may come to stand where it stood.
    found = {digests.digest(Pair(number)) for number in range(200)}
    assert len(found) == 200


class Looked:
    """Something that counts how often it was looked at."""

    def __init__(self) -> None:
        self.times = 0

    def __repr__(self) -> str:
        self.times += 1
        return "content"


def test_objects_of_the_state_before_are_not_looked_at_again():
    content, before = Looked(), Digests()
    kept = Pair(content, text("a"))
    first = before.digest(kept)
    assert Digests(before).digest(kept) == first
    assert content.times == 1
    assert Digests(before).digest(replace(kept, second=text("b"))) != first
    assert content.times == 2


def edited(root: Path) -> Catalogue:
    """The records after an edit of a partner's name."""
    replaced(root, "partners.yaml", "vi: Sakai", "vi: Sa-kai")
    return today(root)


def answers(records: Catalogue, *asked: Asked) -> list[bytes]:
    digests = Digests()
    return [digests.of(records, one) for one in asked]


def test_an_answer_differs_where_its_record_was_edited(small_root: Path):
    asked = (("partners", "sakai"), ("of_kind partner", "sakai"), ("partners", None), ALL, ("countries", "jp"))
    before = answers(today(small_root), *asked)
    after = answers(edited(small_root), *asked)
    assert [one == other for one, other in zip(before, after, strict=True)] == [False] * len(asked)


def test_answers_about_other_records_stay_as_they_were(small_root: Path):
    asked = (("partners", KEYS), ("partners", ANY), ("tasks", "scheme-i-1"), ("country_records", "jp"), ("tally", None))
    before = answers(today(small_root), *asked)
    assert answers(edited(small_root), *asked) == before


def test_an_answer_differs_where_only_the_place_of_its_record_moved(small_root: Path):
    # The link to edit it leads to a line.
    append(small_root, "updates.yaml", UPDATE)
    before = answers(today(small_root), ("partners", "sakai"), ("updates", None))
    for file in ("partners.yaml", "updates.yaml"):
        path = small_root / "data" / file
        path.write_text("# one line more\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = answers(today(small_root), ("partners", "sakai"), ("updates", None))
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False]


def test_an_answer_differs_where_there_is_none_any_more(small_root: Path):
    # The plan of the tasks came later.
    assert answers(today(small_root), ("tasks", ANY)) != answers(past(small_root, "2012-01-01"), ("tasks", ANY))


def test_a_new_record_changes_the_keys_but_not_whether_there_is_any(small_root: Path):
    asked = (("partners", KEYS), ("partners", None), ("partners", ANY), ("partners", "sakai"))
    before = answers(today(small_root), *asked)
    append(small_root, "partners.yaml", KOBE)
    after = answers(today(small_root), *asked)
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, True, True]


def test_a_record_that_is_not_there_has_an_empty_digest_until_it_is(small_root: Path):
    assert answers(today(small_root), ("partners", "kobe"), ("of_kind partner", "kobe")) == [b"", b""]
    append(small_root, "partners.yaml", KOBE)
    assert b"" not in answers(today(small_root), ("partners", "kobe"), ("of_kind partner", "kobe"))


def test_reading_the_same_files_again_changes_no_answer(small_root: Path):
    records = today(small_root)
    names = [name for name in dir(Catalogue) if not name.startswith("_") and not callable(getattr(Catalogue, name))]
    asked = [ALL, *((name, None) for name in names)]
    assert answers(records, *asked) == answers(today(small_root), *asked)


def test_what_a_page_asked_of_a_traced_catalogue_has_a_digest(small_root: Path):
    records = traced(today(small_root))
    with tracing(records) as asked:
        _ = records.of_kind("task")["scheme-i-1"], records.glossary, list(records.countries), bool(records.plans)
        _ = records.on(records.as_of)
    before = answers(records, *sorted(asked, key=repr))
    assert len(set(before)) == len(asked) == 5
    # Asking for a digest is not asking on behalf of a page.
    with tracing(records) as later:
        answers(records, *asked)
    assert later == set()
