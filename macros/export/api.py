"""The static API, v1: JSON lists below ``/api/v1/`` with a JSON Schema beside each.

The contract is in :mod:`macros.export.api_models`; the schemas are made from it. Lists are sorted by id.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from macros.dates import built_at
from macros.derive import Catalogue
from macros.export.api_records import LISTINGS, records
from macros.export.api_values import Out

VERSION: Final = "1"


class File(Out):
    """A list: where it and its schema lie, and how many records it has."""

    name: str
    path: str
    schema_path: str
    count: int


class Index(Out):
    """What there is, as of which day."""

    version: str
    generated_at: str
    as_of: str
    counts: dict[str, int]
    files: list[File]


def write(catalogue: Catalogue, target: Path) -> None:
    """Write every file of the API below ``target`` (the site's root).

    Args:
        catalogue: the joined records.
        target: folder that ``api/v1/`` is made in.
    """
    folder = target / "api" / "v1"
    folder.mkdir(parents=True)
    lists = records(catalogue)
    files = []
    for name, items in lists.items():
        _write(folder / f"{name}.json", [item.model_dump() for item in items])
        schema = TypeAdapter(list[LISTINGS[name].kind]).json_schema()  # type: ignore[arg-type]
        _write(folder / f"{name}.schema.json", {"$schema": _DIALECT, **schema})
        files.append(
            File(name=name, path=f"api/v1/{name}.json", schema_path=f"api/v1/{name}.schema.json", count=len(items))
        )
    index = Index(
        version=VERSION,
        generated_at=built_at().isoformat().replace("+00:00", "Z"),
        as_of=catalogue.as_of.isoformat(),
        counts={name: len(items) for name, items in lists.items()},
        files=files,
    )
    _write(folder / "index.json", index.model_dump())
    _write(folder / "index.schema.json", {"$schema": _DIALECT, **Index.model_json_schema()})


_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
