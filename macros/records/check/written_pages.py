"""Pages written by hand: Markdown, a head with fixed entries, and calls of the project's macros; nothing else.

Whatever Jinja, HTML or MkDocs could do besides is refused here, before a program that would do it reads the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

import yaml

from macros.base.languages import LANGS
from macros.base.system.leftovers import is_leftover
from macros.records.check.problem import Place, Problem
from macros.records.check.rules.texts import FOLDER as TEXTS
from macros.records.dataset import Dataset
from macros.records.model.agreement_text import FILE_NAME
from macros.records.yaml_source.characters import doubtful_characters
from macros.records.yaml_source.file_content import read_text
from macros.records.yaml_source.refusal import Refused

# Templates that a page may show, in macros/website/templates/.
SHOWN: Final = ("home", "invest", "check-messages", "upload-workbook")
PICTURES: Final = (".webp", ".png", ".jpg")
_HIDDEN: Final = ("toc",)
_HEAD_ALLOWED: Final = f"title, description, hide: [{', '.join(_HIDDEN)}]"

_TEXT: Final = r'"([^"\\{}\n]{1,500})"'
# A macro with its texts, as define_env binds them. A text cannot end early or begin another call.
_CALLS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\{{\{{ crumbs\({_TEXT}\) \}}\}}",
        r'\{\{ show\("(' + "|".join(SHOWN) + r')"\) \}\}',
        r'\{\{ picture\("([a-z0-9-]{1,80})"\) \}\}',
    )
)
_CITATION: Final = re.compile(rf"\{{\{{ cite\({_TEXT}, {_TEXT}\) \}}\}}")
_CALL_BEGINS: Final = re.compile(r"\{[{%#]")
CALLS: Final = '{{ crumbs("…") }}, {{ cite("id", "…") }}, {{ picture("…") }}, ' + ", ".join(
    f'{{{{ show("{name}") }}}}' for name in SHOWN
)

_HTML: Final = re.compile(r"<(?=[A-Za-z/!?])")
# Where code begins and ends can be hidden from a reader of single lines, so it is no exception.
# Attributes in braces, at the end of a heading or after anything else.
_ATTRIBUTES: Final = re.compile(r"\{:?([^{}\n]{0,500})\}")
_ATTRIBUTE: Final = re.compile(r"[#.][A-Za-z][\w-]*")
_LINK: Final = re.compile(r"\]\(([^)\n]{0,2000})|^ {0,3}\[[^\]\n]{1,500}\]:(.{0,2000})", re.MULTILINE)
_RELATIVE: Final = re.compile(r"(?=.)(?!/)[\w./-]*(#[\w-]+)?", re.ASCII)
_ABSOLUTE: Final = re.compile(r"https://[A-Za-z0-9.-]+(/[\w./%~?=,;+#-]*)?", re.ASCII)
# Means something in HTML; the theme prints heads as they are.
_MARKUP: Final = re.compile(r"[<>&\"]")
_NAME: Final = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
# Number of characters quoted of what is refused.
_QUOTED: Final = 60


def written_pages(root: Path, dataset: Dataset) -> Iterator[Problem]:
    """Yield the problems of the pages below ``<root>/docs/vi`` and ``<root>/docs/en``.

    Args:
        root: the project's folder.
        dataset: the records, for the documents that pages cite.
    """
    documents = dataset.ids.get("documents", set())
    for lang in LANGS:
        folder = root / "docs" / lang
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            shown = path.relative_to(root).as_posix()
            if is_leftover(path, folder):
                continue
            if not _NAME.fullmatch(path.name):
                yield Problem(Place(shown), "file-name")
            elif path.is_symlink() or not (path.is_dir() or path.suffix in {".md", *PICTURES} or _is_text(shown)):
                yield Problem(Place(shown), "page-file", allowed=", ".join(["*.md", *(f"*{end}" for end in PICTURES)]))
            elif path.suffix == ".md" and path.is_file():
                yield from _page(path, shown, documents)


def _is_text(shown: str) -> bool:
    """Tell whether a file is the text of an agreement by its place and name; its record vouches for its content."""
    folder, _, name = shown.rpartition("/")
    return folder == TEXTS and re.match(FILE_NAME, name) is not None


def _page(path: Path, shown: str, documents: Collection[str]) -> Iterator[Problem]:
    try:
        text = read_text(path, shown).replace("\r\n", "\n")
    except Refused as refused:
        yield refused.problem
        return
    yield from doubtful_characters(text, shown)
    lines = text.split("\n")
    end = lines.index("---", 1) if lines[0] == "---" and "---" in lines[1:] else 0
    if not end:
        yield _problem(shown, 1, 1, "page-head", lines[0], _HEAD_ALLOWED)
    for number, line in enumerate(lines[1:end], start=2):
        if not _is_head(line):
            yield _problem(shown, number, 1, "page-head", line, _HEAD_ALLOWED)
    body = end + 1 if end else 0
    for number, line in enumerate(lines[body:], start=body + 1):
        yield from _line(line, shown, number, documents)


def _is_head(line: str) -> bool:
    """Tell whether a line of the front matter is one that pages may have; its texts hold no call."""
    if _CALL_BEGINS.search(line) or len(line) > 1000:  # noqa: PLR2004 (as long as a line of a record)
        return False
    try:
        entry = yaml.safe_load(line)
    except yaml.YAMLError:
        return False
    if not isinstance(entry, dict) or len(entry) != 1:
        return False
    ((name, value),) = entry.items()
    if name == "hide":
        return isinstance(value, list) and all(part in _HIDDEN for part in value)
    return name in {"title", "description"} and isinstance(value, str) and not _MARKUP.search(value)


def _line(line: str, shown: str, number: int, documents: Collection[str]) -> Iterator[Problem]:
    """Yield the problems of one line of Markdown."""
    rest = line
    for match in _CALL_BEGINS.finditer(line):
        call = next((found for pattern in (_CITATION, *_CALLS) if (found := pattern.match(line, match.start()))), None)
        if call is None:
            yield _problem(shown, number, match.start() + 1, "page-call", line[match.start() :], CALLS)
            return
        if call.re is _CITATION and documents and call[1] not in documents:
            yield _problem(shown, number, match.start() + 1, "page-document", call[1])
        rest = rest.replace(call[0], " " * len(call[0]))
    if (html := _HTML.search(rest)) is not None:
        yield _problem(shown, number, html.start() + 1, "page-html", rest[html.start() :])
    for found in _ATTRIBUTES.finditer(rest):
        if not all(_ATTRIBUTE.fullmatch(part) for part in found[1].split()):
            yield _problem(shown, number, found.start() + 1, "page-attribute", found[0], "#id, .class")
    for found in _LINK.finditer(rest):
        address = (found[1] if found[1] is not None else found[2]).strip()
        if not (_RELATIVE.fullmatch(address) or _ABSOLUTE.fullmatch(address)):
            yield _problem(shown, number, found.start() + 1, "page-link", address, "trang.md, trang.md#…, https://…")


def _problem(shown: str, line: int, column: int, rule: str, found: str, allowed: str = "") -> Problem:
    return Problem(Place(shown, line, column), rule, found=found[:_QUOTED], allowed=allowed)
