"""Python's collector of unused objects, which looks through all that is there again and again while much is made."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def paused() -> Iterator[None]:
    """Don't collect while things are made that stay: among the records of a large site, it takes half the time.

    Nor are they looked through later: what is there at the end is taken for good (until
    :mod:`macros.base.system.processes`).
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.freeze()
            gc.enable()
