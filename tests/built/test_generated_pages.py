"""Generated pages: no Markdown converter and one frame for many must come to what MkDocs would make of each page."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
import yaml

from macros.base.clock import as_of
from macros.base.folding import slugify
from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.views.page_list import pages
from macros.website.adapter import outline
from macros.website.adapter.generated_page import FRAMED, contents
from macros.website.printer import Printer
from tests.built.test_changing_data import HOSTILE, partner
from tests.edits import edit

EXTENSIONS = ["fenced_code", "attr_list", "md_in_html", "tables", "admonition", "toc"]


@pytest.fixture
def hostile_copy(project_copy: Path) -> Path:
    """The small project with partners whose names and notes try to be markup."""
    with (project_copy / "data" / "partners.yaml").open("a") as file:
        for number, text in enumerate([*HOSTILE, "# one { #two }", "zqtitleqz <h1"]):
            file.write(partner(f"hostile-{number}", "jp", f"{number} {text}"))
    return project_copy


def converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"slugify": slugify}})


def lines(text: str) -> str:
    """The text without the blank lines and spaces at ends of lines, which mean nothing in HTML."""
    return re.sub(r"\s*\n\s*", "\n", text).strip()


@pytest.mark.parametrize("lang", LANGS)
def test_bodies_become_the_html_and_contents_that_markdown_makes_of_them(hostile_copy: Path, lang):
    records = Catalogue(check(hostile_copy)[0], as_of())
    printer = Printer(records, lang, "https://github.com/example/danang")
    for page in pages(records, lang):
        body = printer.show(page.template, page.record, page.url.count("/"))
        expected = converter()
        content, headings = outline.to_html(body)
        assert lines(content) == lines(expected.convert(body)), page.path
        assert str(contents(headings)) == _contents(expected.toc_tokens), page.path


def _contents(tokens, depth: int = 0) -> str:
    return "".join(
        f"{'    ' * depth}{token['name']} - #{token['id']}\n{_contents(token['children'], depth + 1)}"
        for token in tokens
    )


def test_a_filled_frame_is_the_page_that_the_theme_prints(hostile_copy: Path, build, build_with_its_code):
    assert build(hostile_copy).returncode == 0
    framed = {path: path.read_text(encoding="utf-8") for path in sorted((hostile_copy / "site").rglob("*.html"))}
    # Now the theme prints every page; one that still filled a frame would stop the build.
    edit(
        hostile_copy / "macros" / "website" / "adapter" / "generated_files.py",
        "framed=bool(page.record)",
        "framed=False",
    )
    (hostile_copy / "docs" / "overrides" / FRAMED).unlink()

    assert build_with_its_code(hostile_copy).returncode == 0

    for path, source in framed.items():
        assert lines(source) == lines(path.read_text(encoding="utf-8")), path


def test_a_stub_has_the_front_matter_that_the_page_has(hostile_copy: Path):
    records = Catalogue(check(hostile_copy)[0], as_of())
    for page in pages(records, "vi"):
        front = page.stub().split("---\n")[1]
        assert yaml.safe_load(front) == page.meta()
