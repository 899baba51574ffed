"""Corrections to the theme's markup that no override of a partial reaches, made in the built pages.

The indentation and blank lines that its templates leave, a fifth of a page, are removed as well.

Most of them are printed by the theme's ``base.html`` outside any block. Each must be found, so that a new version of
the theme that words them otherwise (or no longer needs them) stops the build instead of being missed.
"""

from __future__ import annotations

import re
from typing import Final

from macros.base.escape import escape
from macros.base.languages import Lang
from macros.base.words import texts

# To be found in every page: the theme's markup, and what replaces it. {menu}, {search} and {search_prepared} are filled
# with the language's words.
_EVERYWHERE: Final = (
    # Only fields for text are completed.
    ('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
    ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
    # The two buttons of the narrow header: reached by the keyboard (the theme's script answers Enter), and named.
    (
        '<label class="md-header__button md-icon" for="__drawer">',
        '<label class="md-header__button md-icon" for="__drawer" tabindex="0">'
        '<span class="visually-hidden">{menu}</span>',
    ),
    (
        '<label class="md-header__button md-icon" for="__search">',
        '<label class="md-header__button md-icon" for="__search" tabindex="0">'
        '<span class="visually-hidden">{search}</span>',
    ),
    # A dialog has a name.
    ('data-md-component="search" role="dialog"', 'data-md-component="search" role="dialog" aria-label="{search}"'),
    # Shown by the search until it is ready; the theme's Vietnamese lacks it.
    (
        '<div class="md-search-result__meta">\n            Initializing search',
        '<div class="md-search-result__meta">\n            {search_prepared}',
    ),
    # Not in the standard that checkers follow.
    (' autocorrect="off"', ""),
    # The link beside it says where it leads; the picture is decoration.
    (' alt="logo"', ' alt=""'),
)
# Corrected where a page has them.
_ANYWHERE: Final = ((' tabindex=""', ""),)
# Where spaces and line breaks are kept: text set as typed, and scripts, whose hash they belong to.
_KEPT: Final = re.compile(r"(<(pre|script|textarea)\b.*?(?:</\2>|\Z))", re.DOTALL)
_INDENT: Final = re.compile(r"\n\s+")


class NotFound(Exception):
    """A text of the theme that is corrected here is not in the page. The message quotes it."""


def mend(source: str, lang: Lang) -> str:
    """Return a built page with the theme's errors corrected.

    Args:
        source: the page as the theme prints it.
        lang: the language of the page, for the words that are added.

    Raises:
        NotFound: a correction has nothing to correct.
    """
    words = {name: str(escape(text)) for name, text in texts(lang)["theme"].items()}
    for theirs, ours in _EVERYWHERE:
        if theirs not in source:
            raise NotFound(f"giao diện đã đổi / the theme has changed: {theirs}")
        source = source.replace(theirs, ours.format(**words))
    for theirs, ours in _ANYWHERE:
        source = source.replace(theirs, ours)
    return _tight(source)


def _tight(source: str) -> str:
    pieces = _KEPT.split(source)
    pieces[::3] = [_INDENT.sub("\n", piece) for piece in pieces[::3]]
    pieces[2::3] = [""] * len(pieces[2::3])  # the names of the elements, which the split returns as well
    return "".join(pieces)
