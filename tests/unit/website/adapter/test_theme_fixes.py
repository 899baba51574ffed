"""The theme's markup put right: each correction has to find what it corrects, and nothing else is touched."""

from __future__ import annotations

import pytest

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.website.adapter import theme_fixes
from macros.website.adapter.theme_fixes import NotFound, mend

THEIRS = [theirs for theirs, _ in theme_fixes._EVERYWHERE]
PAGE = "\n".join(f"<p>{theirs}</p>" for theirs in THEIRS)


@pytest.mark.parametrize("lang", LANGS)
def test_buttons_and_the_search_are_named_in_the_language_of_the_page(lang):
    words, mended = texts(lang)["theme"], mend(PAGE, lang)
    assert f'<span class="visually-hidden">{words["menu"]}</span>' in mended
    assert f'role="dialog" aria-label="{words["search"]}"' in mended
    assert words["search_prepared"] in mended
    assert [theirs for theirs in THEIRS if theirs in mended and theirs not in DOUBLED] == []


# Begin as what stands in their place.
DOUBLED = {'data-md-component="search" role="dialog"'}


@pytest.mark.parametrize("number", range(len(THEIRS)), ids=THEIRS)
def test_a_theme_that_words_something_otherwise_stops_the_build(number: int):
    page = "\n".join(f"<p>{theirs}</p>" for theirs in [*THEIRS[:number], *THEIRS[number + 1 :]])
    with pytest.raises(NotFound) as refused:
        mend(page, "vi")
    assert THEIRS[number] in str(refused.value)


def test_an_empty_tabindex_goes_where_there_is_one():
    assert '<a tabindex="">' not in mend(f'{PAGE}<a tabindex="">x</a>', "en")


def test_indentation_goes_but_not_from_texts_set_as_typed_and_scripts():
    kept = "<pre>\n    a\n\n    b</pre>", "<textarea>\n  c</textarea>", "<script>\n  d()\n\n  e()</script>"
    mended = mend(f"{PAGE}\n    <div>\n\n\n      <p>\n        x</p>{''.join(kept)}\n    </div>", "en")
    assert "\n<div>\n<p>\nx</p>" in mended
    assert [piece for piece in kept if piece not in mended] == []
