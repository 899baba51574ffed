"""One built page, read once: what is wrong with it, and what other pages need to know of it.

Only these few values are kept, not the page, so that the gate needs no more memory for many pages than for few.
"""

from __future__ import annotations

import functools
import posixpath
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from macros.base.languages import Lang
from macros.views.addresses import language
from macros.website.adapter.content_policy import DIRECTIVES, inline_scripts, script_hash, theme_scripts

# Served for any address that there is no page at; its links are absolute.
NOT_FOUND: Final = "404.html"
# What a template leaves behind when it was not rendered. Data cannot: its braces are written as entities.
_MARKS: Final = ("{{", "{%", "Traceback (most recent call last)", "jinja2.exceptions", "Macro Rendering Error")
_UNRENDERED: Final = re.compile("|".join(map(re.escape, _MARKS)))
_SCRIPT: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)
_POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ROWS: Final = (b"<tr>", b"<tr ", b"<li>", b"<li ")
_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True)
_RUNS: Final = re.compile(r"\s*(javascript|data|vbscript)\s*:", re.IGNORECASE)
# An address with a scheme or a host, or from the root of a host.
_ELSEWHERE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
_IDS: Final = etree.XPath("//@id", smart_strings=False)
# Elements by what is asked of them; all others are passed over.
_FOREIGN: Final = frozenset({"base", "embed", "frame", "iframe", "object", "style"})
_LOADING: Final = frozenset({"script", "img", "source", "iframe"})
_READ: Final = ("a", "link", "h1", "title", "meta", *sorted(_FOREIGN | _LOADING))
# Looking at every attribute is slow; most pages have not even a text like these, which begin with fixed characters.
_SUSPECT: Final = (re.compile(rb"on[a-z]{3,}\s*="), re.compile(rb"style\s*="), re.compile(rb"srcdoc"))
_BEFORE_ATTRIBUTES: Final = frozenset(b" \n\t\f\r/\"'")
_FOREIGN_ATTRIBUTES: Final = etree.XPath("//*[@style or @srcdoc or @*[starts-with(name(), 'on')]]")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """``path`` is below the site's root; ``loads`` are addresses as they stand in the page.

    ``leads`` are the files within the site that links and loaded parts lead to, by their paths below its root, each
    with its fragment after ``#`` if it has one. ``size`` is what the page weighs packed quickly, an upper bound;
    ``rows`` counts table rows and list items, ``links`` those in the article, ``options`` what can be chosen from
    pick-lists.
    """

    path: str
    wrong: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    loads: frozenset[str] = frozenset()
    canonical: str = ""
    size: int = 0
    rows: int = 0
    links: int = 0
    options: int = 0

    @property
    def lang(self) -> Lang:
        return language(self.path)


def read_page(file: Path, path: str) -> BuiltPage:
    """The page in a file; one that is empty or cut has nothing but that fault."""
    data = file.read_bytes()
    if not data.rstrip().endswith(b"</html>") or b"<body" not in data:
        return BuiltPage(path, (f"{path}: trang rỗng hoặc bị cắt / empty or cut page",))
    root = etree.fromstring(data, _PARSER)
    found = _Found(root)
    anchors = _IDS(root)
    faults = [
        *_form(root, path, found, anchors),
        *_code(root, data, found),
        *_scripts(data.decode("utf-8", errors="replace")),
        *_hosts(found.loads),
    ]
    article = max(0, data.find(b"<article"))
    # Most addresses stand on every page; each is kept once.
    leads = () if path.endswith(NOT_FOUND) else _leads(path, found.links | found.loads)
    return BuiltPage(
        path,
        tuple(f"{path}: {fault}" for fault in faults),
        anchors=frozenset(map(sys.intern, anchors)),
        leads=frozenset(map(sys.intern, leads)),
        loads=frozenset(map(sys.intern, found.loads)),
        canonical=found.canonical,
        size=len(zlib.compress(data, 1)),
        rows=sum(data.count(row, article) for row in _ROWS),
        links=data.count(b"<a ", article),
        options=data.count(b"<option", article),
    )


