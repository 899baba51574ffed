"""The theme's markup put right: each correction has to find what it corrects, and nothing else is touched."""

from __future__ import annotations

import json

import pytest

from macros.base.words import texts
from macros.website.adapter import theme_fixes
from macros.website.adapter.theme_fixes import NotFound, mend

THEIRS = [theirs for theirs, _ in theme_fixes._EVERYWHERE]
SETTINGS = '<script id="__config" type="application/json">{settings}</script>'
GIVEN = SETTINGS.format(
    settings='{"base": "..", "tags": null, "translations": {"clipboard.copy": "x", "search.y": "z<"}}'
)


SCRIPT = '<script src="../assets/javascripts/bundle.0a1b2c3d.min.js"></script>'


def page(theirs: list[str]) -> str:
    return "\n".join([*(f"<p>{found}</p>" for found in theirs), GIVEN, SCRIPT])


def test_what_is_corrected_is_gone():
    mended = mend(page(THEIRS), "vi")
    assert [theirs for theirs in THEIRS if theirs in mended] == []


@pytest.mark.parametrize("number", range(len(THEIRS)), ids=THEIRS)
def test_a_theme_that_words_something_otherwise_stops_the_build(number: int):
    with pytest.raises(NotFound) as refused:
        mend(page([*THEIRS[:number], *THEIRS[number + 1 :]]), "vi")
    assert THEIRS[number] in str(refused.value)


@pytest.mark.parametrize("name", ["__config", "bundle"])
def test_a_theme_without_settings_or_script_stops_the_build(name: str):
    with pytest.raises(NotFound):
        mend(page(THEIRS).replace(name, "other"), "vi")


def test_the_theme_s_script_is_loaded_by_ours():
    mended = mend(page(THEIRS), "vi")
    ours = '<script src="../assets/javascripts/theme_when_asked.js" data-theme="bundle.0a1b2c3d.min.js"></script>'
    assert ours in mended
    assert SCRIPT not in mended


def test_the_settings_keep_only_what_the_script_asks_for():
    mended = mend(page(THEIRS), "vi")
    settings = mended.partition('type="application/json">')[2].partition("</script>")[0]
    ours = texts("vi")["search"]["words"]
    more = {"search.result.more.one": ours["one"], "search.result.more.other": ours["other"].format(n="#")}
    assert json.loads(settings) == {"base": "..", "translations": {"search.y": "z<"} | more}
    assert "<" not in settings


def test_indentation_goes_but_not_from_texts_set_as_typed_and_scripts():
    kept = "<pre>\n    a\n\n    b</pre>", "<textarea>\n  c</textarea>", "<script>\n  d()\n\n  e()</script>"
    mended = mend(f"{page(THEIRS)}\n    <div>\n\n\n      <p>\n        x</p>{''.join(kept)}\n    </div>", "vi")
    assert "\n<div>\n<p>\nx</p>" in mended
    assert [piece for piece in kept if piece not in mended] == []
