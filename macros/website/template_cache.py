"""Cache of compiled templates, for later builds."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from macros.base import escape
from macros.base.system.cache import FOLDER
from macros.website import environment

# Compiled templates hold values that were escaped already, and count on how; other projects and versions share the
# folder.
_ESCAPING: Final = hashlib.sha256(
    b"".join(Path(file).read_bytes() for file in (escape.__file__, environment.__file__))
).hexdigest()


class _TemplateCache(FileSystemBytecodeCache):
    """Cache that ignores errors of reading and writing, and has templates by name, wherever the project's folder is."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        return super().get_cache_key(f"{_ESCAPING}/{name}")

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # a damaged file makes the loading raise almost anything
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> BytecodeCache:
    """Return Jinja's cache of compiled templates. Jinja itself compares their sources."""
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
    return _TemplateCache(str(FOLDER))
