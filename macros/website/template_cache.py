"""Cache of compiled templates, for later builds."""

from __future__ import annotations

import contextlib

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from macros.base.system.cache import FOLDER


class _TemplateCache(FileSystemBytecodeCache):
    """Cache that ignores errors of writing, and has templates by name, wherever the project's folder is."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        return super().get_cache_key(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> BytecodeCache:
    """Return Jinja's cache of compiled templates. Jinja itself compares their sources."""
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
    return _TemplateCache(str(FOLDER))
