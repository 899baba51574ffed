"""Notes that go with the data set: the day that it is as of, licence, source, and how to read it."""

from __future__ import annotations

import datetime as dt

from macros.base.formats import day_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.export.licence import LICENCE_NAME, LICENCE_URL
from macros.views import addresses


def notes(day: dt.date, lang: Lang) -> list[str]:
    """Return the notes, a sentence or two each.

    Args:
        day: the day that the facts are as of.
        lang: the language.
    """
    words = texts(lang)["data"]["notes"]
    return [
        words["as_of"].format(date=day_text(day, lang)),
        words["licence"].format(name=LICENCE_NAME, address=LICENCE_URL),
        words["source"].format(address=addresses.site_url()),
        *(words[name] for name in ("official", "dates", "empty")),
    ]
