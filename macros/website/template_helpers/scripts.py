"""The modules of a page's scripts, which the page asks for ahead of time.

A browser finds out what a module imports when it has read it, so that modules that import each other come one after
the other. Named in the page, all come at once.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Final

from jinja2 import Environment

from macros.base.system.files import PROJECT

SCRIPTS: Final = PROJECT / "docs" / "overrides" / "assets" / "javascripts"
_IMPORT: Final = re.compile(r'^import\b[^"]*"(\.[^"]+)"', re.MULTILINE)


def bind(environment: Environment) -> None:
    """Offer the modules of a script."""
    environment.globals["modules"] = modules


def modules(script: str, folder: Path = SCRIPTS) -> list[str]:
    """Return a script and every module that it imports, directly or not.

    Args:
        script: its path below the folder of our scripts.
        folder: that folder.

    Raises:
        FileNotFoundError: a module that is imported does not exist.
    """
    found = [script]
    for name in found:
        source = (folder / name).read_text(encoding="utf-8")
        imported = [
            posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) for path in _IMPORT.findall(source)
        ]
        found += [module for module in dict.fromkeys(imported) if module not in found]
    return found
