"""One page of every kind, by its path below a language's root."""

from __future__ import annotations

PAGES = [
    "",
    "countries/",
    "countries/jp/",
    "partners/",
    "partners/yokohama/",
    "agreements/",
    "agreements/yokohama-2013/",
    "tasks/",
    "tasks/scheme-ii-d-34/",
    "task-groups/scheme-ii-a/",
    "sectors/",
    "sectors/tourism/",
    "agencies/",
    "agencies/foreign-affairs/",
    "documents/",
    "documents/scheme-2887/",
    "issuers/",
    "organisations/",
    "organisations/citynet/",
    "activities/",
    "trade-agreements/",
    "indicators/",
    "conflicts/",
    "glossary/",
    "data-quality/",
    "review/",
    "reports/",
    "reports/2026/",
    "open-data/",
    "invest/",
    "plans/action-165/",
    "background/goals/",
    "about/",
    "method/",
    "contribute/",
]
# Served for any address that there is no page at.
NOT_FOUND = "404.html"
ROOTS = ["", "en/"]
