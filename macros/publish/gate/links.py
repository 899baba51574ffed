"""Links within the site: each leads to a file, and its fragment to an anchor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.publish.gate.page import BuiltPage


def faults(site: Path, built: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Yield each link or loaded part of a page that leads nowhere."""
    known: dict[str, str] = {}
    for path, page in built.items():
        for lead in page.leads:
            if lead not in known:
                known[lead] = _fault(site, built, *lead.partition("#")[::2])
            if known[lead]:
                yield f"{path}: {known[lead]} {lead}"


def _fault(site: Path, built: Mapping[str, BuiltPage], file: str, fragment: str) -> str:
    """Return the fault of a link to a file and an anchor in it; empty where there is none."""
    if not (site / file).is_file():
        return "liên kết hỏng / broken link"
    if fragment and file in built and fragment not in built[file].anchors:
        return "không có điểm neo / no such anchor"
    return ""
