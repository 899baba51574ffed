"""MkDocs events: put the generated pages among the files, tell the theme its footer, write the search index."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from macros.about_page import About, trail
from macros.dates import build_day
from macros.escape import escape
from macros.export import addresses
from macros.interface import texts
from macros.pages import Page, pages
from macros.render import BrokenData, Printer, catalogue
from macros.search_index import Entry, entries
from macros.text import Lang

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as BuiltPage

# Prints what the theme puts around a page's content, in the language that is being built.
_printers: Final[dict[str, Printer]] = {}
# What is gathered during a build: the generated pages by their source path, and the entries of the search index.
_generated: Final[dict[str, Page]] = {}
_searched: Final[list[Entry]] = []


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
    printer = Printer(catalogue(), lang, config.extra["repository"] or "", config.extra["branch"])
    _printers[lang] = printer
    as_of = t["foot"]["as_of"].format(date=printer.date(catalogue().as_of))
    built, spoken = build_day(), catalogue().as_of
    other_day = t["in-force"]["other_day"].format(date=printer.date(spoken), built=printer.date(built))
    config.extra["foot"] = {
        "other_day": escape(other_day) if spoken != built else "",
        "as_of": escape(as_of),
        "as_of_date": catalogue().as_of.isoformat(),
        "rejudged": escape(t["foot"]["rejudged"].format(date=printer.date(catalogue().as_of))),
        "old": escape(t["foot"]["old"]),
        "address": escape(t["foot"]["address"]),
        "built": escape(t["foot"]["built"].format(time=printer.built())),
        "unofficial": escape(t["foot"]["unofficial"]),
        "repository": escape(t["foot"]["repository"]),
    }
    feed = addresses.feed("", "", lang) or ""
    config.extra["feed"] = {"title": escape(t["changes"]["feed"]), "path": feed.removeprefix(addresses.root(lang))}
    config.extra["language"] = t["language"]
    config.extra["not_found"] = {code: texts(code)["not_found"] for code in ("vi", "en")}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a stub for every record; the navigation may then name the index pages."""
    _generated.clear()
    _searched.clear()
    for page in pages(catalogue(), config.extra["lang"]):
        _generated[page.path] = page
        files.append(File.generated(config, page.path, content=page.stub()))
    return files


# Before the theme's search plugin, whose own indexing is not needed.
@event_priority(100)
def on_page_context(context: dict[str, Any], page: BuiltPage, config: MkDocsConfig, nav: object) -> None:  # noqa: ARG001
    """Prepare the page's head and foot, and index it for the search."""
    generated = _generated.get(page.file.src_uri)
    about = _about(page, config, generated)
    context["head"] = _printers[about.lang].head(about)
    context["foot"] = _printers[about.lang].foot(about)
    if not about.published:
        page.canonical_url = None
    if not (page.meta.get("search") or {}).get("exclude"):
        titles = [html.unescape(str(title)) for title in (page.meta.get("title"), page.title) if title]
        _searched.extend(entries(catalogue(), generated, page.url, list(dict.fromkeys(titles)), page.content or ""))
    page.meta["search"] = {"exclude": True}


def _about(page: BuiltPage, config: MkDocsConfig, generated: Page | None) -> About:
    lang: Lang = config.extra["lang"]
    home = config.site_url or ""
    title = html.unescape(str(page.meta.get("title") or page.title))
    return About(
        lang,
        home.removesuffix(addresses.root(lang)),
        page.url.removeprefix("./"),
        title,
        html.unescape(str(page.meta.get("description") or config.site_description)),
        (Path("docs", lang) / page.file.src_uri).as_posix(),
        generated,
        trail(page.content or "", home + page.url),
    )


# After the theme's search plugin, which writes the same file with its settings.
@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index."""
    path = Path(config.site_dir) / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8")) | {"docs": _searched}
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
