"""The words of the interface, one YAML file a language with the same keys."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.base.languages import Lang


@functools.cache
def texts(lang: Lang) -> Mapping[str, Any]:
    """Return the texts of a language as nested mappings; a missing key is an error in the template that asks for it."""
    with (Path(__file__).parent / f"{lang}.yaml").open(encoding="utf-8") as file:
        loaded: Mapping[str, Any] = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (safe)
    return loaded
