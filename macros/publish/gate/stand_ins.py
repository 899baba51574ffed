"""Pages that stand in for another, as cards and former addresses do: each leads there, and is in no search."""

from __future__ import annotations

from collections.abc import Iterator

from macros.publish.gate.page import BuiltPage
from macros.views import addresses


def faults(page: BuiltPage, stands_for: str) -> Iterator[str]:
    """Yield what is wrong with a page that stands in for another.

    Args:
        page: the page as it was built.
        stands_for: the address of the other page, without a language.
    """
    target = addresses.in_language(stands_for, page.lang)
    if f"{target}index.html" not in page.leads:
        yield f"không có liên kết tới / no link to {target}"
    if not page.canonical.endswith(f"/{target}"):
        yield f"địa chỉ ghi là / says its address is {page.canonical}, cần / expected …/{target}"
    if not page.unlisted:
        yield "thiếu / no noindex"
