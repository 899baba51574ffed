"""One archive of everything in a language: tables, workbook, data package, the API's lists, with checksums."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.base.languages import LANGS, Lang
from macros.base.system.zips import member
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE, LICENCE_NAME, LICENCE_URL
from macros.export.notes import notes
from macros.views import addresses

SUMS: Final = "SHA256SUMS"


def write(catalogue: Catalogue, target: Path) -> None:
    """Pack the files of the other exporters below ``target`` (the site's root), in each language."""
    for lang in LANGS:
        folder = target / addresses.data_folder(lang)
        files = {name: path.read_bytes() for name, path in sorted(_members(folder, target / addresses.API))}
        files["README.txt"] = _readme(catalogue, lang).encode()
        files["LICENCE.txt"] = f"{LICENCE_NAME} ({LICENCE})\n{LICENCE_URL}\n".encode()
        sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
        path = target / addresses.archive(lang)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in sorted({**files, SUMS: sums.encode()}.items()):
                archive.writestr(member(name), content)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        (target / addresses.archive_checksum(lang)).write_text(f"{digest}  {path.name}\n", encoding="utf-8")


def _members(folder: Path, api: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file that goes in, with its name in the archive."""
    for path in folder.iterdir():
        if path.suffix in {".csv", ".json", ".sqlite", ".xlsx"}:
            yield path.name, path
    for path in api.iterdir():
        if path.is_file():
            yield f"json/{path.name}", path


def _readme(catalogue: Catalogue, lang: Lang) -> str:
    words = texts(lang)
    archive = words["data"]["archive"]
    lines = [
        words["site"]["name"],
        "",
        *notes(catalogue.as_of, lang),
        words["data"]["notes"]["guard"],
        "",
        archive["contents"],
        *(f"- {archive[name]}" for name in ("csv", "xlsx", "sqlite", "json", "package", "sums")),
    ]
    return "\n".join(lines) + "\n"
