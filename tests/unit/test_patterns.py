"""Every regular expression of the project takes time in proportion to the text, whatever the text is."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import macros
from tests.conftest import PROJECT
from tests.pumping import pumped, seconds, slowest

SCRIPTS = PROJECT / "docs" / "overrides" / "assets" / "javascripts"
# Seconds of work on 100,000 characters: a pattern in proportion takes a hundredth of this, another ten times as much.
MOST = 0.4
CLASS = r"\[(?:\\.|[^\]\\\n])*\]"
LITERAL = re.compile(rf"[(=,!|&?:] ?/((?:\\.|{CLASS}|[^/\\\n\[*])(?:\\.|{CLASS}|[^/\\\n\[])*)/")


def within(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3:
        inner: Any = ()
        if isinstance(value, dict):
            inner = value.values()
        elif isinstance(value, tuple | list):
            inner = value
        elif is_dataclass(value) and not isinstance(value, type):
            inner = [getattr(value, field.name, None) for field in fields(value)]
        for part in inner:
            yield from within(part, depth + 1)


def of_modules() -> dict[str, re.Pattern[Any]]:
    """The compiled patterns of the package, by the name that holds them."""
    found = {}
    for module in pkgutil.walk_packages(macros.__path__, "macros."):
        if not module.name.endswith(".hooks"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, pattern in enumerate(within(value)):
                    found[f"{module.name}.{name}.{number}"] = pattern
    return found


def in_calls() -> dict[str, re.Pattern[Any]]:
    """The patterns that are written where they are used, by their place."""
    found = {}
    for path in sorted([*(PROJECT / "macros").rglob("*.py"), *(PROJECT / "scripts").glob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                pattern = node.args[0]
                if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
                    found[f"{path.relative_to(PROJECT)}:{node.lineno}"] = re.compile(pattern.value)
    return found


def of_scripts() -> dict[str, re.Pattern[Any]]:
    """The patterns of the scripts, as Python would write them, by their place."""
    found = {}
    for path in sorted(SCRIPTS.rglob("*.js")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for match in LITERAL.finditer(line) if not line.lstrip().startswith(("//", "*", "/*")) else ():
                source = re.sub(r"\\p\{\w+\}", r"\\w", match[1])
                source = re.sub(
                    r"\\u(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{4}))",
                    lambda code: re.escape(chr(int(code[1] or code[2], 16))),
                    source,
                )
                found[f"{path.relative_to(SCRIPTS)}:{number}:{match.start()}"] = re.compile(source)
    return found


def test_patterns_of_scripts_are_found():
    assert len(of_scripts()) > 10


ALL = {f"{pattern.pattern!r}": pattern for pattern in {**of_modules(), **in_calls(), **of_scripts()}.values()}


@pytest.mark.parametrize("source", sorted(ALL))
def test_a_pattern_takes_time_in_proportion_to_the_text(source: str):
    pattern = ALL[source]
    beginning, piece = slowest(pattern, 2_000)
    assert seconds(pattern, pumped(beginning, piece, 10_000)) < MOST / 4, (beginning, piece)
    assert seconds(pattern, pumped(beginning, piece, 100_000)) < MOST, (beginning, piece)


@pytest.mark.parametrize("slow", [r" *\n\s*", r"<script\b.*?</script>", r"</?[a-z]+[^>]*>"])
def test_a_pattern_that_is_slow_is_noticed(slow: str):
    pattern = re.compile(slow, re.DOTALL)
    assert seconds(pattern, pumped(*slowest(pattern, 2_000), 20_000)) > MOST / 10
