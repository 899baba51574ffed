"""Texts of agreements that are published with the site: each is there, and is the one that its record vouches for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules.texts import sha256
from macros.views.addresses import text_file


def faults(site: Path, catalogue: Catalogue) -> Iterator[str]:
    """Yield each text that is missing or differs from the hash on record.

    Args:
        site: the built folder.
        catalogue: the records that it was built from.
    """
    for item in catalogue.agreements.values():
        text = item.record.text
        if text is None or text.file is None:
            continue
        name = text_file(text.file)
        if not (site / name).is_file():
            yield f"{name}: thiếu văn bản của {item.id} / the text of {item.id} is missing"
        elif sha256(site / name) != text.sha256:
            yield f"{name}: không khớp mã băm của {item.id} / differs from the hash on record of {item.id}"
