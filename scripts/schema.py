"""Write anew what is made from code and committed: ``python scripts/schema.py``.

The schemas of editors (macros/records/schema.py) and the table of folding for the scripts
(macros/base/folding_table.py).
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.folding_table import SCRIPT, script
from macros.records.schema import FOLDER, files


def main() -> int:
    folder = ROOT / FOLDER
    folder.mkdir(exist_ok=True)
    made = files()
    for path in sorted(folder.glob("*.json")):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    (ROOT / SCRIPT).write_text(script(), encoding="utf-8")
    print(f"Đã ghi {len(made)} lược đồ vào {FOLDER}/. / Wrote {len(made)} schemas into {FOLDER}/.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
