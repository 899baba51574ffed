"""One build of one language: the state that the events of MkDocs share while it runs."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.base.languages import Lang
from macros.base.system import progress
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import Traced, ordered, tracing
from macros.views import addresses
from macros.views import page as views_page
from macros.views.trails import trail, trail_of_written
from macros.website.adapter import cards, outline, redirects
from macros.website.adapter.content_policy import Refused, protect
from macros.website.adapter.frames import Frames
from macros.website.adapter.generated_page import GeneratedPage
from macros.website.adapter.handover import Handover, PageResult
from macros.website.adapter.site_map import SiteMap
from macros.website.adapter.theme_fixes import NotFound, mend
from macros.website.frame.page_info import About
from macros.website.printer import Printer
from macros.website.search.entries import entries
from macros.website.search.files import ENTRIES, SETTINGS, GatheredEntries

# Number of faults that are named when a build ends without a site.
_NAMED: Final = 50


class LanguageBuild:
    """State of a build.

    Attributes:
        lang: the language of the pages.
        records: the joined records.
        unchanged: pages that need not be built, by source path.
        printer: prints what pages hold.
        frames: what the theme prints around records.
        addresses: those of all pages below the language's root, built now or before.
        site_map: the navigation, once MkDocs has read it.
    """

    def __init__(self, config: MkDocsConfig, handover: Handover, *, served: bool) -> None:
        """Prepare the printer.

        Args:
            config: that of the build.
            handover: what to build, and where results go.
            served: the pages are for MkDocs' own server, whose reloading script their policy would refuse.
        """
        extra = config.extra
        self.lang: Lang = extra["lang"]
        self.records: Catalogue = handover.records
        self.unchanged: Mapping[str, PageResult] = handover.unchanged
        # Every page depends on what preparing the printer asks of the records.
        with tracing(self.records) as self._asked:
            self.printer = Printer(self.records, self.lang, extra["repository"] or "", extra["branch"])
        self.frames = Frames(self.finished)
        self.addresses: list[str] = []
        self.site_map: SiteMap | None = None
        self._handover = handover
        self._served = served
        self._searched: GatheredEntries | None = None
        self._faults: list[str] = []

    def list_pages(self, listed: Mapping[str, str]) -> None:
        """State all pages, in the order of the search index and the site map.

        Args:
            listed: their addresses by source path; what the search knows of unchanged ones is there already.
        """
        self.addresses = list(listed.values())
        self._searched = GatheredEntries(listed)
        progress.expect(len(listed) - len(self.unchanged))
        for path, before in self.unchanged.items():
            self._searched.put(path, before.searched)

    def prepare(self, page: Page, config: MkDocsConfig) -> dict[str, Any]:
        """Make a generated page's content, and index a page for the search.

        Returns:
            What the templates print around the content: ``head``, ``foot`` and ``brief``, ``site_map`` and ``frames``.
        """
        with tracing(self.records) as asked:
            if isinstance(page, GeneratedPage):
                page.make()
            about = self._about(page, config)
            context = {
                "frames": self.frames,
                "site_map": self.site_map,
                "head": self.printer.head(about),
                "foot": self.printer.foot(about),
                "brief": self.printer.brief(about),
            }
            if not about.published:
                page.canonical_url = None
            searched = self._index(page, about.generated)
        if about.generated is not None and isinstance(self.records, Traced):
            anchors = frozenset(outline.anchors(page.content or ""))
            self._handover.results[about.generated.path] = PageResult(ordered(asked | self._asked), anchors, searched)
        progress.done()
        return context

    def _about(self, page: Page, config: MkDocsConfig) -> About:
        shown = page.shown if isinstance(page, GeneratedPage) else None
        title = html.unescape(str(page.meta.get("title") or page.title))
        path = page.url.removeprefix("./")
        return About(
            lang=self.lang,
            site=(config.site_url or "").removesuffix(addresses.root(self.lang)),
            path=path,
            title=title,
            description=html.unescape(str(page.meta.get("description") or config.site_description)),
            file=(Path("docs", self.lang) / page.file.src_uri).as_posix(),
            generated=shown,
            trail=trail(shown, self.records, self.lang) if shown else trail_of_written(title, path, self.lang),
        )

    def _index(self, page: Page, shown: views_page.Page | None) -> bytes:
        """Gather a page's entries for the search, unless it asks to be left out. The theme's indexer gets none."""
        unsearched = (page.meta.get("search") or {}).get("exclude")
        page.meta["search"] = {"exclude": True}
        if unsearched:
            return b""
        titles = [html.unescape(str(title)) for title in (page.meta.get("title"), page.title) if title]
        found = entries(self.records, shown, page.url, list(dict.fromkeys(titles)), page.content or "", self.lang)
        searched = _json(found)[1:-1].encode()
        assert self._searched is not None
        self._searched.put(page.file.src_uri, searched)
        return searched

    def finished(self, source: str, path: str) -> str:
        """Return a whole page with the theme's errors mended, and its policy.

        A page that cannot be finished is returned as it is; :meth:`faults` names it at the end of the build.

        Args:
            source: the page as the theme prints it.
            path: where it will stand below the language's root.
        """
        try:
            mended = mend(source, self.lang)
            return mended if self._served else protect(mended)
        except (NotFound, Refused) as reason:
            self._faults.append(f"{addresses.root(self.lang)}{path}: {reason}")
            return source

    def faults(self) -> str:
        """Return the pages that could not be finished, one on a line; empty where there are none."""
        return "\n".join(self._faults[:_NAMED])

    def close(self, site: Path) -> None:
        """Write the search's entries, the redirects and the cards below the built site: the build is finished.

        The theme's own file, which every page fetches, keeps its settings only.
        """
        settings = site / "search" / SETTINGS
        index = json.loads(settings.read_text(encoding="utf-8")) | {"docs": []}
        settings.write_text(_json(index), encoding="utf-8")
        assert self._searched is not None
        self._searched.write(site / "search" / ENTRIES)
        redirects.write(self.printer, site)
        cards.write(self.printer, site)
        self._handover.finished = True


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
