"""Data files as an editor sees them, which checks them against the published schemas."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import yaml

from macros.records.schema import files


class _AsAnEditorReads(yaml.SafeLoader):
    """Loader that guesses numbers and flags as YAML 1.2 does, and leaves dates as text."""


_AsAnEditorReads.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":value"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors_in_editors(text: str, kind: str) -> list[tuple[list[Any], str]]:
    """Return the path and message of each error that an editor shows in a data file.

    Args:
        text: the file.
        kind: the plural of the kind of its records.
    """
    validator = jsonschema.Draft202012Validator(json.loads(files()[f"{kind}.schema.json"]))
    found = validator.iter_errors(yaml.load(text, Loader=_AsAnEditorReads))
    return [(list(error.path), error.message) for error in found]
