"""The annotated specimens of CONTRIBUTING.md, one for each kind of record; a test holds that they pass the check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_BLOCK: Final = re.compile(r"^```yaml ([\w-]+)\n(.*?)(?:^```$|\Z)", re.DOTALL | re.MULTILINE)


def specimens(root: Path) -> dict[str, str]:
    """Return the specimens of the guide in the project's folder ``root``, by the plural of their kind."""
    return dict(_BLOCK.findall((root / "CONTRIBUTING.md").read_text(encoding="utf-8")))
