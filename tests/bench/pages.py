"""Heights of the pages that readers use most: ``python -m tests.bench.pages SITE [PATH …]``.

Prints a Markdown table for a built site, both languages beside each other (Vietnamese / English): screens of a desktop
and of a phone, links of the article, where the first row of a table or list of records begins, bytes of HTML around the
article, and sheets of A4. A page that the site lacks has a dash.
"""

from __future__ import annotations

import argparse
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, ViewportSize, sync_playwright
from pypdf import PdfReader

from scripts.browser import find, served

ROOTS: Final = ("", "en/")
DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 900}
PHONE: Final[ViewportSize] = {"width": 390, "height": 780}
PATHS: Final = (
    "",
    "countries/",
    "countries/jp/",
    "countries/kr/",
    "partners/",
    "partners/kawasaki/",
    "agreements/",
    "tasks/",
    "activities/",
    "sectors/",
    "sectors/tourism/",
    "agencies/tourism/",
    "invest/",
    "background/financial-centre/",
    "indicators/",
    "documents/",
    "timeline/",
    "conflicts/",
    "data-quality/",
    "in-force/",
    "reports/2026/",
    "404.html",
)
# Pages that people take along on paper; the others have too many sheets to wait for.
PRINTED: Final = frozenset({"", "countries/jp/", "partners/kawasaki/", "agencies/tourism/", "invest/"})
_ARTICLE: Final = re.compile(r"<article\b.*</article>", re.DOTALL)
# Rows outside the screen are laid out too, else their heights are guessed.
_LAID_OUT: Final = "* { content-visibility: visible !important }"
_MEASURES: Final = """() => {
  const article = document.querySelector('article') ?? document.body;
  const seen = (element) => element.getClientRects().length > 0;
  const row = [...article.querySelectorAll('tbody tr, .row-card')].find(seen);
  return {
    height: document.documentElement.scrollHeight,
    links: article.querySelectorAll('a[href]').length,
    row: row ? Math.round(row.getBoundingClientRect().top + scrollY) : null,
  };
}"""


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of a page in one language. Heights in screens, places in pixels from the top, sizes in bytes."""

    desktop: float
    phone: float
    links: int
    row: int | None
    row_on_phone: int | None
    frame: int
    sheets: int | None


def measure(browser: Browser, site: Path, address: str, path: str) -> Measures | None:
    """Measure a page of a built site that is served at an address; None where there is no such page."""
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    if not file.is_file():
        return None
    html = file.read_text(encoding="utf-8")
    desktop, sheets = _laid_out(browser, address + path, DESKTOP, printed=path.removeprefix("en/") in PRINTED)
    phone, _ = _laid_out(browser, address + path, PHONE)
    return Measures(
        desktop=desktop["height"] / DESKTOP["height"],
        phone=phone["height"] / PHONE["height"],
        links=desktop["links"],
        row=desktop["row"],
        row_on_phone=phone["row"],
        frame=len(_ARTICLE.sub("", html).encode()),
        sheets=sheets,
    )


def _laid_out(
    browser: Browser, address: str, screen: ViewportSize, *, printed: bool = False
) -> tuple[dict[str, int], int | None]:
    """What a page measures on a screen, and its sheets of paper if they are asked for."""
    context = browser.new_context(viewport=screen, bypass_csp=True)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.add_style_tag(content=_LAID_OUT)
    page.wait_for_timeout(200)
    found = page.evaluate(_MEASURES)
    sheets = len(PdfReader(io.BytesIO(page.pdf(format="A4", print_background=False))).pages) if printed else None
    context.close()
    return found, sheets


def row(path: str, found: Sequence[Measures | None]) -> str:
    """A page's row of the table, the languages beside each other."""

    def both(name: str, form: str = "{:,}") -> str:
        values = [getattr(measures, name) if measures else None for measures in found]
        return " / ".join("–" if value is None else form.format(value) for value in values)

    names = ("links", "row", "row_on_phone", "frame", "sheets")
    cells = [both("desktop", "{:.1f}"), both("phone", "{:.1f}"), *(both(name) for name in names)]
    return f"| `/{path}` | {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pages", description=__doc__)
    parser.add_argument("site", type=Path, help="folder of a built site")
    parser.add_argument("paths", nargs="*", default=PATHS, help="pages below the root of a language")
    options = parser.parse_args()
    print(
        "| Page | Screens 1280×900 | Screens 390×780 | Links | First row, px | on a phone | Frame, bytes | Sheets A4 |"
    )
    print("|---|---|---|---|---|---|---|---|")
    with served(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(whole=True), args=["--no-sandbox", "--disable-gpu"])
        for path in options.paths:
            print(row(path, [measure(browser, options.site, address, root + path) for root in ROOTS]), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
