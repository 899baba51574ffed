"""Data files in canonical order and style: keys in the order of the model, one blank line between records.

A text whose values or comments would change is never returned.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from macros.base.system.leftovers import is_leftover
from macros.records import yaml_source
from macros.records.check.problem import Problem
from macros.records.kinds import IN_FILES
from macros.records.schema import modeline
from macros.records.writing.indentation import indented
from macros.records.writing.key_order import in_order, key_order
from macros.records.writing.yaml_text import marks_kept_apart

_COMMENT: Final = re.compile(r"\A\s*#")
_MODELINE: Final = "# yaml-language-server:"


class ContentWouldChange(Exception):
    """Formatting would change the values or comments of a file."""


def canonical(text: str, kind: str, depth: int, shown: str) -> tuple[str, list[Problem]]:
    """Put the text of a data file into canonical order and style.

    Args:
        text: the file as it is.
        kind: the plural of the kind of its records.
        depth: the number of folders between the project and the file.
        shown: its name in messages.

    Returns:
        The new text, and the problems that keep the file from being read (the text is then unchanged).

    Raises:
        ContentWouldChange: the new text would have other values or comments.
    """
    before, problems = yaml_source.parse_records(text, shown)
    if problems or not before:
        return text, problems
    indented_text = marks_kept_apart(indented(text.removeprefix("\ufeff").replace("\r\n", "\n")))
    nodes, _ = yaml_source.parse_records(indented_text, shown)
    ordered = in_order(indented_text.splitlines(), nodes, key_order(kind))
    made = "\n".join(_with_modeline(ordered, modeline(kind, depth))) + "\n"
    after, _ = yaml_source.parse_records(made, shown)
    same_values = list(map(yaml_source.plain, before)) == list(map(yaml_source.plain, after))
    if not same_values or _comments(text) != _comments(made):
        raise ContentWouldChange(shown)
    return made, []


def _comments(text: str) -> list[str]:
    lines = text.splitlines()
    return sorted(line.strip() for line in lines if _COMMENT.match(line) and not line.startswith(_MODELINE))


def _with_modeline(lines: list[str], line: str) -> list[str]:
    rest = [other for other in lines if not other.startswith(_MODELINE)]
    while rest and not rest[0].strip():
        del rest[0]
    return [line, *([] if rest and _COMMENT.match(rest[0]) else [""]), *rest]


def data_files(root: Path) -> list[tuple[str, int, Path]]:
    """Return every data file of a project with the plural of its kind and the number of folders between."""
    folder = root / "data"
    found = [(kind, 1, folder / f"{kind}.yaml") for kind in IN_FILES if (folder / f"{kind}.yaml").is_file()]
    return found + [
        (kind, 2, path) for kind in IN_FILES for path in sorted((folder / kind).glob("*.yaml")) if not is_leftover(path)
    ]
