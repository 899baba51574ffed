"""Files of a site besides its pages: each is whole, and every script is the theme's or ours."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from macros.base.system.files import file_names
from macros.publish.gate.formats import broken
from macros.views.addresses import API_INDEX, in_languages


def faults(site: Path, root: Path) -> Iterator[str]:
    """Yield each file that is broken, foreign or missing.

    Args:
        site: the built folder.
        root: the project, for its scripts.
    """
    scripts = _known_scripts(root)
    for name in file_names(site):
        if name.endswith(".html"):
            continue
        if (site / name).is_symlink():
            yield f"{name}: liên kết tệp / a link to a file"
        elif (reason := broken(site / name)) is not None:
            yield f"{name}: {reason}"
        elif name.endswith((".js", ".mjs")) and sha256((site / name).read_bytes()).hexdigest() not in scripts:
            yield f"{name}: mã lạ / a script that is neither the theme's nor ours"
    for name in (API_INDEX, *in_languages("sitemap.xml").values()):
        if not (site / name).is_file():
            yield f"{name}: thiếu / missing"


def _known_scripts(root: Path) -> set[str]:
    """Return the SHA-256 of every script that the theme or the project at ``root`` has; no other may be published."""
    found = importlib.util.find_spec("material")
    assert found is not None
    assert found.origin is not None
    folders = (Path(found.origin).parent / "templates" / "assets", root / "docs")
    return {sha256(path.read_bytes()).hexdigest() for folder in folders for path in folder.rglob("*.js")}
