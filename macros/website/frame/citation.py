"""Citations of a page: a line of text in its language, and an entry for BibTeX. Both give date and address."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from macros.base.formats import day_text
from macros.base.words import texts
from macros.export.licence import LICENCE_SHORT
from macros.records.history.editions import Edition
from macros.website.frame.page_info import About

# Characters with a meaning in TeX. Braces are spelled out, because BibTeX counts them even behind a backslash.
_TEX: Final = {
    **{char: f"\\{char}" for char in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
_SPECIAL: Final = re.compile("[" + re.escape("".join(_TEX)) + "]")
_LANGUAGES: Final = {"vi": "vietnamese", "en": "english"}


def plain(about: About, as_of: str) -> str:
    """Return the citation as text.

    Args:
        about: the page.
        as_of: the date of its data, as its language writes it.
    """
    words = texts(about.lang)
    return str(
        words["page_foot"]["citation"].format(
            site=words["site"]["name"], title=about.title, date=as_of, address=about.address, licence=LICENCE_SHORT
        )
    )


def edition(about: About, latest: Edition) -> str:
    """Return the citation of an edition of the data as text, in the language of a page."""
    words = texts(about.lang)
    return str(
        words["page_foot"]["edition_citation"].format(
            site=words["site"]["name"],
            edition=latest.name,
            date=day_text(latest.day, about.lang),
            licence=LICENCE_SHORT,
        )
    )


def bibtex(about: About, as_of: dt.date, latest: Edition | None = None, address: str = "") -> list[str]:
    """Return the lines of a BibTeX entry. Letters stay as they are; the title keeps its capitals.

    The site is given as the author, as is usual for a work whose authors are not named.

    Args:
        about: the page.
        as_of: the date of its data.
        latest: the edition of the data that the entry names as well, where there is one.
        address: the address of its release; empty where there is none to link to.
    """
    words = texts(about.lang)
    note = words["page_foot"]["citation_note"].format(date=as_of.isoformat(), licence=LICENCE_SHORT)
    if latest is not None:
        named = words["page_foot"]["edition_note"].format(edition=latest.name, date=latest.day.isoformat())
        note = f"{note}; {named} {address}".strip()
    fields = {
        "author": f"{{{tex(words['site']['name'])}}}",
        "title": f"{{{tex(about.title)}}}",
        "year": str(as_of.year),
        "month": str(as_of.month),
        "url": about.address,
        "note": tex(note),
        "language": _LANGUAGES[about.lang],
    }
    key = re.sub(r"[^a-z0-9]+", "-", f"danang-{about.name}-{about.lang}-{as_of}")
    return [f"@misc{{{key},", *(f"  {name} = {{{value}}}," for name, value in fields.items()), "}"]


def tex(text: str) -> str:
    """Return a text as TeX source that prints it."""
    return _SPECIAL.sub(lambda match: _TEX[match[0]], " ".join(text.split()))
