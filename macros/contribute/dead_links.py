"""Links of the records that lead nowhere any more, found by asking each address.

Never part of a build: what others publish, and whether they answer today, must not keep this site from being published.
"""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from macros.records.check.problem import Place
from macros.records.dataset import Dataset
from macros.records.model.parts import Identified

# Seconds to wait for an answer, how often to ask, and how many addresses to ask at once.
TIMEOUT: Final = 30
TIMES: Final = 2
AT_ONCE: Final = 8
# Many sites turn programs away that say nothing of themselves.
_HEADERS: Final = {"User-Agent": "Mozilla/5.0 (link check)", "Accept": "text/html,*/*;q=0.8"}
# Answers of sites that are there but want no programs, or not so many questions.
_THERE: Final = frozenset({401, 403, 405, 406, 418, 429, 451, 999})


@dataclass(frozen=True, slots=True)
class Link:
    """An address, with the records that name it as ``kind/id`` and the file and line of the first."""

    address: str
    records: tuple[str, ...]
    place: str


def links(dataset: Dataset) -> list[Link]:
    """Return every https address that the records name, each once, sorted."""
    places = {(kind, name): place for kind, name, place in dataset.named()}
    named: dict[str, list[tuple[str, str]]] = {}
    for kind, record in dataset.records():
        for address in dict.fromkeys(_addresses(record, record)):
            named.setdefault(address, []).append((kind, record.id))
    return [
        Link(address, tuple("/".join(record) for record in named[address]), _where(places.get(named[address][0])))
        for address in sorted(named)
    ]


def _where(place: Place | None) -> str:
    return "" if place is None else f"{place.file}:{place.line}"


def _addresses(value: Any, within: Identified) -> Iterator[str]:
    """Yield the addresses in the fields ``url`` of a record and of its parts that are no records themselves."""
    if isinstance(value, Identified) and value is not within:
        return
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            found = getattr(value, name)
            if name == "url" and isinstance(found, str):
                yield found
            else:
                yield from _addresses(found, within)
    elif isinstance(value, tuple):
        for part in value:
            yield from _addresses(part, within)


def dead(found: Iterable[Link]) -> dict[Link, str]:
    """Return the links that lead nowhere, each with the reason."""
    listed = list(found)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        reasons = list(pool.map(lambda link: fault(link.address), listed))
    return {link: reason for link, reason in zip(listed, reasons, strict=True) if reason}


def fault(address: str) -> str:
    """Return why an address leads nowhere; empty where somebody answers."""
    reason = ""
    for _ in range(TIMES):
        try:
            request = urllib.request.Request(address, headers=_HEADERS)  # noqa: S310 (https by the check of the data)
            with urllib.request.urlopen(request, timeout=TIMEOUT):  # noqa: S310
                return ""
        except urllib.error.HTTPError as error:
            if error.code in _THERE:
                return ""
            reason = str(error.code)
        except (OSError, ssl.SSLError, http.client.HTTPException, ValueError) as error:
            reason = type(error).__name__ if not str(error) else str(error)
    return reason


def report(found: Mapping[Link, str]) -> str:
    """Return a report in both languages as Markdown, in which nothing of the data or of other sites is markup."""
    lines = [
        "Các địa chỉ sau không còn trả lời. Hãy tìm địa chỉ mới, hoặc bỏ `url` và giữ nguồn.",
        "These addresses no longer answer. Find the new address, or take `url` out and keep the source.",
        "",
    ]
    for link, reason in found.items():
        shown = reason.replace("`", "'").replace("\n", " ")[:100]
        lines.append(f"- `{link.address}` – `{shown}` – `{link.place}` ({', '.join(link.records)})")
    return "\n".join(lines) + "\n"
