"""Words and values that the theme's overrides print, for ``config.extra``."""

from __future__ import annotations

from typing import Any

from macros.base.clock import build_day
from macros.base.escape import escape
from macros.base.languages import LANGS
from macros.base.words import texts
from macros.views import addresses
from macros.website.printer import Printer


def theme_words(printer: Printer) -> dict[str, Any]:
    """Return the values that the overrides print outside the content of pages, escaped, in the printer's language.

    Keys are names of ``config.extra``, which the templates below docs/overrides read.
    """
    lang, spoken, built = printer.lang, printer.records.as_of, build_day()
    t = texts(lang)
    foot = t["foot"]
    other_day = t["in-force"]["other_day"].format(date=printer.date(spoken), built=printer.date(built))
    feed = addresses.feed("", "", lang) or ""
    return {
        "foot": {
            "other_day": escape(other_day) if spoken != built else "",
            "as_of": escape(foot["as_of"].format(date=printer.date(spoken))),
            "as_of_date": spoken.isoformat(),
            "rejudged": escape(foot["rejudged"].format(date=printer.date(spoken))),
            "old": escape(foot["old"]),
            "address": escape(foot["address"]),
            "built": escape(foot["built"].format(time=printer.built())),
            "unofficial": escape(foot["unofficial"]),
            "repository": escape(foot["repository"]),
        },
        "feed": {"title": escape(t["changes"]["feed"]), "path": feed.removeprefix(addresses.root(lang))},
        "frame": {name: escape(words) for name, words in t["frame"].items()},
        "search_failed": escape(t["search"]["words"]["failed"]),
        "language": t["language"],
        "not_found": {code: texts(code)["not_found"] for code in LANGS},
    }
