"""Corrections to the theme's markup that no override of a partial reaches, made in the built pages.

What the theme's ``base.html`` prints outside any block is corrected here. Each text must be found, so that a version of
the theme that words it otherwise (or no longer needs it) stops the build instead of being missed. The indentation and
blank lines that its templates leave, a fifth of a page, are removed as well.
"""

from __future__ import annotations

import json
import re
from typing import Final

from macros.base.languages import Lang
from macros.base.words import texts

# To be found in every page: the theme's markup, and what replaces it.
_EVERYWHERE: Final = (
    # Only fields for text are completed.
    ('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
    ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
    # Parts that nothing here uses: the drawer's shade, announcements, messages, colours by name.
    ('<label class="md-overlay" for="__drawer"></label>', ""),
    ('<div data-md-component="announce">\n      \n    </div>', ""),
    (
        '<div class="md-dialog" data-md-component="dialog">\n      '
        '<div class="md-dialog__inner md-typeset"></div>\n    </div>',
        "",
    ),
    (' data-md-color-primary="custom" data-md-color-accent="custom"', ""),
)
# The settings of the theme's script, and those of its words that nothing here asks for or that ours replaces.
_SETTINGS: Final = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
_UNUSED: Final = ("clipboard.", "select.", "search.result.more.")
# The theme's script, in whose place ours loads it when it is needed.
_SCRIPT: Final = re.compile(r'<script src="([^"]*/)(bundle\.[0-9a-f]+\.min\.js)"></script>')
_WHEN_ASKED: Final = r'<script src="\1theme_when_asked.js" data-theme="\2"></script>'
# Where spaces and line breaks are kept: text set as typed, and scripts, whose hash they belong to.
_KEPT: Final = re.compile(r"(<(pre|script|textarea)\b.*?(?:</\2>|\Z))", re.DOTALL)
_INDENT: Final = re.compile(r"\n\s+")


class NotFound(Exception):
    """A text of the theme that is corrected here is not in the page. The message quotes it."""


def mend(source: str, lang: Lang) -> str:
    """Return a built page with the theme's errors corrected.

    Args:
        source: the page as the theme prints it.
        lang: its language.

    Raises:
        NotFound: a correction has nothing to correct.
    """
    for theirs, ours in _EVERYWHERE:
        if theirs not in source:
            raise NotFound(f"giao diện đã đổi / the theme has changed: {theirs}")
        source = source.replace(theirs, ours)
    source, found = _SCRIPT.subn(_WHEN_ASKED, source)
    settings = _SETTINGS.search(source)
    if not found or settings is None:
        raise NotFound(f"giao diện đã đổi / the theme has changed: {_SCRIPT.pattern}, {_SETTINGS.pattern}")
    source = source[: settings.start(2)] + _settings(settings[2], lang) + source[settings.end(2) :]
    return _tight(source)


def _settings(settings: str, lang: Lang) -> str:
    """Return the theme's settings in our words, without what they leave open or what nothing asks for."""
    given = {name: value for name, value in json.loads(settings).items() if value is not None}
    given["translations"] = {
        name: words for name, words in given["translations"].items() if not name.startswith(_UNUSED)
    }
    # The theme's Vietnamese speaks of words where it counts sections.
    ours = texts(lang)["search"]["words"]
    given["translations"] |= {
        "search.result.more.one": ours["one"],
        "search.result.more.other": ours["other"].format(n="#"),
    }
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _tight(source: str) -> str:
    pieces = _KEPT.split(source)
    pieces[::3] = [_INDENT.sub("\n", piece) for piece in pieces[::3]]
    pieces[2::3] = [""] * len(pieces[2::3])  # the names of the elements, which the split returns as well
    return "".join(pieces)
