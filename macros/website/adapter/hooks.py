"""MkDocs events: put the generated pages among the files, tell the theme its words, finish pages, index them."""

from __future__ import annotations

import functools
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from macros.base.clock import build_day
from macros.base.escape import escape
from macros.base.languages import Lang
from macros.base.system import cache
from macros.base.words import texts
from macros.catalogue.dependencies import Asked, Traced, ordered, plain, tracing
from macros.publish import reuse
from macros.publish.reuse import Made
from macros.views import addresses
from macros.views.page_list import pages
from macros.website.adapter import outline
from macros.website.adapter.content_policy import Refused, protect
from macros.website.adapter.generated_page import LEFT, TEMPLATE, Frames, GeneratedPage
from macros.website.adapter.theme_fixes import NotFound, mend
from macros.website.frame.page_info import About, trail
from macros.website.printer import Printer
from macros.website.project_records import BrokenData, catalogue
from macros.website.search_index import ENTRIES, SETTINGS, Gathered, entries

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as BuiltPage

    from macros.views.page import Page

# Our search index, and the theme's file for Vietnamese, in whose place its worker loads it.
_SEARCH_INDEX: Final = "assets/javascripts/workers/accent_folding_index.js"
_LOADED_AS: Final = "assets/javascripts/lunr/min/lunr.vi.min.js"
# The theme's own search in every language: 700 KB that no page asks for.
_UNUSED: Final = re.compile(r"assets/javascripts/lunr/(?!min/lunr\.stemmer\.support\.min\.js$).*")
# Prints what the theme puts around a page's content, in the language that is being built.
_printers: Final[dict[str, Printer]] = {}
# What preparing the printer asked of the records, which every page depends on.
_asked: Final[set[Asked]] = set()
# What is gathered during a build: the frames of pages and the entries of the search by language, the addresses of all
# pages below the language's root, and what could not be finished.
_frames: Final[dict[str, Frames]] = {}
_searched: Final[dict[str, Gathered]] = {}
_addresses: Final[list[str]] = []
_wrong: Final[list[str]] = []
# Names of Markdown files, as pages written by hand link to them.
_LINKED: Final = re.compile(r"([\w-]+\.md)\b")
# Whether this is MkDocs' own server, whose reloading script a page's policy would refuse.
_serving: Final[list[bool]] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Remember what MkDocs was asked to do."""
    _serving[:] = [command == "serve"]


# Before the macros plugin, which joins the records itself.
@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read the data anew (``mkdocs serve`` builds many times), and escape what the theme's overrides print."""
    try:
        catalogue(anew=True)
    except BrokenData as reason:
        raise PluginError(str(reason)) from reason
    lang = config.extra["lang"]
    t = texts(lang)
    with tracing(catalogue()) as asked:
        printer = Printer(catalogue(), lang, config.extra["repository"] or "", config.extra["branch"])
    _asked.clear()
    _asked.update(asked)
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
        "licences": escape(t["licences"]["index_title"]),
    }
    feed = addresses.feed("", "", lang) or ""
    config.extra["feed"] = {"title": escape(t["changes"]["feed"]), "path": feed.removeprefix(addresses.root(lang))}
    config.extra["search_failed"] = escape(t["theme"]["search_failed"])
    config.extra["language"] = t["language"]
    config.extra["not_found"] = {code: texts(code)["not_found"] for code in ("vi", "en")}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every record; the navigation may then name the index pages.

    Those that are as they were built last are left out, unless MkDocs has to know them because others lead there.
    """
    for file in [file for file in files if _UNUSED.fullmatch(file.src_uri)]:
        files.remove(file)
    files.src_uris[_SEARCH_INDEX].dest_uri = _LOADED_AS
    lang = config.extra["lang"]
    _wrong.clear()
    _frames[lang] = Frames(functools.partial(_finished, lang))
    titles = dict(_navigation(config.nav))
    written = [file for file in files if file.is_documentation_page()]
    links = {name for file in written for name in _LINKED.findall(file.content_string)}
    listed = pages(plain(catalogue()), lang)
    # The order of the search index and of the site map, whatever is built.
    _searched[lang] = Gathered([*(file.src_uri for file in written), *(page.path for page in listed)])
    _addresses[:] = [*(file.url.removeprefix("./") for file in written), *(page.url for page in listed)]
    printer = _printers[lang]
    for page in listed:
        before, linked = reuse.unchanged.get(page.path), page.path.rpartition("/")[2] in links
        if before:
            _searched[lang].put(page.path, before.searched)
        if before and page.path not in titles and not linked:
            continue
        file = File.generated(config, page.path, content="")
        body = functools.partial(printer.show, page.template, page.record, page.url.count("/"))
        own = GeneratedPage(titles.get(page.path), file, config, page, body, framed=bool(page.record), linked=linked)
        if before:
            own.leave(before.anchors)
        files.append(file)
    return files


def _navigation(items: Any) -> Iterator[tuple[str, str | None]]:
    """The pages that the navigation names, each with its title there, if it has one."""
    for item in items or []:
        for title, found in item.items() if isinstance(item, dict) else [(None, item)]:
            if isinstance(found, str):
                yield found, title
            else:
                yield from _navigation(found)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Let the theme's templates be compiled once."""
    env.bytecode_cache = cache.compiled_templates()


