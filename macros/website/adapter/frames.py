"""Frames: the theme's markup around a record, printed once for all pages of a shape.

It differs from page to page in few values only: title, description, address, head, content, foot, brief. So it is
printed with marks in their places, and each page fills the marks. A test compares the result with the theme's own page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from macros.website.adapter.generated_page import GeneratedPage

# Stand for a page's own values. The theme prints its own heading for content that has none.
MARKS: Final[Mapping[str, str]] = {
    name: f"zq{name}qz" for name in ("name", "title", "description", "head", "foot", "brief", "content")
} | {"content": '<h1 id="zqcontentqz"></h1>'}
_MARK: Final = re.compile("|".join(re.escape(mark) for mark in MARKS.values()))
_NAMES: Final = {mark: name for name, mark in MARKS.items()}
_SCRIPT: Final = re.compile("<script", re.IGNORECASE)

# Turns the source of a whole page, which will stand at a path, into what is published.
Finish = Callable[[str, str], str]


class Frames:
    """The frames of one build, by the shape of their pages."""

    def __init__(self, finish: Finish) -> None:
        """Begin without frames.

        Args:
            finish: makes what is published of a whole page and its path.
        """
        self._finish = finish
        self._known: dict[tuple[Any, ...], list[str]] = {}

    @pass_context
    def filled(self, context: Context, page: GeneratedPage) -> str:
        """Return the whole page, finished.

        Args:
            context: that of the template; head, foot and brief are in it.
            page: the page, whose content is made.
        """
        folder, _, name = page.shown.url.rstrip("/").rpartition("/")
        values = {
            "name": name,
            "title": page.meta["title"],
            "description": page.meta["description"],
            "head": context["head"],
            "foot": context["foot"],
            "brief": context["brief"],
            "content": page.content or "",
        }
        # The policy of a frame is that of the theme's scripts; a page that holds others is judged as a whole.
        if len(_SCRIPT.findall("".join(values.values()))) != len(_SCRIPT.findall(values["head"])):
            return self._printed(context, {}, page.file.dest_uri)
        shape = (folder, page.canonical_url is None, *page.meta["hide"], *page.headings[1:])
        if shape not in self._known:
            self._known[shape] = self._frame(context, page, folder)
        return "".join(values[_NAMES[piece]] if piece in _NAMES else piece for piece in self._known[shape])

    def _frame(self, context: Context, page: GeneratedPage, folder: str) -> list[str]:
        """Return the theme's page with marks, cut at the marks."""
        config: MkDocsConfig = context["config"]
        file = File.generated(config, f"{folder}/{MARKS['name']}.md".lstrip("/"), content="")
        marked = GeneratedPage(None, file, config, page.shown, str)
        marked.markdown = ""
        marked.meta = {**page.meta, "title": MARKS["title"], "description": MARKS["description"]}
        marked.content, marked.toc = MARKS["content"], page.toc
        if page.canonical_url is None:
            marked.canonical_url = None
        own = {"page": marked, **{name: MARKS[name] for name in ("head", "foot", "brief")}}
        source = self._printed(context, own, page.file.dest_uri)
        found, end = [], 0
        for mark in _MARK.finditer(source):
            found += [source[end : mark.start()], mark[0]]
            end = mark.end()
        return [*found, source[end:]]

    def _printed(self, context: Context, own: Mapping[str, Any], path: str) -> str:
        template = context.environment.get_template("main.html")
        return self._finish(template.render({**context.get_all(), **own}), path)
