"""What later builds may use again, in ``.build/kept``: it follows from code alone, so it never grows old.

Anything may be deleted at any time, and where nothing can be written nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from macros.base.system.files import PROJECT

FOLDER: Final = PROJECT / ".build" / "kept"


class _Compiled(FileSystemBytecodeCache):
    """Does without what cannot be written, and knows templates by name, wherever the project lies."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        return super().get_cache_key(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> BytecodeCache:
    """Where Jinja keeps templates that it has compiled; it compares their sources itself."""
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
    return _Compiled(str(FOLDER))


def text(make: Callable[[], str], *inputs: str) -> str:
    """A text that follows from the inputs: as kept, or made."""
    file = FOLDER / f"{hashlib.sha256(repr(inputs).encode()).hexdigest()}.txt"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8")
    made = make()
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        # Never seen half-written by a build beside this one.
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=FOLDER, delete=False) as new:
            new.write(made)
        Path(new.name).replace(file)
    return made
