"""The benchmark runs: its data pass the check, every figure is measured, and the table is renewed."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path

import pytest

from macros.base.clock import as_of
from macros.catalogue.catalogue import Catalogue
from macros.publish.exports import EXPORTS
from macros.records.check.rules import check, counts
from macros.views.page_list import pages
from tests.bench import bytecode, generate, run, table
from tests.conftest import ENVIRONMENT

SMALLEST = 30


@pytest.mark.parametrize("size", [30, 100, 1000])
def test_generated_data_pass_the_check_and_have_as_many_record_pages_as_asked(size: int, tmp_path: Path):
    generate.write(tmp_path, size)
    dataset, problems = check(tmp_path)
    assert problems == []
    records = Catalogue(dataset, as_of())
    assert sum(1 for page in pages(records, "en") if records.of_kind(page.template) and page.record) == size
    assert counts(dataset)["tasks"] == size // 2


def test_generated_data_depend_on_size_and_seed_alone(tmp_path: Path):
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        generate.write(tmp_path / name, SMALLEST, seed)
    one, again, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "data").rglob("*.yaml")}
        for name in ("one", "again", "other")
    )
    assert one == again != other


def test_code_that_python_would_compile_first_is_found(tmp_path: Path):
    source = tmp_path / "package" / "module.py"
    source.parent.mkdir()
    source.write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "template.py").write_text("{{ name }} = 1\n", encoding="utf-8")
    assert list(bytecode.stale(tmp_path)) == [source]
    bytecode.compiled(tmp_path)
    bytecode.refuse_stale([tmp_path])
    # As a copy has it: the same text, another time.
    os.utime(source, (1, 1))
    with pytest.raises(bytecode.Stale, match="make compile"):
        bytecode.refuse_stale([tmp_path])


def test_the_benchmark_measures_everything_and_renews_its_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    result = run.one(SMALLEST, 1, tmp_path)
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", encoding="utf-8")
    own = run.Own(result.pages, result.build, {10: result.build}, result.exports)
    table.renew(readme, table.text([result], own))
    text = readme.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    modules = {export.__name__.rpartition(".")[2] for export in chain(*EXPORTS)}
    assert set(result.exports) == {*modules, table.ALL}
    assert result.waiting is not None
    assert result.waiting.rows == SMALLEST // 2
    # Hugo is not installed everywhere.
    assert result.peers[run.PEERS[0]][0].seconds > 0
    assert run.PEERS[1] in text
    figures = [result.pages, result.page, result.index, result.waiting.first_visit, *result.waiting.filter]
    figures += [*result.edit, *(part.seconds for part in (*result.check, *result.build, *result.floor))]
    assert all(figure > 0 for figure in figures)
