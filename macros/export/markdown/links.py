"""Links of a page as absolute addresses, for Markdown files are passed on."""

from __future__ import annotations

import functools
from urllib.parse import quote, urljoin

# Absolute addresses of folders, each ending with a slash: that of a page, the one above it, and so on.
Folders = tuple[str, ...]


def folders(address: str) -> Folders:
    """Return the folder that is a page's address, the one above it, and so on up to the host."""
    host = address.index("/", address.index("://") + 3) + 1
    found = [address]
    while len(found[-1]) > host:
        found.append(found[-1][: found[-1].rindex("/", 0, -1) + 1])
    return tuple(found)


def target(page: Folders, link: str) -> str:
    """Return a link of a page as an absolute address that ends where the brackets of Markdown do."""
    above = 0
    while link.startswith("../", 3 * above) and above + 1 < len(page):
        above += 1
    # Seen from the folder that they lead from, the links of many pages are the same.
    return _joined(page[above], link[3 * above :])


@functools.lru_cache(maxsize=1 << 16)
def _joined(base: str, link: str) -> str:
    return quote(urljoin(base, link), safe="%/:=&?~#+!$,;'@*")
