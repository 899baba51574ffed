"""Indentation of data files. ruamel.yaml sets it, and keeps comments, quotes and folds."""

from __future__ import annotations

import io
from typing import Any, Final

import yaml as pyyaml
from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver

# Lines are broken where people broke them, never by the program.
_WIDTH: Final = 10**6


class _AsTyped(VersionedResolver):
    """Resolver that leaves every scalar the characters that were typed, as :mod:`macros.records.yaml_source` does."""

    def add_version_implicit_resolver(self, *_: Any) -> None:
        """Register nothing: numbers, dates and flags are not recognised."""

    @property
    def versioned_resolver(self) -> Any:
        return {}


def indented(text: str) -> str:
    """Return a data file's text in one indentation, each line of comment as far in as the value that follows."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _AsTyped
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(yaml.load(text), stream)
    # Nested lists are indented by two columns; the list of records itself begins at the margin.
    return _comments_aligned("\n".join(line.removeprefix("  ") for line in stream.getvalue().split("\n")))


def _comments_aligned(text: str) -> str:
    """Return the text with each line of comment as far in as the next line that is none."""
    lines, within = text.split("\n"), _lines_of_texts(text)
    column = 0
    for number in reversed(range(len(lines))):
        if number in within or not lines[number].strip():
            continue
        stripped = lines[number].lstrip()
        if stripped.startswith("#"):
            lines[number] = " " * column + stripped
        else:
            column = len(lines[number]) - len(stripped)
    return "\n".join(lines)


def _lines_of_texts(text: str) -> set[int]:
    """Return the lines, counted from 0, that continue a scalar: ``#`` does not begin a comment there."""
    return {
        line
        for event in pyyaml.parse(text, Loader=pyyaml.SafeLoader)
        if isinstance(event, pyyaml.ScalarEvent) and event.start_mark is not None and event.end_mark is not None
        for line in range(event.start_mark.line + 1, event.end_mark.line + (event.style not in {"|", ">"}))
    }
