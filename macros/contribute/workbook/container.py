"""The parts of a file that should be a workbook: found by the relations between them, whatever their names are."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import Final

from macros.contribute.workbook.faults import Unreadable
from macros.contribute.workbook.parts import SPREADSHEET, Budget, Part

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "_rels/.rels"
_NUMBERS: Final = "index/document.iwa"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
# The first element of the main part of other files of the family.
_KINDS: Final = {"document": "DOCX", "presentation": "PPTX"}


class Container:
    """The parts by their names; letters count as the same in either case, as the standard for these files says."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Read the parts.

        Raises:
            Unreadable: they make no workbook, or one that is not safe.
        """
        self._contents = {_folded(name): content for name, content in parts.items()}
        if len(self._contents) < len(parts):
            raise Unreadable("broken")
        budget = Budget()
        self._parts = {name: Part(content, budget) for name, content in self._contents.items()}
        self._is_workbook()

    def _is_workbook(self) -> None:
        """Refuse archives that are no workbook, by the part that the archive's own relations lead to."""
        if _folded(_TYPES) not in self._parts or _folded(_RELATIONS) not in self._parts:
            kind = "ODS" if "mimetype" in self._contents else "Numbers" if _NUMBERS in self._contents else "ZIP"
            if _folded(_TYPES) in self._parts:
                raise Unreadable("broken")
            raise Unreadable("other-format", kind)
        main = [target for kind, target in self._parts[_folded(_RELATIONS)].names if kind == "officeDocument"]
        if len(main) != 1 or (name := _folded(main[0])) not in self._parts:
            raise Unreadable("broken")
        space, root = self._parts[name].root
        if name.endswith(".bin"):
            raise Unreadable("other-format", "XLSB")
        if root in _KINDS:
            raise Unreadable("other-format", _KINDS[root])
        if space.startswith(_STRICT):
            raise Unreadable("other-format", "Strict Open XML")
        if (space, root) != (SPREADSHEET, "workbook"):
            raise Unreadable("broken")

    def archive(self) -> bytes:
        """Return an archive in which every part has the names that others call it by, letter for letter."""
        called = {_folded(name): {name} for name in (_TYPES, _RELATIONS)}
        for own, part in self._parts.items():
            base = posixpath.dirname(posixpath.dirname(own)) if own.endswith(".rels") else ""
            for _, target in part.names:
                name = posixpath.normpath(
                    target.lstrip("/") if target.startswith("/") else posixpath.join(base, target)
                )
                called.setdefault(_folded(name), set()).add(name)
        for own in self._parts:
            folder, _, name = own.rpartition("/")
            # The library looks for the relations of a part beside it, by the part's own name.
            if name.endswith(".rels") and folder.endswith("_rels") and own != _RELATIONS:
                beside = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
                called[own] = {
                    posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
                    for part in called.get(beside, {beside})
                }
        # Who made the file and when: nobody asks, and times that some programs write stop the library.
        contents = {own: content for own, content in self._contents.items() if not own.startswith("docprops/")}
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for own, content in contents.items():
                for name in sorted(called.get(own, {own})):
                    archive.writestr(name, content)
        return packed.getvalue()


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
