"""MkDocs events: put the generated pages among the files, and hand the theme what its footer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from macros.escape import escape
from macros.interface import texts
from macros.pages import pages
from macros.render import BrokenData, Printer, catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


# Before the macros plugin, which joins the records itself.
@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read the data anew (``mkdocs serve`` builds many times), and escape what the theme's overrides print."""
    catalogue.cache_clear()
    try:
        catalogue()
    except BrokenData as reason:
        raise PluginError(str(reason)) from reason
    lang = config.extra["lang"]
    t = texts(lang)
    printer = Printer(catalogue(), lang)
    as_of = t["foot"]["as_of"].format(date=printer.date(catalogue().as_of))
    config.extra["foot"] = {
        "as_of": escape(as_of),
        "as_of_date": catalogue().as_of.isoformat(),
        "rejudged": escape(t["foot"]["rejudged"].format(date=printer.date(catalogue().as_of))),
        "old": escape(t["foot"]["old"]),
        "address": escape(t["foot"]["address"]),
        "built": escape(t["foot"]["built"].format(time=printer.built())),
        "unofficial": escape(t["foot"]["unofficial"]),
        "repository": escape(t["foot"]["repository"]),
    }
    config.extra["language"] = t["language"]
    config.extra["not_found"] = {code: texts(code)["not_found"] for code in ("vi", "en")}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a stub for every record; the navigation may then name the index pages."""
    for page in pages(catalogue(), config.extra["lang"]):
        files.append(File.generated(config, page.path, content=page.stub()))
    return files
