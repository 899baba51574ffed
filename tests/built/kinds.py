"""One page of every kind, by its path below a language's root: those of the invented city."""

from __future__ import annotations

from pathlib import Path

PAGES = [
    "",
    "countries/",
    "countries/jp/",
    "partners/",
    "partners/aoba/",
    "agreements/",
    "agreements/aoba-2010/",
    "tasks/",
    "tasks/outlook-b-3/",
    "task-groups/outlook-b/",
    "sectors/",
    "sectors/tourism/",
    "agencies/",
    "agencies/foreign-affairs/",
    "documents/",
    "documents/outlook/",
    "issuers/",
    "organisations/",
    "organisations/river-network/",
    "activities/",
    "trade-agreements/",
    "indicators/",
    "conflicts/",
    "glossary/",
    "terms/",
    "register-gaps/",
    "data-quality/",
    "review/",
    "reports/",
    "reports/2026/",
    "in-force/",
    "in-force/2021/",
    "changes/",
    "open-data/",
    "follow/",
    "invest/",
    "plans/quay/",
    "background/goals/",
    "about/",
    "method/",
    "contribute/",
    "contribute/signing/",
    "contribute/progress/",
    "contribute/mistake/",
    "contribute/translation/",
    "contribute/publishing/",
    "contribute/check/",
    "contribute/fields/",
    "licences/",
    "contribute/record/",
    "contribute/record/agreement/",
    "contribute/record/event/",
    "contribute/record/progress/",
    "contribute/record/partner/",
    "contribute/record/task/",
    "contribute/record/correction/",
]
# Served for any address that there is no page at.
NOT_FOUND = "404.html"
ROOTS = ["", "en/"]


# Pages whose last step is a record, a year or a report, which another site does not have.
_OF_RECORDS = frozenset(
    {"countries", "partners", "agreements", "tasks", "task-groups", "sectors", "agencies"}
) | frozenset({"documents", "organisations", "plans", "reports", "in-force"})


def counterpart(path: str, site: Path, root: str) -> str:
    """The page of the same kind in another site: of records the one with the longest page, else the same path."""
    folder, _, record = path.rstrip("/").rpartition("/")
    if folder.removeprefix("embed/") not in _OF_RECORDS or not record:
        return path
    pages = (site / root / folder).glob("*/index.html")
    longest = max(pages, key=lambda page: (page.stat().st_size, page.parent.name))
    return f"{folder}/{longest.parent.name}/"


# A card of each kind of record that has one.
CARDS = ["embed/partners/aoba/", "embed/countries/jp/"]


def is_bare(path: Path) -> bool:
    """Tell whether a page has no head and foot of ours: at a former address it leads on, for frames it is a card."""
    source = path.read_text(encoding="utf-8")
    return '<meta http-equiv="refresh"' in source or "assets/stylesheets/card.css" in source
