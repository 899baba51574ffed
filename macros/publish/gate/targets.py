"""Targets of links: the files within the site that addresses in a page lead to."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

# An address with a scheme or a host, or from the root of a host.
_ELSEWHERE: Final = re.compile(r"\A(?:[A-Za-z][A-Za-z0-9+.-]*:|/)")


def targets(path: str, addresses: Iterable[str]) -> Iterator[str]:
    """Yield the files that relative addresses lead to, by their paths below the site's root, each with its fragment.

    Args:
        path: the page that the addresses stand in.
        addresses: as they stand there; those of other hosts are passed over.
    """
    folders = [path.rpartition("/")[0]]
    while folders[-1]:
        folders.append(folders[-1].rpartition("/")[0])
    for address in addresses:
        if _ELSEWHERE.match(address):
            continue
        if address[:1] in {"", "#", "?"}:
            fragment = unquote(address.partition("#")[2])
            yield f"{path}#{fragment}" if fragment else path
            continue
        up = 0
        while address.startswith("../", 3 * up):
            up += 1
        folder = folders[min(up, len(folders) - 1)]
        target = _target(address[3 * up :])
        whole = f"{folder}/{target}" if folder else target
        yield posixpath.normpath(whole) if target.startswith("..") else whole


# Seen from where they start, the links of many pages are the same.
@functools.lru_cache(maxsize=1 << 16)
def _target(address: str) -> str:
    """Return the file that an address leads to, by its path from where the address starts, with the fragment."""
    way, _, fragment = address.partition("#")
    way = unquote(way.partition("?")[0])
    if way.rpartition("/")[2] in {".", ".."}:
        way += "/"
    file = posixpath.normpath(f"{way}index.html" if way.endswith("/") or not way else way)
    return f"{file}#{unquote(fragment)}" if fragment else file
