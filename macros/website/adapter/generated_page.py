"""Generated pages within MkDocs: the page that a stub would become, without Markdown to convert.

Their content is made when they are built, so that not all of it is held at once. Pages of records fill a frame
(:mod:`macros.website.adapter.frames`); the others are printed by the theme.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.views import page
from macros.website.adapter import outline

# The override that prints a page which fills a frame.
FRAMED: Final = "framed.html"
# The override that prints nothing, for a page that is as it was built before; MkDocs writes no empty page.
LEFT: Final = "left.html"
# Front matter for MkDocs besides the page's own: of a page that the theme prints, that fills a frame, that is left.
_WHOLE: Final[Mapping[str, Any]] = {"render_macros": False}
_FRAMED: Final[Mapping[str, Any]] = {**_WHOLE, "template": FRAMED}
_LEFT: Final[Mapping[str, Any]] = {**_WHOLE, "template": LEFT}


class GeneratedPage(Page):
    """A page made from records.

    Attributes:
        shown: what the page shows.
        left: set for a page that is not built, because it is as it was.
        headings: the headings of the content, while there is content.
    """

    def __init__(
        self,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        shown: page.Page,
        body: Callable[[], str],
        *,
        framed: bool = False,
        linked: bool = False,
    ) -> None:
        """Prepare a page.

        Args:
            title: as the navigation has it, where it does.
            file: the page's, without content.
            config: that of the build.
            shown: what the page shows.
            body: makes its content.
            framed: it fills a frame; the navigation has no such page.
            linked: a page written by hand may lead to its anchors.
        """
        self.shown = shown
        self.left = False
        self.headings: list[outline.Heading] = []
        self._body = body
        self._framed = framed
        self._own = _FRAMED if framed else _WHOLE
        self._linked = linked
        super().__init__(title, file, config)

    def leave(self, anchors: frozenset[str]) -> None:
        """Keep MkDocs from building the page, which is as it was; it still knows the page and its anchors."""
        self.left = True
        self._own = _LEFT
        self.present_anchor_ids = set(anchors)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.markdown = ""
        # The navigation asks for titles before pages are made; thousands of others need no more than how to print them.
        self.meta = {**self._own} if self._framed else {**self.shown.meta(), **self._own}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content = ""

    def make(self) -> None:
        """Make the content, its table of contents and the front matter."""
        self.meta = {**self.shown.meta(), **self._own}
        self.content, self.headings = outline.to_html(self._body())
        if self._linked:
            self.present_anchor_ids = outline.anchors(self.content)
        self.toc = contents(self.headings)

    def release(self) -> None:
        """Forget the content of a page that is written, and what no other page asks for."""
        self.content, self.headings = "", []
        self.toc = contents([])
        if self._framed:
            self.meta = {}


def contents(headings: list[outline.Heading]) -> TableOfContents:
    """Return the headings as MkDocs' table of contents, each below the last one of a higher level."""
    top: list[AnchorLink] = []
    open_: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.text, heading.anchor, heading.level)
        while open_ and open_[-1].level >= link.level:
            open_.pop()
        (open_[-1].children if open_ else top).append(link)
        open_.append(link)
    if top:
        top[0].active = True  # type: ignore[attr-defined] # as MkDocs marks the first one
    return TableOfContents(top)