class _Found:
    """What the elements of a page say that the gate asks about, gathered in one pass."""

    def __init__(self, root: etree._Element) -> None:
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.foreign: list[etree._Element] = []
        self.canonical = ""
        self.headings = 0
        self.titled = False
        self.described = False
        for element in root.iter(*_READ):
            tag = element.tag
            if tag == "a":
                self._add(self.links, element.get("href"))
            elif tag == "link":
                self._link(element)
            elif tag == "h1":
                self.headings += 1
            elif tag == "title":
                self.titled |= bool((element.text or "").strip()) and element.getparent().tag == "head"
            elif tag == "meta":
                self.described |= element.get("name") == "description" and bool(element.get("content", "").strip())
            if tag in _LOADING:
                self._add(self.loads, element.get("src"))
            if tag in _FOREIGN:
                self.foreign.append(element)

    def _link(self, element: etree._Element) -> None:
        relation, address = element.get("rel"), element.get("href")
        if relation == "canonical":
            self.canonical = self.canonical or address or ""
        else:
            self._add(self.links if relation == "alternate" else self.loads, address)

    @staticmethod
    def _add(addresses: set[str], address: str | None) -> None:
        if address is not None:
            addresses.add(address)


def _leads(path: str, addresses: Iterable[str]) -> Iterator[str]:
    """The files that relative addresses in the page at ``path`` lead to, each with the fragment."""
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
        lead = _lead(address[3 * up :])
        whole = f"{folder}/{lead}" if folder else lead
        yield posixpath.normpath(whole) if lead.startswith("..") else whole


# Seen from where they start, the links of many pages are the same.
@functools.lru_cache(maxsize=1 << 16)
def _lead(address: str) -> str:
    """The file that an address leads to, by its path from where the address starts, with the fragment."""
    way, _, fragment = address.partition("#")
    way = unquote(way.partition("?")[0])
    if way.rpartition("/")[2] in {".", ".."}:
        way += "/"
    file = posixpath.normpath(f"{way}index.html" if way.endswith("/") or not way else way)
    return f"{file}#{unquote(fragment)}" if fragment else file


def _form(root: etree._Element, path: str, found: _Found, anchors: Sequence[str]) -> Iterator[str]:
    lang = BuiltPage(path).lang
    if (stated := root.get("lang")) != lang:
        yield f"lang={stated!r}, cần / expected {lang!r}"
    if found.headings != 1:
        yield f"{found.headings} h1, cần / expected 1"
    if not found.described:
        yield "thiếu mô tả / no description"
    if not found.titled:
        yield "thiếu tiêu đề / no title"
    if len(set(anchors)) != len(anchors):
        for name, number in sorted(Counter(anchors).items()):
            if number > 1:
                yield f"id trùng / repeated id {name!r}"


def _code(root: etree._Element, data: bytes, found: _Found) -> Iterator[str]:
    """Elements, attributes and addresses that run or load what no page of ours does."""
    foreign = [*found.foreign, *(_FOREIGN_ATTRIBUTES(root) if _suspect(data.lower()) else ())]
    for element in dict.fromkeys(foreign):
        yield f"phần tử lạ / element that is not ours: <{element.tag} {' '.join(element.keys())}>"
    for address in sorted(found.links):
        if _RUNS.match(address):
            yield f"liên kết chạy mã / a link that runs code: {address[:40]}"


def _suspect(data: bytes) -> bool:
    handlers, *others = _SUSPECT
    return any(data[match.start() - 1] in _BEFORE_ATTRIBUTES for match in handlers.finditer(data)) or any(
        pattern.search(data) for pattern in others
    )


def _scripts(source: str) -> Iterator[str]:
    """Inline scripts are the theme's, and the page's policy allows these and nothing else."""
    if any(mark in source for mark in _MARKS) and (mark := _UNRENDERED.search(_SCRIPT.sub("", source))) is not None:
        yield f"còn mẫu chưa dựng / unrendered {mark[0]!r}"
    scripts = inline_scripts(source)
    for script in scripts:
        if not any(pattern.fullmatch(script) for pattern in theme_scripts()):
            yield f"mã lạ trong trang / a script that is not the theme's: {script.strip()[:60]!r}"
    stated = _POLICY.search(source)
    allowed = dict(part.split(" ", 1) for part in stated[1].split("; ")) if stated else {}
    expected = dict(DIRECTIVES)
    expected["script-src"] = " ".join([expected["script-src"], *sorted({script_hash(script) for script in scripts})])
    if allowed != expected:
        yield "thiếu hoặc sai Content-Security-Policy / no policy, or another one"


def _hosts(loads: set[str]) -> Iterator[str]:
    for address in sorted(loads):
        if urlsplit(address).netloc:
            yield f"gọi máy khác / asks another host: {address}"
