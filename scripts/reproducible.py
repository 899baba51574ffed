"""Build the last commit twice and compare every file: ``python scripts/reproducible.py [PYTHON …]``.

The two builds differ in folder, time zone, language and the seed of Python's hashes; further Pythons build it as well,
each in an environment of its own, made from the pinned list.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import hold_clock
from macros.base.system.terminal import speak_utf8

SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
)


def contents(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def build(python: str, place: Path, settings: dict[str, str]) -> dict[str, str]:
    """Build a clone of the last commit and return the hashes of its files.

    Raises:
        subprocess.CalledProcessError: git or the build failed.
    """
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(place)], check=True)
    environment = {**os.environ, **settings}
    subprocess.run([python, str(place / "scripts" / "build.py")], check=True, cwd=place, env=environment)
    return contents(place / "site")


def environment_of(python: str, folder: Path) -> str:
    """Make an environment with the pinned packages, and return its Python."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    own = str(folder / "bin" / "python")
    pinned = ["--require-hashes", "-r", str(ROOT / "requirements" / "build.txt")]
    subprocess.run([own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pinned], check=True)
    return own


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Dựng nhiều lần và so sánh / build several times and compare")
    parser.add_argument("pythons", nargs="*", help="Python khác / other Pythons")
    others = parser.parse_args().pythons
    day = hold_clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = [(sys.executable, settings) for settings in SETTINGS]
        runs += [(environment_of(python, folder / f"venv-{n}"), SETTINGS[1]) for n, python in enumerate(others)]
        try:
            built = [build(python, folder / f"bản dựng {n}", settings) for n, (python, settings) in enumerate(runs)]
        except subprocess.CalledProcessError as error:
            print(f"Không dựng được. / A build failed: {error}", file=sys.stderr)
            return 1
    different = sorted({file for other in built[1:] for file, _ in built[0].items() ^ other.items()})
    for file in different:
        print(f"{file}: khác nhau / differs", file=sys.stderr)
    print(f"{len(built)} lần dựng, {len(built[0])} tệp, {len(different)} tệp khác nhau, tính đến {day}.")
    print(f"{len(built)} builds, {len(built[0])} files, {len(different)} files differ, as of {day}.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
