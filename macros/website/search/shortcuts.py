"""Shortcuts: the pages that everyday words and commands mean, such as “overdue”, “cite” or “download Excel”.

The words stand with the interface's (``search.shortcuts`` in macros/base/words), in the order of the list below. They
are looked for like names and are not shown. Both languages are known in either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.views import addresses


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a shortcut leads to.

    Attributes:
        page: the address of the page below the root of its language.
        view: the query of a register, such as ``status=overdue``; empty for the page as it is.
        section: the anchor of a section; empty for the page's beginning.
    """

    page: str
    view: str = ""
    section: str = ""

    @property
    def whole_page(self) -> bool:
        return not self.view and not self.section

    @property
    def location(self) -> str:
        """The address as an entry of its own: an empty query keeps a section apart from its page's entries.

        workers/search_when_asked.js knows it by that.
        """
        query = f"?{self.view}" if self.view or self.section else ""
        return f"{self.page}{query}" + (f"#{self.section}" if self.section else "")


TARGETS: Final[Mapping[str, Target]] = {
    "overdue": Target(addresses.index("task"), view="status=overdue"),
    "deadlines": Target(addresses.index("task")),
    "expired": Target(addresses.index("agreement"), view="status=expired"),
    "in-force": Target(addresses.index("agreement"), view="status=in-force"),
    "incentives": Target(addresses.index("invest")),
    "excel": Target(addresses.index("data"), section="all"),
    "cite": Target(addresses.index("data"), section="licence"),
    "api": Target(addresses.index("data"), section="api"),
    "news": Target(addresses.index("changes")),
    "follow": Target(addresses.index("follow")),
    "report": Target(f"{addresses.index('contribute')}progress/"),
    "mistake": Target(f"{addresses.index('contribute')}mistake/"),
    "disagreements": Target(addresses.index("conflict")),
}
"""The places by the keys of their words."""


def page_words(url: str) -> Iterator[str]:
    """Yield the everyday words that mean a page as a whole."""
    for name, target in TARGETS.items():
        if target.whole_page and target.page == url:
            for lang in LANGS:
                yield from _words(lang)[name]["words"]


def parts(url: str, lang: Lang) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield the shortcuts to a view or a section of a page: location, title, text, and the words that mean it."""
    for name, target in TARGETS.items():
        if target.page == url and not target.whole_page:
            own = _words(lang)[name]
            yield (
                target.location,
                own["title"],
                own["text"],
                [word for code in LANGS for word in _words(code)[name]["words"]],
            )


def _words(lang: Lang) -> Mapping[str, Any]:
    found: Mapping[str, Any] = texts(lang)["search"]["shortcuts"]
    return found
