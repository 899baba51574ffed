"""Pictures of the guides, taken by scripts/screenshots.py."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.base.languages import Lang


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its address below a language's root, with its size in CSS pixels."""

    address: str
    width: int
    height: int


def picture_file(root: Path, name: str, lang: Lang) -> Path:
    """Return the file of a picture, below the project's folder ``root``."""
    return root / "docs" / lang / "contribute" / "pictures" / f"{name}.webp"


def pictures(root: Path) -> Mapping[str, Any]:
    """Return the notes of scripts/screenshots.py on each picture: page, size, words on it in each language."""
    noted: Mapping[str, Any] = json.loads((root / "docs" / "pictures.json").read_text(encoding="utf-8"))
    return noted


def picture(root: Path, name: str, lang: Lang) -> Picture | None:
    """Return a picture of the guides; None where it has not been taken."""
    noted = pictures(root).get(name)
    if noted is None or not picture_file(root, name, lang).is_file():
        return None
    return Picture(f"contribute/pictures/{name}.webp", noted["width"], noted["height"])
