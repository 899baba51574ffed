"""``index.json``: the files of the API with their counts, the day that they are as of, their licence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from macros.base.clock import built_at
from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.api.values import ApiModel, Url
from macros.export.licence import LICENCE, LICENCE_URL
from macros.views import addresses

VERSION: Final = "1"
_FURTHER: Final = {
    addresses.PARTNER_POINTS: "application/geo+json",
    addresses.CHANGE_LINES: "application/jsonl",
    **{addresses.database(lang): "application/vnd.sqlite3" for lang in LANGS},
    **{addresses.archive(lang): "application/zip" for lang in LANGS},
    addresses.CATALOG: "application/ld+json",
}


class File(ApiModel):
    """A list: where it lies and how many records it has; ``{id}`` stands for the id of a record."""

    name: str
    path: str
    schema_path: str
    count: int
    record_path: str | None
    record_schema_path: str | None


class Further(ApiModel):
    """A file besides the lists: its path and its media type."""

    path: str
    media_type: str


class Index(ApiModel):
    """All files with their counts, the day that they are as of, their licence; paths start from the site's root."""

    version: str
    generated_at: str
    as_of: str
    licence: str
    licence_url: str
    documentation: Url
    openapi_path: str
    counts: dict[str, int]
    files: list[File]
    further: list[Further]


def file_of(name: str, count: int, *, per_record: bool) -> File:
    """Return the entry of a list.

    Args:
        name: its name, which its files begin with.
        count: how many records it has.
        per_record: whether each of its records has a file of its own.
    """
    return File(
        name=name,
        path=addresses.api_file(name),
        schema_path=addresses.api_schema(name),
        count=count,
        record_path=addresses.api_file(f"{name}/{{id}}") if per_record else None,
        record_schema_path=addresses.api_schema(f"{name}.record") if per_record else None,
    )


def index_of(catalogue: Catalogue, files: Sequence[File]) -> Index:
    """Return the index of these files."""
    return Index(
        version=VERSION,
        generated_at=built_at().isoformat().replace("+00:00", "Z"),
        as_of=catalogue.as_of.isoformat(),
        licence=LICENCE,
        licence_url=LICENCE_URL,
        documentation=Url(**addresses.in_languages(addresses.index("data"))),
        openapi_path=addresses.OPENAPI,
        counts={file.name: file.count for file in files},
        files=list(files),
        further=[Further(path=path, media_type=kind) for path, kind in _FURTHER.items()],
    )
