"""Records of a data file as nodes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from macros.records.check.problem import Problem
from macros.records.yaml_source.characters import doubtful_characters
from macros.records.yaml_source.file_content import read_text
from macros.records.yaml_source.node_builder import NodeBuilder
from macros.records.yaml_source.nodes import Node, Sequence
from macros.records.yaml_source.refusal import Refused

# A text with these is not what its author saw, so YAML's complaints about it would only confuse.
_UNREADABLE: Final = {"control-character", "tab"}


def read_records(path: Path, shown: str) -> tuple[list[Node], list[Problem]]:
    """Read a data file.

    Args:
        path: the file.
        shown: its name in messages, relative to the project.

    Returns:
        The items of the list that the file holds (none where it cannot be read), and the problems with its YAML.
    """
    try:
        text = read_text(path, shown)
    except Refused as refused:
        return [], [refused.problem]
    return parse_records(text, shown)


def parse_records(text: str, shown: str) -> tuple[list[Node], list[Problem]]:
    """Read the text of a data file, as :func:`read_records` does."""
    problems: list[Problem] = []
    try:
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        problems += doubtful_characters(text, shown)
        if any(problem.rule in _UNREADABLE for problem in problems):
            return [], problems
        builder = NodeBuilder(text, shown)
        root = builder.document()
    except Refused as refused:
        # The parser may have stumbled over one of the characters that were found before.
        return [], problems or [refused.problem]
    problems += builder.problems
    if root is None:
        return [], problems
    if not isinstance(root, Sequence):
        return [], [*problems, Problem(root.place, "list-of-records")]
    return root.items, problems
