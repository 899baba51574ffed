"""One built page, read once: what is wrong with it, and what other pages need to know of it.

Only these few values are kept, not the page, so that the gate needs no more memory for many pages than for few.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from macros.policy import DIRECTIVES, inline_scripts, script_hash, theme_scripts
from macros.text import Lang

# What a template leaves behind when it was not rendered. Data cannot: its braces are written as entities.
_MARKS: Final = ("{{", "{%", "Traceback (most recent call last)", "jinja2.exceptions", "Macro Rendering Error")
_UNRENDERED: Final = re.compile("|".join(map(re.escape, _MARKS)))
_SCRIPT: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)
_POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ROW: Final = re.compile(r"<(?:tr|li)\b")
_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True)
_RUNS: Final = re.compile(r"\s*(javascript|data|vbscript)\s*:", re.IGNORECASE)


def _xpath(path: str) -> etree.XPath:
    return etree.XPath(path, smart_strings=False)


_IDS: Final = _xpath("//@id")
_LINKS: Final = _xpath("//a/@href | //link[@rel='alternate']/@href")
_LOADED: Final = (
    _xpath("//script/@src | //img/@src | //source/@src | //iframe/@src"),
    _xpath("//link[not(@rel='canonical' or @rel='alternate')]/@href"),
)
_CANONICAL: Final = _xpath("string(//link[@rel='canonical']/@href)")
_HEADINGS: Final = _xpath("count(//h1)")
_DESCRIBED: Final = _xpath("boolean(//meta[@name='description'][normalize-space(@content)])")
_TITLED: Final = _xpath("boolean(//head/title[normalize-space()])")
# Looking at every attribute is slow; most pages have not even a text like these. Each begins with fixed characters,
# which makes searching quick.
_SUSPECT: Final = tuple(
    re.compile(text)
    for text in (
        *(rf"{before}on[a-z]{{3,}}\s*=" for before in " \n\t\f/\"'"),
        *(r"style\s*=", "srcdoc", "<base", "<embed", "<frame", "<iframe", "<object", "<style"),
    )
)
_FOREIGN: Final = _xpath(
    "//base | //embed | //frame | //iframe | //object | //style"
    " | //*[@style or @srcdoc or @*[starts-with(name(), 'on')]]"
)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """``path`` is below the site's root; ``links`` and ``loads`` are addresses as they stand in the page.

    ``size`` is what the page weighs packed quickly, an upper bound; ``rows`` counts table rows and list items,
    ``options`` what can be chosen from pick-lists.
    """

    path: str
    wrong: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    loads: frozenset[str] = frozenset()
    canonical: str = ""
    size: int = 0
    rows: int = 0
    options: int = 0

    @property
    def lang(self) -> Lang:
        return "en" if self.path.startswith("en/") else "vi"


def read_page(file: Path, path: str) -> BuiltPage:
    """The page in a file; one that is empty or cut has nothing but that fault."""
    data = file.read_bytes()
    source = data.decode("utf-8", errors="replace")
    if not source.rstrip().endswith("</html>") or "<body" not in source:
        return BuiltPage(path, (f"{path}: trang rỗng hoặc bị cắt / empty or cut page",))
    root = etree.fromstring(data, _PARSER)
    loads = {address for xpath in _LOADED for address in xpath(root)}
    faults = [*_form(root, path), *_code(root, source), *_scripts(source), *_hosts(loads)]
    return BuiltPage(
        path,
        tuple(f"{path}: {fault}" for fault in faults),
        # Most links stand on every page; each is kept once.
        anchors=frozenset(map(sys.intern, _IDS(root))),
        links=frozenset(map(sys.intern, _LINKS(root))),
        loads=frozenset(map(sys.intern, loads)),
        canonical=_CANONICAL(root),
        size=len(zlib.compress(data, 1)),
        rows=len(_ROW.findall(source, source.find("<article"))),
        options=source.count("<option", max(0, source.find("<article"))),
    )


def _form(root: etree._Element, path: str) -> Iterator[str]:
    lang = BuiltPage(path).lang
    if (stated := root.get("lang")) != lang:
        yield f"lang={stated!r}, cần / expected {lang!r}"
    if (headings := int(_HEADINGS(root))) != 1:
        yield f"{headings} h1, cần / expected 1"
    if not _DESCRIBED(root):
        yield "thiếu mô tả / no description"
    if not _TITLED(root):
        yield "thiếu tiêu đề / no title"
    for name, number in sorted(Counter(_IDS(root)).items()):
        if number > 1:
            yield f"id trùng / repeated id {name!r}"


def _code(root: etree._Element, source: str) -> Iterator[str]:
    """Elements, attributes and addresses that run or load what no page of ours does."""
    for element in _FOREIGN(root) if _suspect(source.lower()) else ():
        yield f"phần tử lạ / element that is not ours: <{element.tag} {' '.join(element.keys())}>"
    for address in _LINKS(root):
        if _RUNS.match(address):
            yield f"liên kết chạy mã / a link that runs code: {address[:40]}"


def _suspect(source: str) -> bool:
    return any(pattern.search(source) for pattern in _SUSPECT)


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
