"""Take the guides' pictures from the real site: ``python scripts/screenshots.py``, after ``make browser``.

Builds the site, opens its pages in both languages on a phone, light, and writes WebP files below ``docs/``; what can be
read on each is noted beside them, so that a test can say when a pictured page has changed.
"""

from __future__ import annotations

import base64
import functools
import http.server
import json
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright

from macros.guide import picture_file
from macros.publish import build
from macros.text import LANGS, Lang
from scripts.browser import find

NOTED: Final = ROOT / "docs" / "pictures.json"
LARGEST: Final = 60 * 1024
# The pictures show a page of one day, so that taking them again without a change gives the same ones.
MOMENT: Final = {"AS_OF": "2026-11-21", "SOURCE_DATE_EPOCH": "1795219200"}
WIDTH: Final = 390
# Pixels of a picture for each of the page's: sharp on phones.
SCALE: Final = 2
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
    Shot("edit-link", "agreements/yokohama-2013/", ".edit-link", 300, above=240),
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (its name in the base class)
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site while it is served."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take(browser: Browser, address: str, shot: Shot, lang: Lang) -> tuple[bytes, list[str]]:
    """A picture as WebP, and the words on it that a reader would look for."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 2400}, device_scale_factor=SCALE, color_scheme="light", locale=lang
    )
    page = context.new_page()
    page.goto(f"{address}{'' if lang == 'vi' else 'en/'}{shot.page}")
    shot.prepare(page)
    page.locator("h1").click(position={"x": 1, "y": 1})
    box = page.locator(shot.element).first.bounding_box()
    assert box is not None
    scrolled = int(str(page.evaluate("String(Math.round(window.scrollY))")))
    top = max(0, box["y"] + scrolled - shot.above)
    clip = {"x": 0, "y": top, "width": WIDTH, "height": shot.height, "scale": 1}
    options = {"format": "webp", "quality": 60, "clip": clip, "captureBeyondViewport": True}
    answer = context.new_cdp_session(page).send("Page.captureScreenshot", options)
    words = [
        " ".join(sign.inner_text().split())
        for sign in page.locator(_SIGNS).all()
        if (place := sign.bounding_box()) is not None and top <= place["y"] + scrolled < top + shot.height
    ]
    context.close()
    return base64.b64decode(answer["data"]), [word for word in words if word]


def main() -> int:
    os.environ |= MOMENT | {"REPO_URL": "https://github.com/example/danang", "SITE_URL": "https://example.org/"}
    noted: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(ROOT, site)
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        with served(site) as address:
            for shot in SHOTS:
                noted[shot.name] = {"page": shot.page, "width": WIDTH, "height": shot.height}
                for lang in LANGS:
                    image, noted[shot.name][lang] = take(browser, address, shot, lang)
                    assert len(image) <= LARGEST, f"{shot.name}: {len(image)} byte"
                    path = picture_file(ROOT, shot.name, lang)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(image)
                    print(f"{path.relative_to(ROOT)}: {len(image):,} byte")
        browser.close()
    NOTED.write_text(json.dumps(noted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
