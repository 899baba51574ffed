"""JSON files, laid out the same way for every output."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pydantic_core


def write_json(path: Path, content: Any) -> None:
    """Write a JSON file for people and programs: UTF-8, a line for each value."""
    path.write_bytes(pydantic_core.to_json(content, indent=1) + b"\n")
