"""Compiled code beside its source: where it is missing or stale, Python compiles at each start, and figures are wrong.

Environments that were copied have such code, for copies carry other times; so have files that Python may not write.
"""

from __future__ import annotations

import compileall
import importlib.util
import struct
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from macros.base.system.files import PROJECT

# What a measured command loads.
LOADED: Final = (Path(sysconfig.get_path("purelib")), PROJECT / "macros", PROJECT / "scripts")
# Magic number, flags, and for code that is compared by time: seconds and size of the source.
_HEAD: Final = struct.Struct("<4sIII")
_BY_HASH: Final = 1


class Stale(Exception):
    """Compiled code is missing or stale; the message says where and how to mend it, in both languages."""


def refuse_stale(folders: Iterable[Path] = LOADED) -> None:
    """Refuse to measure with code that Python would compile first.

    Raises:
        Stale: there is such code.
    """
    found = [path for folder in folders for path in stale(folder)]
    if found:
        raise Stale(
            f"{len(found)} tệp chưa biên dịch hoặc đã cũ (như {found[0]}): số đo sẽ sai. Hãy chạy `make compile`. / "
            f"{len(found)} files are not compiled, or not since they changed (such as {found[0]}): figures would be "
            "wrong. Run `make compile`."
        )


def stale(folder: Path) -> Iterator[Path]:
    """Yield each source below a folder without compiled code that Python would take, but those that are no Python."""
    for source in sorted(folder.rglob("*.py")):
        if not _is_current(source) and _is_python(source):
            yield source


def compiled(folder: Path) -> None:
    """Compile what lies below a folder."""
    compileall.compile_dir(folder, quiet=2)


def _is_current(source: Path) -> bool:
    try:
        head = Path(importlib.util.cache_from_source(str(source))).read_bytes()[: _HEAD.size]
        magic, flags, seconds, size = _HEAD.unpack(head)
    except (OSError, struct.error):
        return False
    if magic != importlib.util.MAGIC_NUMBER:
        return False
    status = source.stat()
    return bool(flags & _BY_HASH) or (seconds, size) == (int(status.st_mtime) & 0xFFFFFFFF, status.st_size)


def _is_python(source: Path) -> bool:
    """Tell whether a file compiles; packages bring templates of code, and code for other versions."""
    try:
        compile(source.read_bytes(), str(source), "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True
