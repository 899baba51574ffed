"""The scripts fold as Python does: letter for letter, and any text; registers and search find what was meant."""

from __future__ import annotations

import random
import sys
import unicodedata

import pytest
from playwright.sync_api import Browser, Page

from macros.base.folding import fold
from macros.base.lookalikes import lookalikes

FOLD = """async (texts) => {
  await import(new URL('assets/javascripts/folding.js', document.baseURI));
  return texts.map(globalThis.folding.fold);
}"""
LOOKALIKES = """async (texts) => {
  const { lookalikes } = await import(new URL('assets/javascripts/contribute/lookalikes.js', document.baseURI));
  return texts.map((text) => [...lookalikes(text)]);
}"""
# Characters that texts of the record have, and those that come instead of them.
PIECES = "aAđĐðÐƉăắẵồựßæøłıİſς ,.-–—‑“”’'`´\u00a0\u2009\u00ad\u200b\u0301\u0323\u0306ﬁⅡ𝗗Ａ２аеоТВ漢가ກາが½…/~,×៣\u3164"


@pytest.fixture(scope="module")
def blank(browser: Browser, address: str):
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


def texts(count: int = 3000) -> list[str]:
    chosen = random.Random(17)
    return ["".join(chosen.choices(PIECES, k=chosen.randint(1, 14))) for _ in range(count)]


def assigned() -> list[str]:
    chars = map(chr, range(sys.maxunicode + 1))
    return [f"a{char}b" for char in chars if unicodedata.category(char) not in {"Cn", "Cs", "Co"}]


def test_every_letter_is_folded_alike(blank: Page):
    letters = assigned()
    found = blank.evaluate(FOLD, letters)
    pairs = zip(letters, found, strict=True)
    assert [(hex(ord(text[1])), other, fold(text)) for text, other in pairs if other != fold(text)] == []


def test_any_text_is_folded_alike(blank: Page):
    given = texts()
    assert blank.evaluate(FOLD, given) == [fold(text) for text in given]


def test_letters_that_look_like_others_are_found_alike(blank: Page):
    given = [unicodedata.normalize("NFC", text) for text in texts()]
    expected = [[[char, meant] for _, char, meant in lookalikes(text)] for text in given]
    assert blank.evaluate(LOOKALIKES, given) == expected
