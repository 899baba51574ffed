"""Checks of a built site, before it is published: whatever the build did, this reads what came out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html

from macros.derive import Catalogue
from macros.pages import pages
from macros.text import LANGS, Lang

# What a template leaves behind when it was not rendered. Data cannot: its braces are written as entities.
_UNRENDERED: Final = re.compile(r"\{\{|\{%|Traceback \(most recent call last\)|jinja2\.exceptions")
_SCRIPT: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Document:
    """A page as built: its path below the site's root, its source and its tree."""

    path: str
    source: str
    tree: lxml.html.HtmlElement

    @property
    def anchors(self) -> set[str]:
        return {str(value) for value in self.tree.xpath("//@id | //a/@name")}


def verify(site: Path, catalogue: Catalogue) -> list[str]:
    """Everything wrong with a built site, each as ``path: what`` in Vietnamese / English; empty when it may go out."""
    found: list[str] = []
    documents: dict[str, Document] = {}
    for path in sorted(site.rglob("*.html")):
        name, source = path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")
        if source.rstrip().endswith("</html>"):
            documents[name] = Document(name, source, lxml.html.document_fromstring(source))
        else:
            found.append(f"{name}: trang rỗng hoặc bị cắt / empty or cut page")
    found += _expected(site, catalogue)
    for document in documents.values():
        found += _page(document)
    found += _links(site, documents)
    found += _json(site)
    return sorted(found)


def _expected(site: Path, catalogue: Catalogue) -> Iterator[str]:
    """Every record has its page in both languages, and every page its twin."""
    for lang in LANGS:
        for page in pages(catalogue, lang):
            path = ("" if lang == "vi" else "en/") + page.url + "index.html"
            if not (site / path).is_file():
                yield f"{path}: thiếu trang / missing page"
    vietnamese = {p.relative_to(site).as_posix() for p in site.rglob("*.html") if site / "en" not in p.parents}
    english = {p.relative_to(site / "en").as_posix() for p in (site / "en").rglob("*.html")}
    for path in sorted(vietnamese ^ english):
        yield f"{path}: chỉ có ở một ngôn ngữ / in one language only"


def _page(document: Document) -> Iterator[str]:
    tree, path = document.tree, document.path
    lang: Lang = "en" if path.startswith("en/") else "vi"
    if tree.get("lang") != lang:
        yield f"{path}: lang={tree.get('lang')!r}, cần / expected {lang!r}"
    if len(tree.xpath("//h1")) != 1:
        yield f"{path}: {len(tree.xpath('//h1'))} h1, cần / expected 1"
    if not tree.xpath("//meta[@name='description'][normalize-space(@content)]"):
        yield f"{path}: thiếu mô tả / no description"
    if not tree.xpath("//title[normalize-space()]"):
        yield f"{path}: thiếu tiêu đề / no title"
    ids = tree.xpath("//@id")
    for name in sorted({value for value in ids if ids.count(value) > 1}):
        yield f"{path}: id trùng / repeated id {name!r}"
    if (mark := _UNRENDERED.search(_SCRIPT.sub("", document.source))) is not None:
        yield f"{path}: còn mẫu chưa dựng / unrendered {mark[0]!r}"
    for address in tree.xpath("//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src"):
        if urlsplit(address).netloc:
            yield f"{path}: gọi máy khác / asks another host: {address}"


def _links(site: Path, documents: dict[str, Document]) -> Iterator[str]:
    """Every link within the site leads to a file, and its fragment to an anchor."""
    anchors = {path: document.anchors for path, document in documents.items()}
    for path, document in documents.items():
        if path.endswith("404.html"):
            continue  # its links are absolute, because it is served at any address
        for address in set(
            document.tree.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //script/@src | //img/@src")
        ):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or address.startswith("/"):
                continue
            target, fragment = urldefrag(urljoin(f"http://site/{path}", address))
            inside = unquote(urlsplit(target).path).lstrip("/")
            file = f"{inside}index.html" if inside == "" or inside.endswith("/") else inside
            if not (site / file).is_file():
                yield f"{path}: liên kết hỏng / broken link {address}"
            elif fragment and file in anchors and unquote(fragment) not in anchors[file]:
                yield f"{path}: không có điểm neo / no such anchor {address}"


def _json(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*.json")):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            yield f"{path.relative_to(site)}: JSON hỏng / broken: {error}"
    if not (site / "api" / "v1" / "index.json").is_file():
        yield "api/v1/index.json: thiếu / missing"
