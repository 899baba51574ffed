"""Any text in any field comes out as that text: on every page, in the search, and in every file that is published.

Every free text of the small data set gets an ending of its own (``… q17``). Where the endings come out is learnt from
harmless texts. With any other texts, each has to come out at the same places, whole, as a reader of that kind of file
sees it (white space aside).
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import html
import io
import json
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import jinja2
import lxml.html
import markdown
import markdown_it
import openpyxl
import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from macros.base.characters import forbidden
from macros.base.escape import escape
from macros.base.folding import slugify
from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.publish.exports import EXPORTS
from macros.records import yaml_source
from macros.records.dataset import Dataset, Entry, read
from macros.records.kinds import IN_FILES
from macros.views.page_list import pages
from macros.website.adapter import outline
from macros.website.printer import Printer
from macros.website.search.entries import entries
from tests.conftest import PROJECT, SMALL

# What free texts stand under, in records of any kind.
FREE = {"vi", "en", "locator", "name", "aliases", "abbreviations", "abbreviation", "full", "value"}
DAY = dt.date(2026, 11, 21)
# The shortest limit of a text is 120 characters; its ending takes some.
LONGEST = 100
NASTY = [
    "<script>alert(1)</script>",
    "</script><!--",
    "]]>",
    "&amp; &lt; &#60; &nbsp;",
    "{{ 7*7 }} {% raw %} {# x #}",
    "{: onclick=alert(1) }",
    "{ #anchor }",
    "[x](javascript:alert(1)) ![y](z) [^1]: <https://a.b>",
    "`a` ``b`` *c* **d** _e_ ~~f~~ ^g^ $h$",
    "| a | b |",
    "--- | ---",
    "# a",
    "- a",
    "1. a",
    "> a",
    "!!! note",
    "    code",
    "```\ncode\n```",
    "a\n\nb\n# c\n- d",
    "\\",
    "\\n \\, \\; \\\" \\[",
    "\"';,:=+-@%",
    "=1+1",
    "@SUM(A1)",
    "'quoted",
    "%0A%0D ::error::x",
    "a;b,c\td".replace("\t", " "),
    "http://a.b/c?d=e&f#g www.example.org mailto:x@y.z",
    "ODA FDI",
    "zqtitleqz zqcontentqz",
    "BEGIN:VEVENT\nEND:VEVENT",
    "Đà Nẵng – “Nhật Bản” … ₫",
    "日本語 العربية ελληνικά 👍",
    "é",
    "\u00a0\u3000x\u2003y",
    "abbr:ODA*[ODA]: x",
    "__proto__",
    "None",
    "…" * LONGEST,
]  # fmt: skip


def allowed(text: str) -> bool:
    """True if the check lets a text pass."""
    return bool(text.strip()) and unicodedata.is_normalized("NFC", text) and not any(map(forbidden, text))


def characters() -> st.SearchStrategy[str]:
    return st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf"), include_characters="\n").filter(
        lambda char: forbidden(char) is None
    )


def texts_of() -> st.SearchStrategy[str]:
    piece = st.one_of(
        st.sampled_from(NASTY), st.text(characters(), max_size=30), st.sampled_from(list("<>&{}[]|*_#-\\`'\" \n"))
    )
    joined = st.lists(piece, min_size=1, max_size=6).map(lambda pieces: unicodedata.normalize("NFC", "".join(pieces)))
    return joined.map(lambda text: text[:LONGEST]).filter(allowed)


def with_texts(dataset: Dataset, texts: list[str]) -> tuple[Catalogue, dict[str, str]]:
    """The records with every free text replaced; the texts by their endings."""
    given_texts: dict[str, str] = {}

    def replaced(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: replaced(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [replaced(inner, key) for inner in value]
        if key not in FREE:
            return value
        ending = f"q{len(given_texts)}q"
        given_texts[ending] = f"{texts[len(given_texts) % len(texts)]} {ending}"
        return given_texts[ending]

    changed = Dataset(ids=dataset.ids)
    for kind, found in dataset.entries.items():
        for entry in found:
            raw = replaced(yaml_source.plain(entry.node), "")
            if kind == "indicators":
                raw["value"] = yaml_source.plain(entry.node)["value"]  # a number
            if kind == "activities":
                for amount, node in zip(
                    raw.get("amounts", ()), yaml_source.plain(entry.node).get("amounts", ()), strict=True
                ):
                    amount["value"] = node["value"]
            changed.entries[kind].append(Entry(IN_FILES[kind].model_validate(raw), entry.node))
    return Catalogue(changed, DAY), given_texts


def plain(text: str) -> str:
    """A text with the white space that a page shows."""
    return re.sub(r"\s+", " ", text).strip()


def of_html(source: str) -> str:
    """The text of a page and its attributes."""
    tree = lxml.html.document_fromstring(f"<div>{source}</div>")
    etree.strip_elements(tree, "script", with_tail=False)
    said = "".join(str(piece) for piece in tree.itertext())
    # What a browser shows or reads out; data-… are for our scripts, and often folded.
    read = ("title", "aria-label", "alt", "placeholder", "value")
    attributes = [element.get(name, "") for element in tree.iter(etree.Element) for name in read]
    return "\n".join([said, *filter(None, attributes)])


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    else:
        yield str(value)


def of_xml(data: bytes) -> str:
    root = etree.fromstring(data)
    said = ["".join(map(str, root.itertext()))]
    said += [str(value) for element in root.iter(etree.Element) for value in element.attrib.values()]
    # Feeds carry HTML within.
    return "\n".join([*said, *(of_html(str(text)) for text in root.xpath("//text()") if "<" in text)])


def of_calendar(data: bytes) -> str:
    unfolded = data.decode().replace("\r\n ", "").replace("\r\n\t", "")
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], unfolded)


def of_workbook(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


def of_database(data: bytes) -> str:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in tables for row in database.execute(f'SELECT * FROM "{name}"')]
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


READERS: dict[str, Callable[[bytes], str]] = {
    ".html": lambda data: of_html(data.decode()),
    ".json": lambda data: "\n".join(strings(json.loads(data))),
    ".jsonld": lambda data: "\n".join(strings(json.loads(data))),
    ".geojson": lambda data: "\n".join(strings(json.loads(data))),
    ".jsonl": lambda data: "\n".join(line for row in data.splitlines() for line in strings(json.loads(row))),
    ".sqlite": of_database,
    ".csv": lambda data: "\n".join(
        cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row
    ),
    ".xml": of_xml,
    ".ics": of_calendar,
    ".xlsx": of_workbook,
    ".md": lambda data: of_html(markdown_it.MarkdownIt("commonmark").enable("table").render(data.decode())),
    ".txt": lambda data: of_html(markdown_it.MarkdownIt("commonmark").render(data.decode())),
    ".gz": lambda data: gzip.decompress(data).decode(),
}
# Packed copies of what lies beside them, and sums of these; papers, which leave out what has no room (test_briefs.py).
COPIES = {".zip", ".sha256", ".docx"}


def front_matter(stub: str) -> dict[str, Any]:
    """A stub's title and description, as they reach the theme: read by the macros plugin, then as YAML."""
    source = stub.split("---\n")[1]
    assert jinja2.Environment(autoescape=False).from_string(source).render() == source.rstrip("\n")
    found: dict[str, Any] = yaml.safe_load(source)
    return found


