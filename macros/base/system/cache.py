"""Cache of results that follow from code alone, in ``.build/cache``, for later builds.

Its files may be deleted at any time. Where nothing can be written, nothing is cached.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from macros.base.system.files import PROJECT

FOLDER: Final = PROJECT / ".build" / "cache"


def text(make: Callable[[], str], *inputs: str) -> str:
    """Return a text from the cache, or make it and put it there.

    Args:
        make: returns the text.
        inputs: everything that the text depends on.
    """
    file = FOLDER / f"{hashlib.sha256(repr(inputs).encode()).hexdigest()}.txt"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8")
    made = make()
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        # Moved into place when it is complete, for another build may read it meanwhile.
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=FOLDER, delete=False) as new:
            new.write(made)
        Path(new.name).replace(file)
    return made
