"""An edition of the data set: its files at one day, to keep and to cite, with what changed since the edition before."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import yaml

from macros.base.formats import date_text, day_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE
from macros.records.history.changes import Change
from macros.records.history.editions import PREFIX
from macros.views import addresses
from macros.views.change_log.log import ChangeLog

CITATION: Final = "CITATION.cff"
NOTES: Final = "NOTES.md"
SUMS: Final = "SHA256SUMS"
# GitHub takes so many characters of notes; what does not fit stands in the log on the site.
LONGEST: Final = 100_000
_MONTHS_OF_A_QUARTER: Final = 3


def tag_of(day: dt.date) -> str:
    """Return the name of the edition of a day: that of its quarter, ``edition-2026-q4``."""
    return f"{PREFIX}{day.year}-q{(day.month - 1) // _MONTHS_OF_A_QUARTER + 1}"


def write(catalogue: Catalogue, site: Path, folder: Path, since: int | None) -> list[Path]:
    """Gather an edition in a folder.

    Args:
        catalogue: the joined records, with their history.
        site: the built site, whose files of the data set are taken.
        folder: the folder to make.
        since: the moment of the edition before, in seconds since 1970; ``None`` for the first.

    Returns:
        The files of the edition, their checksums last.
    """
    folder.mkdir(parents=True)
    files = []
    for lang in LANGS:
        for source in (addresses.archive(lang), addresses.database(lang)):
            path = Path(source)
            files.append(folder / f"{path.stem}-{lang}{path.suffix}")
            shutil.copyfile(site / source, files[-1])
    (folder / CITATION).write_text(citation(catalogue.as_of), encoding="utf-8")
    files.append(folder / CITATION)
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (folder / SUMS).write_text(sums, encoding="utf-8")
    (folder / NOTES).write_text(notes(catalogue, since), encoding="utf-8")
    return [*files, folder / SUMS]


def citation(day: dt.date) -> str:
    """Return how the edition of a day is cited, in the Citation File Format."""
    site = {lang: texts(lang)["site"]["name"] for lang in LANGS}
    content = {
        "cff-version": "1.2.0",
        "message": "Please cite this data set with its edition and date.",
        "type": "dataset",
        "title": f"{site['vi']} – {site['en']}",
        "authors": [{"name": site["vi"]}],
        "version": tag_of(day).removeprefix(PREFIX),
        "date-released": day,
        "license": LICENCE,
        "url": addresses.site_url(),
    }
    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))


def notes(catalogue: Catalogue, since: int | None) -> str:
    """Return what changed since the edition before, in both languages, as Markdown."""
    changes = [change for change in catalogue.history.changes if since is None or change.moment > since]
    whole = "\n".join(line for lang in LANGS for line in _told(catalogue, changes, since is None, lang))
    if len(whole) <= LONGEST:
        return whole
    more = "\n\n" + " / ".join(texts(lang)["edition"]["more"] for lang in LANGS) + "\n"
    return whole[: LONGEST - len(more)].rpartition("\n")[0] + more


def _told(catalogue: Catalogue, changes: Iterable[Change], first: bool, lang: Lang) -> Iterable[str]:
    words = texts(lang)["edition"]
    yield f"## {words['title'].format(date=day_text(catalogue.as_of, lang))}"
    yield ""
    if first:
        yield words["first"]
        yield ""
        return
    days = ChangeLog(catalogue, lang).days(changes)
    if not days:
        yield words["none"]
        yield ""
    for day in days:
        yield f"**{date_text(day.date, lang)}**"
        yield ""
        yield from (f"- {_plain(entry.sentence)}" for entry in day.entries)
        yield ""


def _plain(text: str) -> str:
    """Return a text that Markdown prints as it is: nothing in it is a link, a mention or markup."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]()#+!|<>&@~:" else char for char in text)
