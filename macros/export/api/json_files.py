"""The static API, v1, below ``/api/v1/``: every list, every record, a JSON Schema for each, an index.

The contract is in :mod:`macros.export.api.models`; schemas and the OpenAPI description are made from it. Lists are
sorted by id. Other exporters may have put lists there before (``changes.json`` with its schema); the index names them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.export.api import openapi
from macros.export.api.index import File, Index, file_of, index_of
from macros.export.api.lists import MODELS, records
from macros.export.api.schemas import list_schema, write_schema
from macros.export.api.values import ApiModel
from macros.export.json_file import write_json
from macros.views import addresses


class Moved(ApiModel):
    """In the place of a record at an id that it had before: the id that it has, and its file from the site's root."""

    id: str
    moved_to: str
    path: str


# Lists that other exporters write, where they do.
OTHERS: Final = ("changes",)


def write(catalogue: Catalogue, target: Path) -> None:
    """Write every file of the API below ``target`` (the site's root).

    Args:
        catalogue: the joined records.
        target: folder that ``api/v1/`` is made in.
    """
    (target / addresses.API).mkdir(parents=True, exist_ok=True)
    lists = records(catalogue)
    files = [_write_list(target, name, items) for name, items in lists.items()]
    others = [name for name in OTHERS if (target / addresses.api_file(name)).is_file()]
    files += [file_of(name, _count(target, name), per_record=False) for name in others]
    (target / addresses.API_INDEX).write_text(_text(index_of(catalogue, files)) + "\n", encoding="utf-8")
    write_schema(target / addresses.api_schema("index"), Index.model_json_schema())
    write_schema(target / addresses.api_schema("moved"), Moved.model_json_schema())
    schemas = {name: _read_json(target / addresses.api_schema(name)) for name in others}
    write_json(target / addresses.OPENAPI, openapi.describe(Index, lists, schemas))


def _text(record: ApiModel) -> str:
    return record.model_dump_json(indent=1)


def _write_list(target: Path, name: str, items: Sequence[Any]) -> File:
    """Write a list, a file for each of its records and one at each former id that says where it moved, and schemas."""
    texts = [_text(item) for item in items]
    # The records as printed, one step further in: strings hold no line break, so this cannot reach into one.
    inner = ",\n".join(" " + text.replace("\n", "\n ") for text in texts)
    (target / addresses.api_file(name)).write_text(f"[\n{inner}\n]\n" if texts else "[]\n", encoding="utf-8")
    folder = target / addresses.API / name
    folder.mkdir()
    for item, text in zip(items, texts, strict=True):
        (folder / f"{item.id}.json").write_text(text + "\n", encoding="utf-8")
        for former in item.former_ids:
            moved = Moved(id=former, moved_to=item.id, path=addresses.api_file(f"{name}/{item.id}"))
            (folder / f"{former}.json").write_text(_text(moved) + "\n", encoding="utf-8")
    schema = MODELS[name].model_json_schema()
    write_schema(target / addresses.api_schema(f"{name}.record"), schema)
    write_schema(target / addresses.api_schema(name), list_schema(schema))
    return file_of(name, len(items), per_record=True)


def _count(target: Path, name: str) -> int:
    """Return how many entries a list of another exporter has, in the field of its name."""
    return len(_read_json(target / addresses.api_file(name))[name])


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
