"""Budgets of what is published: pages grow with what they gather, and with nothing else."""

from __future__ import annotations

import gzip
import random
from dataclasses import replace
from pathlib import Path

import pytest

from macros.publish.gate import budgets
from macros.publish.gate.budgets import FIRST_VISIT, page_budget
from macros.publish.gate.page import BuiltPage

NOISE = bytes(random.Random(1).randbytes(200_000))


@pytest.mark.parametrize(
    ("path", "grows"),
    [
        ("tasks/index.html", {"rows": True, "links": True, "options": False}),
        ("countries/jp/index.html", {"rows": True, "links": True, "options": False}),
        ("contribute/record/task/index.html", {"rows": True, "links": False, "options": True}),
        ("tasks/scheme-i-1/index.html", {"rows": False, "links": False, "options": False}),
        ("documents/scheme/index.html", {"rows": False, "links": False, "options": False}),
    ],
)
@pytest.mark.parametrize("root", ["", "en/"])
def test_a_page_may_grow_with_what_its_kind_gathers(root: str, path: str, grows: dict[str, bool]):
    page = BuiltPage(root + path)
    longer = {"rows": replace(page, rows=100), "links": replace(page, links=100), "options": replace(page, options=100)}
    assert {name: page_budget(other) > page_budget(page) for name, other in longer.items()} == grows


def written(site: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = site / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return site


def test_a_page_is_weighed_as_it_is_fetched(tmp_path: Path):
    page = BuiltPage("tasks/a/index.html")
    allowed = page_budget(page)
    site = written(tmp_path)
    for size, faults in ((allowed - 1_000, 0), (allowed + 1_000, 1)):
        (site / "tasks" / "a").mkdir(parents=True, exist_ok=True)
        (site / page.path).write_bytes(NOISE[:size])
        weighed = replace(page, size=len(gzip.compress(NOISE[:size])))
        assert len(list(budgets.faults(site, [weighed]))) == faults


def test_a_page_that_packs_well_after_all_passes(tmp_path: Path):
    """Pages are packed quickly first; only one that seems too large is packed as a server would."""
    page = BuiltPage("tasks/a/index.html", size=10**6)
    (tmp_path / "tasks" / "a").mkdir(parents=True)
    (tmp_path / page.path).write_bytes(b"x" * 10**6)
    assert list(budgets.faults(tmp_path, [page])) == []


@pytest.mark.parametrize("path", ["countries/jp/index.html", "en/countries/jp/index.html"])
def test_a_first_visit_counts_what_the_page_loads_once(path: str, tmp_path: Path):
    style = "../" * path.count("/") + "a.css"
    page = BuiltPage(path, loads=frozenset({style, f"./{style}"}), size=1_000)
    (tmp_path / "a.css").write_bytes(NOISE[: FIRST_VISIT // 2])
    assert list(budgets.faults(tmp_path, [page])) == []
    (tmp_path / "a.css").write_bytes(NOISE[:FIRST_VISIT])
    (fault,) = budgets.faults(tmp_path, [page])
    assert fault.startswith(f"{path}: lần xem đầu tải / a first visit fetches ")


def test_the_whole_site_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(budgets, "WHOLE_SITE", 10)
    (tmp_path / "a.bin").write_bytes(b"x" * 11)
    assert list(budgets.faults(tmp_path, [])) == [".: cả trang / the whole site 11 byte, tối đa / at most 10"]
