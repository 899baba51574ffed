"""Budgets: the largest sizes of what is published, in bytes, gzipped as a reader fetches it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

from macros.publish.gate.page import BuiltPage
from macros.views import addresses

KB: Final = 1024


@dataclass(frozen=True, slots=True)
class Budget:
    """Largest size of a sort of page, with so much more for what it gathers.

    Attributes:
        pages: matches the paths of such pages, below their language's root.
        page: allowed for a page as such.
        reason: why so much.
        row: allowed for each row.
        link: allowed for each link in the article.
        option: allowed for each name to choose from.
    """

    pages: re.Pattern[str]
    page: int
    reason: str
    row: int = 0
    link: int = 0
    option: int = 0


# The first that matches counts. What a page gathers may grow with the records, what stands around it may not.
BUDGETS: Final = (
    Budget(
        re.compile(r"(agreements|tasks|organisations|documents)/[^/]+/index\.html"),
        8 * KB,
        "A page of one record comes in one round trip of a new connection, about 14 KB with its head.",
    ),
    Budget(
        re.compile(r"embed/.*"),
        4 * KB,
        "A card is one of many things on a page of somebody else: a name, a sentence, a few lines.",
    ),
    Budget(
        re.compile(r"contribute/record/[^/]+/index\.html"),
        13 * KB,
        "A form holds the words of the rules, and every name that can be chosen at about 60 bytes.",
        row=60,
        option=75,
    ),
    Budget(
        re.compile(r".*"),
        10 * KB,
        "A row of a register with its words and facets takes about 60 bytes, each link in it another 15.",
        row=80,
        link=20,
    ),
)
# HTML, styles, scripts and pictures of a country page: two seconds on a slow phone (40 KB/s). The search is fetched,
# with its script and entries, when somebody searches.
FIRST_VISIT: Final = 72 * KB
# A country page with a larger budget gathers more than any does today; its first visit may grow by that.
ORDINARY: Final = 24 * KB
VISITED: Final = re.compile(r"(en/)?countries/[^/]+/index\.html")
# GitHub Pages publishes at most 1 GB.
WHOLE_SITE: Final = 950 * KB * KB


def page_budget(page: BuiltPage) -> int:
    """Return the largest size of a page, by its path and by what it gathers."""
    path = page.path.removeprefix(addresses.root(page.lang))
    budget = next(budget for budget in BUDGETS if budget.pages.fullmatch(path))
    return budget.page + budget.row * page.rows + budget.link * page.links + budget.option * page.options


def _visit_budget(page: BuiltPage) -> int:
    return FIRST_VISIT + max(0, page_budget(page) - ORDINARY)


def faults(site: Path, pages: Iterable[BuiltPage]) -> Iterator[str]:
    """Yield each page, first visit of a country page, and site that is larger than its budget, as ``path: what``."""
    weights: dict[str, int] = {}
    for page in pages:
        if page.size > page_budget(page) and (size := _packed(site / page.path)) > page_budget(page):
            yield f"{page.path}: {size} byte (gzip), tối đa / at most {page_budget(page)}"
        if VISITED.fullmatch(page.path) and (visit := page.size + _loaded(site, page, weights)) > _visit_budget(page):
            most = _visit_budget(page)
            yield f"{page.path}: lần xem đầu tải / a first visit fetches {visit} byte, tối đa / at most {most}"
    whole = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    if whole > WHOLE_SITE:
        yield f".: cả trang / the whole site {whole} byte, tối đa / at most {WHOLE_SITE}"


def _loaded(site: Path, page: BuiltPage, weights: dict[str, int]) -> int:
    """Return the size of the files that a page and its scripts load, each counted once.

    Args:
        site: the built folder.
        page: the page that loads them.
        weights: sizes of files that are known already, by path; others are added.
    """
    files = {urlsplit(urljoin(f"http://site/{page.path}", address)).path.lstrip("/") for address in page.loads}
    for name in files - weights.keys():
        file = site / name
        weights[name] = _packed(file) if file.is_file() else 0
    return sum(weights[name] for name in files)


def _packed(file: Path) -> int:
    return len(zlib.compress(file.read_bytes(), 6))
