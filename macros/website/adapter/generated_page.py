"""Generated pages within MkDocs: what a stub would come to, without Markdown to convert, and the theme printed once.

What the theme prints around a record differs from page to page in few values only: title, description, address, head,
content, foot. So it is printed once for all pages of a shape, with marks in their places, which each page then fills.
A test compares the result with the theme's own, page by page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.views import page
from macros.website.adapter import outline

# The override that prints a page which fills a frame.
TEMPLATE: Final = "framed.html"
# The override that prints nothing, for a page that is as it was built last; MkDocs writes no empty page.
LEFT: Final = "left.html"
# What stands for a page's own values. The theme prints its own heading for content that has none.
MARKS: Final[Mapping[str, str]] = {
    name: f"zq{name}qz" for name in ("name", "title", "description", "head", "foot", "content")
} | {"content": '<h1 id="zqcontentqz"></h1>'}
_MARK: Final = re.compile("|".join(re.escape(mark) for mark in MARKS.values()))
_NAMES: Final = {mark: name for name, mark in MARKS.items()}
# What pages say to MkDocs besides their front matter: those that the theme prints, that fill a frame, that are left.
_WHOLE: Final[Mapping[str, Any]] = {"render_macros": False}
_FRAMED: Final[Mapping[str, Any]] = {**_WHOLE, "template": TEMPLATE}
_LEFT: Final[Mapping[str, Any]] = {**_WHOLE, "template": LEFT}
_SCRIPT: Final = re.compile("<script", re.IGNORECASE)

Frame = tuple[str | None, ...]
# Turns the source of a whole page, which will stand at a path, into what is published.
Finish = Callable[[str, str], str]


class Frames:
    """The frames of a build by shape, and how a whole page is finished."""

    def __init__(self, finish: Finish) -> None:
        self.finish = finish
        self.known: dict[tuple[Any, ...], list[str]] = {}


class GeneratedPage(Page):
    """A page that records make. Its content is made when it is built, so that not all are held at once."""

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
            framed: whether it fills a frame; the navigation has no such page.
            linked: whether a page written by hand may lead to its anchors.
        """
        self.shown = shown
        self.left = False
        self._body = body
        self._framed = framed
        self._own = _FRAMED if framed else _WHOLE
        self._linked = linked
        self._headings: list[outline.Heading] = []
        super().__init__(title, file, config)

    def leave(self, anchors: frozenset[str]) -> None:
        """Do not build the page: it is as it was. MkDocs may have to know it and its anchors nevertheless."""
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
        self.content, self._headings = outline.to_html(self._body())
        if self._linked:
            self.present_anchor_ids = outline.anchors(self.content)
        self.toc = contents(self._headings)

    def release(self) -> None:
        """Forget the content of a page that is written, and what no other page asks for."""
        self.content, self._headings = "", []
        self.toc = contents([])
        if self._framed:
            self.meta = {}

    @pass_context
    def in_frame(self, context: Context, frames: Frames) -> str:
        """The whole page, finished.

        Args:
            context: that of the template; head and foot are in it.
            frames: those of this build.
        """
        folder, _, name = self.shown.url.rstrip("/").rpartition("/")
        values = {
            "name": name,
            "title": self.meta["title"],
            "description": self.meta["description"],
            "head": context["head"],
            "foot": context["foot"],
            "content": self.content or "",
        }
        # The policy of a frame is that of the theme's scripts; a page that holds others is judged as a whole.
        if len(_SCRIPT.findall("".join(values.values()))) != len(_SCRIPT.findall(values["head"])):
            return frames.finish(
                context.environment.get_template("main.html").render(context.get_all()), self.file.dest_uri
            )
        shape = (folder, self.canonical_url is None, *self.meta["hide"], *self._headings[1:])
        if shape not in frames.known:
            frames.known[shape] = self._frame(context, frames, folder)
        frame = frames.known[shape]
        return "".join(values[_NAMES[piece]] if piece in _NAMES else piece for piece in frame)

    def _frame(self, context: Context, frames: Frames, folder: str) -> list[str]:
        """The theme's page with marks, cut at the marks."""
        config: MkDocsConfig = context["config"]
        file = File.generated(config, f"{folder}/{MARKS['name']}.md".lstrip("/"), content="")
        page = GeneratedPage(None, file, config, self.shown, str)
        page.markdown = ""
        page.meta = {**self.meta, "title": MARKS["title"], "description": MARKS["description"]}
        page.content, page.toc = MARKS["content"], self.toc
        if self.canonical_url is None:
            page.canonical_url = None
        own = {"page": page, "head": MARKS["head"], "foot": MARKS["foot"]}
        source = frames.finish(
            context.environment.get_template("main.html").render(context.get_all() | own), self.file.dest_uri
        )
        found, end = [], 0
        for mark in _MARK.finditer(source):
            found += [source[end : mark.start()], mark[0]]
            end = mark.end()
        return [*found, source[end:]]


def contents(headings: list[outline.Heading]) -> TableOfContents:
    """The headings as MkDocs' table of contents, each below the last one of a higher level."""
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
