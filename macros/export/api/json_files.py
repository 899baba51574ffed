"""The static API, v1, below ``/api/v1/``: every list, every record, a JSON Schema for each, an index.

The contract is in :mod:`macros.export.api.models`; schemas and the OpenAPI description are made from it. Lists are
sorted by id. Other exporters may have put lists there before (``changes.json`` with its schema); the index names them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from macros.base.clock import built_at
from macros.catalogue.catalogue import Catalogue
from macros.export.api import openapi
from macros.export.api.lists import LISTINGS, records
from macros.export.api.values import Out, Url
from macros.export.json_file import write_json
from macros.export.licence import LICENCE, LICENCE_URL
from macros.views import addresses

VERSION: Final = "1"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
# Lists that other exporters write, where they do.
OTHERS: Final = ("changes",)


class File(Out):
    """A list: where it lies and how many records it has; ``{id}`` stands for the id of a record."""

    name: str
    path: str
    schema_path: str
    count: int
    record_path: str | None
    record_schema_path: str | None


class Index(Out):
    """What there is, as of which day, under which licence; paths are relative to the site's root."""

    version: str
    generated_at: str
    as_of: str
    licence: str
    licence_url: str
    documentation: Url
    openapi_path: str
    counts: dict[str, int]
    files: list[File]


def write(catalogue: Catalogue, target: Path) -> None:
    """Write every file of the API below ``target`` (the site's root).

    Args:
        catalogue: the joined records.
        target: folder that ``api/v1/`` is made in.
    """
    folder = target / addresses.API
    folder.mkdir(parents=True, exist_ok=True)
    lists = records(catalogue)
    files = [_write_list(folder, name, items) for name, items in lists.items()]
    files += [_other(folder, name) for name in OTHERS if (folder / f"{name}.json").is_file()]
    index = Index(
        version=VERSION,
        generated_at=built_at().isoformat().replace("+00:00", "Z"),
        as_of=catalogue.as_of.isoformat(),
        licence=LICENCE,
        licence_url=LICENCE_URL,
        documentation=Url(**addresses.in_languages(addresses.index("data"))),
        openapi_path=addresses.OPENAPI,
        counts={file.name: file.count for file in files},
        files=files,
    )
    (folder / "index.json").write_text(_text(index) + "\n", encoding="utf-8")
    write_json(folder / "index.schema.json", {"$schema": DIALECT, **Index.model_json_schema()})
    others = {name: _read_json(folder / f"{name}.schema.json") for name in OTHERS if name in index.counts}
    write_json(folder / "openapi.json", openapi.describe(Index, lists, others))


def _text(record: Out) -> str:
    return record.model_dump_json(indent=1)


def _write_list(folder: Path, name: str, items: Sequence[Out]) -> File:
    """Write a list, a file for each of its records, and their schemas."""
    texts = [_text(item) for item in items]
    # The records as printed, one step further in: strings hold no line break, so this cannot reach into one.
    inner = ",\n".join(" " + text.replace("\n", "\n ") for text in texts)
    (folder / f"{name}.json").write_text(f"[\n{inner}\n]\n" if texts else "[]\n", encoding="utf-8")
    (folder / name).mkdir()
    for item, text in zip(items, texts, strict=True):
        (folder / name / f"{item.id}.json").write_text(text + "\n", encoding="utf-8")  # type: ignore[attr-defined]
    schema = LISTINGS[name].kind.model_json_schema()
    write_json(folder / f"{name}.record.schema.json", {"$schema": DIALECT, **schema})
    write_json(folder / f"{name}.schema.json", {"$schema": DIALECT, **_list_schema(schema)})
    return File(
        name=name,
        path=f"{addresses.API}/{name}.json",
        schema_path=f"{addresses.API}/{name}.schema.json",
        count=len(items),
        record_path=f"{addresses.API}/{name}/{{id}}.json",
        record_schema_path=f"{addresses.API}/{name}.record.schema.json",
    )


def _list_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a list of what a schema describes."""
    parts = schema.get("$defs", {})
    record = {key: value for key, value in schema.items() if key != "$defs"}
    items = {"$ref": f"#/$defs/{schema['title']}"}
    return {"$defs": {**parts, schema["title"]: record}, "items": items, "type": "array"}


def _other(folder: Path, name: str) -> File:
    """A list that another exporter wrote, in a field of its name."""
    return File(
        name=name,
        path=f"{addresses.API}/{name}.json",
        schema_path=f"{addresses.API}/{name}.schema.json",
        count=len(_read_json(folder / f"{name}.json")[name]),
        record_path=None,
        record_schema_path=None,
    )


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
