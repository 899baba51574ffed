"""Other generators over the same content, for comparison: what they need for pages without check, exports and gate.

Zensical, the named successor of the theme's engine, builds the stubs that ``scripts/stubs.py`` writes, macros included.
Hugo builds the Markdown of the floor with a layout of a few lines, where it is installed.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Final

from macros.base.languages import LANGS
from tests.bench.measure import Run, run
from tests.conftest import ENVIRONMENT

# Both languages side by side, as the floor and we build them.
_ZENSICAL: Final = (
    "sh",
    "-c",
    '"$0" build -f mkdocs.yml & "$0" build -f mkdocs.en.yml && wait $!',
    str(Path(sys.executable).with_name("zensical")),
)
_HUGO: Final = "hugo"
_SETTINGS: Final = """\
baseURL = "https://example.org/"
title = "Bench"
defaultContentLanguage = "vi"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[languages.vi]
contentDir = "content/vi"
[languages.en]
contentDir = "content/en"
"""
_LAYOUT: Final = """\
<!doctype html>
<html lang="{{ .Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body>
</html>
"""


def zensical(project: Path, folder: Path) -> Run:
    """Build the stubs of a project.

    Raises:
        RuntimeError: they could not be written or built.
    """
    if not folder.exists():
        run([sys.executable, "scripts/stubs.py", folder], project, ENVIRONMENT)
    return run(_ZENSICAL, folder, {**ENVIRONMENT, "PYTHONPATH": str(project)})


def hugo(plain: Path, folder: Path) -> Run | None:
    """Build the Markdown of the floor; None where Hugo is not installed.

    Raises:
        RuntimeError: it could not be built.
    """
    if shutil.which(_HUGO) is None:
        return None
    if not folder.exists():
        _write(plain, folder)
    shutil.rmtree(folder / "public", ignore_errors=True)
    return run([_HUGO, "--quiet", "--source", folder], folder, ENVIRONMENT)


def _write(plain: Path, folder: Path) -> None:
    for lang in LANGS:
        docs = plain / "docs" / lang
        for source in sorted(docs.rglob("*.md")):
            name = source.relative_to(docs)
            # An index of Hugo's that has pages below it.
            target = folder / "content" / lang / (name.with_name("_index.md") if name.name == "index.md" else name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(_LAYOUT, encoding="utf-8")
    # Read by all versions, "hugo.toml" by newer ones only.
    (folder / "config.toml").write_text(_SETTINGS, encoding="utf-8")
