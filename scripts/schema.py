"""Write schemas/ anew from the models: ``python scripts/schema.py``. What they hold is in macros/records/schema.py."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

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
    print(f"Đã ghi {len(made)} lược đồ vào {FOLDER}/. / Wrote {len(made)} schemas into {FOLDER}/.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
