"""Take the guides' pictures: ``python scripts/screenshots.py``, after ``make browser office``.

Builds the site, opens its pages in both languages on a phone, light, and writes WebP files below ``docs/``; what can be
read on each is noted beside them, so that a test can say when a pictured page has changed. The workbook is printed by
LibreOffice and turned into a picture by poppler's ``pdftoppm``; that beside links is made of ``share.html``.
"""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import openpyxl
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from macros.base.clock import as_of
from macros.base.languages import LANGS, Lang
from macros.base.system import progress
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.handbook.pictures import picture_file
from macros.contribute.workbook.layout import COLUMNS, sheet_name
from macros.contribute.workbook.rows import reporting_agencies
from macros.contribute.workbook.write import workbook
from macros.publish.publish import STEPS, build
from macros.records.check.rules import check
from macros.views.addresses import SHARE, in_language
from scripts.browser import find, served
from scripts.office import find as find_office

NOTED: Final = ROOT / "docs" / "pictures.json"
LARGEST: Final = 60 * 1024
# The pictures show a page of one day, so that taking them again without a change gives the same ones.
MOMENT: Final = {"AS_OF": "2026-11-21", "SOURCE_DATE_EPOCH": "1795219200"}
WIDTH: Final = 390
# Pixels of a picture for each of the page's: sharp on phones.
SCALE: Final = 2
# The workbook that is pictured, and how much of its sheet of tasks.
WORKBOOK: Final = "workbook"
# The size of the picture beside links to the site, as networks ask for it.
SHARED: Final[ViewportSize] = {"width": 1200, "height": 630}
AGENCY: Final = "culture-sports-tourism"
SHEET: Final[ViewportSize] = {"width": 1050, "height": 300}
# What a reader of a guide looks for on the page.
_SIGNS: Final = ", ".join(f".md-content {sign}" for sign in ("h1", "h2", "label", "legend", "button", ".edit-link"))


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: the page, what is done on it first, and the part that is shown, from ``above`` an element on."""

    name: str
    page: str
    element: str
    height: int
    above: int = 12
    prepare: Callable[[Page], None] = lambda _page: None


def _fill_agreement(page: Page) -> None:
    page.locator("select[name=partner]").select_option("daegu")
    page.locator("select[name=instrument]").select_option("memorandum")


SHOTS: Final = (
    Shot("agreement-form", "contribute/record/agreement/", "h1", 780, prepare=_fill_agreement),
    Shot("edit-link", "agreements/yokohama-2013/", ".edit-link", 280, above=240),
)


def take(browser: Browser, address: str, shot: Shot, lang: Lang) -> tuple[bytes, list[str]]:
    """A picture as WebP, and the words on it that a reader would look for."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 2400}, device_scale_factor=SCALE, color_scheme="light", locale=lang
    )
    page = context.new_page()
    page.goto(f"{address}{in_language(shot.page, lang)}")
    shot.prepare(page)
    page.locator("h1").click(position={"x": 1, "y": 1})
    box = page.locator(shot.element).first.bounding_box()
    assert box is not None
    scrolled = int(str(page.evaluate("String(Math.round(window.scrollY))")))
    top = max(0, box["y"] + scrolled - shot.above)
    clip = {"x": 0, "y": top, "width": WIDTH, "height": shot.height, "scale": 1}
    image = webp(page, clip)
    words = [
        " ".join(sign.inner_text().split())
        for sign in page.locator(_SIGNS).all()
        if (place := sign.bounding_box()) is not None and top <= place["y"] + scrolled < top + shot.height
    ]
    context.close()
    return image, [word for word in words if word]


def webp(page: Page, clip: dict[str, float]) -> bytes:
    """A part of a page as WebP, which Playwright's own method does not write."""
    options = {"format": "webp", "quality": 60, "clip": clip, "captureBeyondViewport": True}
    answer = page.context.new_cdp_session(page).send("Page.captureScreenshot", options)
    return base64.b64decode(answer["data"])


def take_workbook(browser: Browser, folder: Path) -> bytes:
    """The head of an agency's sheet of tasks, as LibreOffice prints it."""
    office = find_office()
    assert office is not None, "no LibreOffice: run `make office`"
    records = Catalogue(check(ROOT)[0], as_of())
    assert records.agencies[AGENCY] in reporting_agencies(records), f"{AGENCY} has no tasks today: choose another"
    book = openpyxl.load_workbook(io.BytesIO(workbook(records, records.agencies[AGENCY])))
    for name in set(book.sheetnames) - {sheet_name("tasks")}:
        del book[name]
    book.save(folder / "tasks.xlsx")
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "tasks.xlsx"], cwd=folder, check=True, capture_output=True
    )
    dots = str(96 * SCALE)
    subprocess.run(["pdftoppm", "-r", dots, "-png", "-singlefile", "tasks.pdf", "tasks"], cwd=folder, check=True)
    picture = base64.b64encode((folder / "tasks.png").read_bytes()).decode()
    context = browser.new_context(viewport=SHEET, device_scale_factor=SCALE)
    page = context.new_page()
    page.set_content(f'<body style="margin: 0"><img style="zoom: {1 / SCALE}" src="data:image/png;base64,{picture}">')
    image = webp(page, {"x": 36, "y": 36, "width": SHEET["width"], "height": SHEET["height"], "scale": 1})
    context.close()
    return image


def share_picture(browser: Browser, lang: Lang) -> bytes:
    """The picture that others show beside a link to a page: the name of the site and what it is about, as PNG."""
    words = texts(lang)["site"]
    template = Template((ROOT / "scripts" / "share.html").read_text(encoding="utf-8"))
    mark = (ROOT / "docs" / "overrides" / "assets" / "images" / "mark.svg").read_text(encoding="utf-8")
    context = browser.new_context(viewport=SHARED, device_scale_factor=1, color_scheme="light", locale=lang)
    page = context.new_page()
    page.set_content(
        template.substitute(lang=lang, mark=mark, name=escape(words["name"]), tagline=escape(words["tagline"]))
    )
    image = page.screenshot(type="png")
    context.close()
    return image


def write(path: Path, image: bytes) -> None:
    """Write a picture, if it is small enough for a phone's connection."""
    assert len(image) <= LARGEST, f"{path.name}: {len(image)} byte"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(image)
    print(f"{path.relative_to(ROOT)}: {len(image):,} byte")


def main() -> int:
    os.environ |= MOMENT | {"REPO_URL": "https://github.com/example/danang", "SITE_URL": "https://example.org/"}
    noted: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        with progress.shown(STEPS):
            build(ROOT, site)
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        with served(site) as address:
            for shot in SHOTS:
                noted[shot.name] = {"page": shot.page, "width": WIDTH, "height": shot.height}
                for lang in LANGS:
                    image, noted[shot.name][lang] = take(browser, address, shot, lang)
                    write(picture_file(ROOT, shot.name, lang), image)
        sheet = take_workbook(browser, Path(folder))
        # The workbook is one for both languages.
        noted[WORKBOOK] = {**SHEET, **{lang: [column.heading for column in COLUMNS] for lang in LANGS}}
        for lang in LANGS:
            write(picture_file(ROOT, WORKBOOK, lang), sheet)
            write(ROOT / "docs" / lang / SHARE, share_picture(browser, lang))
        browser.close()
    NOTED.write_text(json.dumps(noted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
