"""The package behind the pages. ``define_env`` binds the macros that pages call; everything else lives in the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Env(Protocol):
    """The part of the macros plugin that is used here."""

    conf: Any
    page: Any

    def macro(self, function: Callable[..., str]) -> Callable[..., str]: ...


def define_env(env: Env) -> None:
    """Bind the macros."""
    # Not at the top: the check imports this package without MkDocs or Jinja.
    from macros.website.adapter.handover import records_of  # noqa: PLC0415
    from macros.website.printer import Printer  # noqa: PLC0415

    extra = env.conf["extra"]
    printer = Printer(records_of(extra), extra["lang"], extra["repository"] or "", extra["branch"])

    @env.macro
    def show(template: str, record: str = "") -> str:
        """Return the body of a generated page (``show("partner", "kawasaki")``) or the home page (``show("home")``)."""
        return printer.show(template, record, _depth(env.page))

    @env.macro
    def cite(document: str, locator: str) -> str:
        """Return a citation for a paragraph of a background page: ``cite("scheme-2887", "Phần V, mục I")``."""
        return printer.cite(document, locator, _depth(env.page))

    @env.macro
    def crumbs(title: str) -> str:
        """The breadcrumbs of a hand-written page."""
        return printer.crumbs(title, env.page.url, _depth(env.page))

    @env.macro
    def picture(name: str) -> str:
        """Return a screenshot in a guide: ``picture("agreement-form")``. They are taken by scripts/screenshots.py."""
        return printer.picture(name, _depth(env.page))


def _depth(page: Any) -> int:
    """Return the number of folders between the root of a language and the place that links in a page start from.

    In MkDocs that is the page's address. Zensical moves links from the page's source, so there it is the source.
    """
    return int(page.url.count("/")) if hasattr(page, "file") else int(page.path.count("/"))
