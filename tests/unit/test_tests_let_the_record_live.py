"""Tests of behaviour run on data of their own, so that a correct edit of data/ never needs a change of a test.

Only tests/real reads the real data for what the records say; elsewhere a test neither names a real record nor compares
the real data or site with a number.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.records.dataset import Dataset, read
from tests.conftest import PROJECT, SMALL, TOWN

TESTS = sorted(
    path
    for path in (PROJECT / "tests").rglob("test_*.py")
    if path.relative_to(PROJECT / "tests").parts[0] not in {"real", "rehearsal"} and path.name != Path(__file__).name
)
REAL = re.compile(r"real_\w+$")


def ids(dataset: Dataset) -> set[str]:
    return {name for names in dataset.ids.values() for name in names}


@pytest.fixture(scope="module")
def real_ids() -> set[str]:
    """Ids that only the real data have. Those of one word are words of the language as well, so they are left out.

    Tests may number further records of the fixtures: ``sakai-2`` beside ``sakai``.
    """
    own = set().union(*(ids(read(root)[0]) for root in (SMALL, TOWN)))
    return {name for name in ids(read(PROJECT)[0]) - own if "-" in name and name.rpartition("-")[0] not in own}


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts in the code, documentation left out."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(PROJECT / "tests").as_posix())
def test_a_test_of_behaviour_names_no_real_record(path: Path, real_ids: set[str]):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [
        f"{path.name}:{line}: {word}"
        for line, text in texts(tree)
        for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text)
        if word in real_ids
    ]
    assert named == [], "use a record of tests/fixtures/town or small instead"


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(PROJECT / "tests").as_posix())
def test_a_test_of_behaviour_compares_the_real_data_with_no_number(path: Path):
    found = []
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef) or not any(REAL.match(arg.arg) for arg in function.args.args):
            continue
        for compared in [node for node in ast.walk(function) if isinstance(node, ast.Compare)]:
            numbers = [node.value for node in ast.walk(compared) if isinstance(node, ast.Constant)]
            found += [f"{path.name}:{compared.lineno}: {n}" for n in numbers if type(n) is int and n > 1]
    assert found == [], "the number may be another one tomorrow"
