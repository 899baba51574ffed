"""Files of a build: generated pages are added, and files of the theme that no page asks for are taken out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from macros.base.system.leftovers import is_leftover
from macros.catalogue.dependencies import plain
from macros.views.page import Page
from macros.views.page_list import pages
from macros.website.adapter.generated_page import GeneratedPage
from macros.website.adapter.language_build import LanguageBuild

# Our search index, and the theme's file for Vietnamese, in whose place its worker loads it.
_SEARCH_INDEX: Final = "assets/javascripts/workers/accent_folding_index.js"
_LOADED_AS: Final = "assets/javascripts/lunr/min/lunr.vi.min.js"
# The theme's own search in every language: 700 KB that no page asks for.
_UNUSED: Final = re.compile(r"assets/javascripts/lunr/(?!min/lunr\.stemmer\.support\.min\.js$).*")
# Names of Markdown files, as pages written by hand link to them.
_LINKED: Final = re.compile(r"(?<![\w-])([\w-]+\.md)\b")


def add_pages(files: Files, config: MkDocsConfig, build: LanguageBuild) -> None:
    """Add a page for every record to the files, before MkDocs reads the navigation, which names the index pages.

    Unchanged pages are not added, unless MkDocs has to know them: the navigation or a hand-written page leads there.
    """
    for file in [file for file in files if _UNUSED.fullmatch(file.src_uri) or is_leftover(file.src_uri, "")]:
        files.remove(file)
    files.src_uris[_SEARCH_INDEX].dest_uri = _LOADED_AS
    titles = dict(_navigation(config.nav))
    written = [file for file in files if file.is_documentation_page()]
    links = {name for file in written for name in _LINKED.findall(file.content_string)}
    listed = pages(plain(build.records), build.lang)
    # The order of the search index and of the site map, whatever is built.
    build.list_pages(
        {file.src_uri: file.url.removeprefix("./") for file in written} | {page.path: page.url for page in listed}
    )
    for page in listed:
        before, linked = build.unchanged.get(page.path), page.path.rpartition("/")[2] in links
        if before and page.path not in titles and not linked:
            continue
        own = _generated(page, config, build, titles.get(page.path), linked=linked)
        if before:
            own.leave(before.anchors)
        files.append(own.file)


def _generated(
    page: Page, config: MkDocsConfig, build: LanguageBuild, title: str | None, *, linked: bool
) -> GeneratedPage:
    file = File.generated(config, page.path, content="")
    body = functools.partial(build.printer.show, page.template, page.record, page.url.count("/"))
    return GeneratedPage(title, file, config, page, body, framed=bool(page.record), linked=linked)


def _navigation(items: Any) -> Iterator[tuple[str, str | None]]:
    """Yield the source path of each page that the navigation names, and its title there, if it has one."""
    for item in items or []:
        for title, found in item.items() if isinstance(item, dict) else [(None, item)]:
            if isinstance(found, str):
                yield found, title
            else:
                yield from _navigation(found)
