"""Answers as they are typed, read as the values of a record and judged by its model, in the words of the check."""

from __future__ import annotations

import re
from typing import Final

from macros.contribute.interview.record import Value, nested
from macros.records import yaml_source
from macros.records.check.problem import Problem, errors
from macros.records.dataset import read_record
from macros.records.writing.yaml_text import yaml_file

_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")


def date(typed: str) -> str:
    """Return a date in ISO order that was typed as Vietnamese writes it: 21/11/2026, 11/2026.

    Anything else is returned as it is.
    """
    found = _DAY_FIRST.fullmatch(typed)
    if found is None:
        return typed
    day, month, year = found.groups()
    return "-".join(part.zfill(2) for part in (year, month, day) if part)


def mistakes(kind: str, path: str, value: Value) -> list[Problem]:
    """Return the errors in one answer; fields that are still to be asked for are not missing yet.

    Args:
        kind: the plural of the kind of record.
        path: the field.
        value: the answer.
    """
    nodes, problems = yaml_source.parse_records(yaml_file(kind, [nested({path: value})]), "")
    if not problems:
        problems = [problem for problem in read_record(kind, nodes[0])[1] if problem.field == path]
    return errors(problems)
