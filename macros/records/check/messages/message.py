"""A message of the check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    """A rule's message in both languages; warnings do not keep the site from being published."""

    vi: str
    en: str
    severity: Literal["error", "warning"] = "error"
