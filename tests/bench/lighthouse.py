"""Lighthouse beside stock Material: ``python -m tests.bench.lighthouse SITE [PATH …]``.

Asks Lighthouse (the program `lighthouse` on the PATH, or ``LIGHTHOUSE=path``; it comes with Node.js and is no
dependency of the project) for every page named, on its simulated phone. The page of the site and the same page as plain
MkDocs with stock Material prints it, from the same data, take turns; so does a stock page with one sentence. Prints a
Markdown table of medians: scores of 0 to 100, blocking time in milliseconds.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from macros.base.clock import as_of
from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from scripts.browser import Quiet, find, served
from tests.bench import floor
from tests.conftest import PROJECT

PATHS: Final = ("", "countries/jp/", "agreements/", "tasks/", "invest/", "indicators/", "partners/kawasaki/")
# Published for people; the others are asked whether to speed up matters at all.
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
_PACKED: Final = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml"})
_SENTENCE: Final = "stock/"


class Packed(Quiet):
    """Serves texts gzipped, as GitHub Pages does; bytes on the way are part of what Lighthouse reckons with."""

    def send_head(self) -> Any:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.split("?")[0].endswith("/") else file
        if file.suffix not in _PACKED or not file.is_file():
            return super().send_head()
        body = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(body)


@dataclass(frozen=True, slots=True)
class Visit:
    """What Lighthouse says of one visit: scores by category, and what is not whole, with the blocking time in ms."""

    scores: dict[str, int]
    blocked: float
    missed: tuple[str, ...]


def visit(program: str, address: str) -> Visit:
    """Ask Lighthouse for one address.

    Raises:
        subprocess.CalledProcessError: Lighthouse could not load the page.
    """
    command = [program, address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    environment = {**os.environ, "CHROME_PATH": find(whole=True) or ""}
    told = json.loads(subprocess.run([*command, flags], env=environment, capture_output=True, check=True).stdout)
    categories, audits = told["categories"], told["audits"]
    missed = tuple(
        reference["id"]
        for name in CATEGORIES[1:]
        for reference in categories[name]["auditRefs"]
        if reference["weight"] and (score := audits[reference["id"]]["score"]) is not None and score < 1
    )
    scores = {name: round(100 * categories[name]["score"]) for name in CATEGORIES}
    return Visit(scores, audits["total-blocking-time"]["numericValue"], missed)


def stock(folder: Path) -> Path:
    """The real data as stock Material prints them, and one page with a sentence; returns the built site."""
    floor.write(PROJECT, Catalogue(check(PROJECT)[0], as_of()), folder)
    (folder / "docs" / "vi" / "stock.md").write_text("# Stock\n\nOne sentence.\n", encoding="utf-8")
    subprocess.run(floor.COMMAND, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    site = folder / "site" / "vi"
    shutil.move(folder / "site" / "en", site / "en")
    return site


def row(name: str, visits: Sequence[Visit]) -> str:
    """A page's row of the table."""
    cells = [f"{statistics.median(one.scores[category] for one in visits):.0f}" for category in CATEGORIES]
    blocked = sorted(one.blocked for one in visits)
    missed = ", ".join(sorted({audit for one in visits for audit in one.missed})) or "–"
    times = f"{statistics.median(blocked):.0f} ({blocked[0]:.0f}–{blocked[-1]:.0f})"
    return f"| {name} | {' | '.join(cells)} | {times} | {missed} |"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.lighthouse", description=__doc__)
    parser.add_argument("site", type=Path, help="folder of a built site")
    parser.add_argument("paths", nargs="*", default=PATHS, help="pages below the root of the site")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if program is None:
        print("Lighthouse is not installed, or not where LIGHTHOUSE says.", file=sys.stderr)
        return 1
    print("| Page | Performance | Accessibility | Best practices | SEO | Blocked, ms | Not whole |")
    print("|---|---:|---:|---:|---:|---:|---|")
    with ExitStack() as stack:
        plain = stock(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        ours, theirs = (stack.enter_context(served(site, Packed)) for site in (options.site, plain))
        for path in options.paths:
            sides = {
                f"`/{path}`": ours + path,
                f"`/{path}`, stock": theirs + path,
                "a sentence, stock": theirs + _SENTENCE,
            }
            found: dict[str, list[Visit]] = {side: [] for side in sides}
            for _ in range(options.runs):
                for side, address in sides.items():
                    found[side].append(visit(program, address))
            for side, visits in found.items():
                print(row(side, visits), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
