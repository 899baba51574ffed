"""Python's garbage collector, which looks through all objects again and again while many are made."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def paused() -> Iterator[None]:
    """Pause garbage collection while objects are made that stay: it takes half the time of reading a large site.

    The objects there at the end are never looked through later either: they are frozen, until
    :func:`macros.base.system.processes.run` releases them.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.freeze()
            gc.enable()
