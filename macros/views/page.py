"""A page that the records make, as it is handed to the site generator: path, template, front matter."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from macros.base.escape import escape


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page.

    Attributes:
        path: the path of its Markdown source.
        template: the template that prints it.
        record: the id of the record, year, report or form that it shows; empty for a list.
        title: its title.
        description: one sentence, for search engines and lists of pages.
        lists: the kind of the records that a list shows; empty for other pages.
        contents: the page shows a table of contents.
        searched: the search of the site knows the page.
        retired: the record that it shows was retired.
    """

    path: str
    template: str
    record: str
    title: str
    description: str
    lists: str = ""
    contents: bool = True
    searched: bool = True
    retired: bool = False

    @property
    def url(self) -> str:
        """The address below the root of its language."""
        return self.path.removesuffix("index.md") if self.path.endswith("/index.md") else f"{self.path[:-3]}/"

    @property
    def kind(self) -> str:
        """The kind of the records that the page shows; empty for a page about none in particular."""
        return self.template if self.record else self.lists

    def meta(self) -> dict[str, Any]:
        """Return the front matter.

        Titles and descriptions are data; they are entity-encoded, because front matter reaches Jinja and the theme.
        """
        hide = [] if self.contents else ["toc"]
        meta = {"title": str(escape(self.title)), "description": str(escape(self.description)), "hide": hide}
        return meta if self.searched else meta | {"search": {"exclude": True}}

    def stub(self) -> str:
        """Return the Markdown source: front matter and one macro call."""
        front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in self.meta().items())
        return f'---\n{front}---\n{{{{ show("{self.template}", "{self.record}") }}}}\n'