# Before the theme's search plugin, whose own indexing is not needed.
@event_priority(100)
def on_page_context(context: dict[str, Any], page: BuiltPage, config: MkDocsConfig, nav: object) -> None:  # noqa: ARG001
    """Make a generated page's content, prepare the page's head and foot, and index it for the search."""
    if isinstance(page, GeneratedPage) and page.left:
        page.meta["search"] = {"exclude": True}
        return
    with tracing(catalogue()) as asked:
        generated = None
        if isinstance(page, GeneratedPage):
            generated = page.shown
            page.make()
        unsearched = (page.meta.get("search") or {}).get("exclude")
        page.meta["search"] = {"exclude": True}
        about = _about(page, config, generated)
        context["frames"] = _frames[about.lang]
        context["head"] = _printers[about.lang].head(about)
        context["foot"] = _printers[about.lang].foot(about)
        if not about.published:
            page.canonical_url = None
        searched = b""
        if not unsearched:
            titles = [html.unescape(str(title)) for title in (page.meta.get("title"), page.title) if title]
            found = entries(catalogue(), generated, page.url, list(dict.fromkeys(titles)), page.content or "")
            searched = _json(found)[1:-1].encode()
            _searched[about.lang].put(page.file.src_uri, searched)
    if generated is not None and isinstance(catalogue(), Traced):
        anchors = frozenset(outline.anchors(page.content or ""))
        reuse.made[generated.path] = Made(ordered(asked | _asked), anchors, searched)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:  # noqa: ARG001
    """The site map lists every page, whether it is built now or was before."""
    if template_name == "sitemap.xml":
        context["addresses"] = _addresses


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


# After whatever else may change a page.
@event_priority(-100)
def on_post_page(output: str, page: BuiltPage, config: MkDocsConfig) -> str:
    """Finish a page; those that fill a frame are finished."""
    if page.meta.get("template") not in {TEMPLATE, LEFT}:
        output = _finished(config.extra["lang"], output, page.file.dest_uri)
    if isinstance(page, GeneratedPage):
        page.release()
    return output


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the page for missing addresses."""
    is_page = template_name.endswith(".html")
    return _finished(config.extra["lang"], output_content, template_name) if is_page else output_content


def _finished(lang: Lang, source: str, path: str) -> str:
    """A page with the theme's errors mended and its policy; what cannot be is kept for the end of the build."""
    try:
        mended = mend(source, lang)
        return mended if _serving == [True] else protect(mended)
    except (NotFound, Refused) as reason:
        _wrong.append(f"{addresses.root(lang)}{path}: {reason}")
        return source


# After the theme's search plugin, which writes the same file with its settings.
@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search's entries, unless a page could not be finished.

    The theme's own file has its settings only: every page fetches it.
    """
    if _wrong:
        raise PluginError("\n".join(_wrong[:50]))
    folder = Path(config.site_dir) / "search"
    settings = folder / SETTINGS
    index = json.loads(settings.read_text(encoding="utf-8")) | {"docs": []}
    settings.write_text(_json(index), encoding="utf-8")
    _searched[config.extra["lang"]].write(folder / ENTRIES)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