def published(catalogue: Catalogue, folder: Path) -> dict[str, str]:
    """The text of everything that is published, by its name."""
    said: dict[str, str] = {}
    for lang in LANGS:
        printer = Printer(catalogue, lang)
        root = folder if lang == "vi" else folder / "en"
        for written in (PROJECT / "docs" / lang).rglob("*.md"):
            name = written.relative_to(PROJECT / "docs" / lang).with_suffix("").as_posix()
            path = root / ("index.html" if name == "index" else f"{name}/index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text('<meta property="og:title" content="x"><meta name="description" content="x">')
        for page in pages(catalogue, lang):
            body = printer.show(page.template, page.record, page.url.count("/"))
            content, headings = outline.to_html(body)
            path = root / page.url / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"<html><body><article>{content}</article></body></html>", encoding="utf-8")
            name = f"{lang}/{page.path}"
            said[f"{name} (page)"] = of_html(content)
            said[f"{name} (contents)"] = "\n".join(html.unescape(heading.text) for heading in headings)
            meta = front_matter(page.stub())
            said[f"{name} (head)"] = "\n".join(html.unescape(meta[key]) for key in ("title", "description"))
            found = entries(catalogue, page, page.url, [page.title], content, lang)
            said[f"{name} (search)"] = "\n".join(of_html(entry["text"]) for entry in found)
            said[f"{name} (search titles)"] = "\n".join(html.unescape(entry["title"]) for entry in found)
            said[f"{name} (search names)"] = "\n".join(name for entry in found for name in entry.get("names", ()))
        home, _ = outline.to_html(printer.show("home", "", 0))
        said[f"{lang}/home"] = of_html(home)
    for export in chain(*EXPORTS):
        export.write(catalogue, folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in COPIES and path.name != "index.html":
            said[path.relative_to(folder).as_posix()] = READERS[path.suffix](path.read_bytes())
    return {name: plain(text) for name, text in said.items()}


@pytest.fixture(scope="module")
def small() -> Dataset:
    dataset, problems = read(SMALL)
    assert problems == []
    return dataset


@pytest.fixture(scope="module")
def places(small: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The places where each text comes out, by its ending, learnt from texts without any trap."""
    catalogue, given_texts = with_texts(small, ["harmless"])
    said = published(catalogue, tmp_path_factory.mktemp("harmless"))
    return {name: set(re.findall(r"q\d+q", text)) & given_texts.keys() for name, text in said.items()}


def test_every_text_comes_out_somewhere_and_every_kind_of_file_is_read(places: dict[str, set[str]], small: Dataset):
    texts = with_texts(small, ["harmless"])[1]
    shown = set().union(*places.values())
    assert len(shown) > 0.95 * len(texts), sorted(set(texts) - shown)
    kinds = {re.split(r"[.(]", name)[-1] for name, found in places.items() if found}
    assert {"page)", "head)", "search)", "json", "csv", "xlsx", "xml", "ics", "md"} <= kinds


def assert_comes_out(texts: list[str], small: Dataset, places: dict[str, set[str]], folder: Path) -> None:
    catalogue, given_texts = with_texts(small, texts)
    said = published(catalogue, folder)
    for name, endings in places.items():
        for ending in endings:
            expected = plain(given_texts[ending])
            assert expected in said[name], (name, expected, said[name][max(0, said[name].find(ending) - 200) :][:220])


# Each example publishes the whole data set, so one has many texts.
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(texts_of(), min_size=20, max_size=50))
@example(NASTY[:12])
@example(NASTY[12:24])
@example(NASTY[24:])
def test_any_text_in_any_field_comes_out_as_that_text(
    small: Dataset, places: dict[str, set[str]], tmp_path_factory: pytest.TempPathFactory, texts: list[str]
):
    assert_comes_out(texts, small, places, tmp_path_factory.mktemp("any"))


@settings(max_examples=300)
@given(texts_of())
def test_any_text_survives_engines_that_read_stubs_as_markdown(text: str):
    """Zensical, or MkDocs without our hooks: what a template prints goes through Python-Markdown."""
    converter = markdown.Markdown(
        extensions=["attr_list", "md_in_html", "tables", "admonition", "toc"],
        extension_configs={"toc": {"slugify": slugify}},
    )
    shown = escape(text)
    for source in (f"# {shown} {{ #x }}", f"<p>{shown}</p>", f'<p title="{shown}">{shown}</p>'):
        (element,) = lxml.html.fragments_fromstring(converter.reset().convert(source))
        assert plain(str(element.xpath("string()"))) == plain(text)
        assert element.get("title") in {None, re.sub(r"\s+", " ", text)}
