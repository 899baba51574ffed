"""Pages written by hand may call the project's macros and hold Markdown; whatever else runs or hides is refused."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from macros.records.check.problem import Problem
from macros.records.check.rules import check
from macros.records.check.written_pages import SHOWN
from tests.conftest import PROJECT

HEAD = "---\ntitle: Về trang\ndescription: Trang này nói gì.\nhide: [toc]\n---\n"
FINE = (
    HEAD
    + """
{{ crumbs("Về trang") }}

# Về trang { #top }

Đề án {{ cite("scheme-2887", "Phần V, mục I") }} và [trang kia](contribute/signing.md#where), [nguồn](https://danang.gov.vn/a?b=1).

{{ show("home") }} {{ picture("agreement-form") }} &lt;b> {1} #{x}
"""
)


def problems(root: Path, text: str, name: str = "about.md") -> list[Problem]:
    page = root / "docs" / "vi" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
    return [problem for problem in check(root)[1] if problem.place.file.startswith("docs/")]


def document(root: Path) -> str:
    """An id of a document of the small data set."""
    return next(iter(check(root)[0].ids["documents"]))


def test_a_page_of_markdown_and_the_macros_is_accepted(small_root: Path):
    text = FINE.replace("scheme-2887", document(small_root)).replace(" {1} #{x}", "")
    assert problems(small_root, text) == []


@pytest.mark.parametrize(
    "call",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ config }}",
        "{{ environment }}",
        "{{ lipsum() }}",
        '{{ show("home").__class__ }}',
        '{{ show("home") | upper }}',
        '{{ show("partner", "kawasaki") }}',
        '{{ show("../../secret") }}',
        '{{ cite("a" ~ config, "b") }}',
        '{{ crumbs("a") + config }}',
        '{{ crumbs("\\" ~ config ~ \\"") }}',
        "{{ crumbs('Về trang') }}",
        '{% include "contribute.md" %}',
        "{% for x in config %}",
        "{# hidden #}",
        "{{",
        '{{crumbs("a")}}',
    ],
)
def test_any_other_call_is_refused_with_page_line_and_what_is_allowed(call: str, small_root: Path):
    (problem,) = problems(small_root, f"{HEAD}\nMột.\n\nHai: {call}\n")
    assert (str(problem.place), problem.rule) == ("docs/vi/about.md:9:6", "page-call")
    assert call[:60] == problem.found
    for sentence in problem.sentences():
        assert '{{ cite("id", "…") }}' in sentence


@pytest.mark.parametrize(
    "line",
    [
        "title: '{{ config }}'",
        "title: a <img src=x>",
        'description: a" http-equiv="refresh',
        "description: 2026-01-01",
        "template: framed.html",
        "render_macros: false",
        "hide: [navigation]",
        "title: !!python/object:os.system x",
        "...",
        "",
    ],
)
def test_a_head_holds_its_entries_only(line: str, small_root: Path):
    (problem,) = problems(small_root, HEAD.replace("hide: [toc]", line))
    assert (str(problem.place), problem.rule) == ("docs/vi/about.md:4:1", "page-head")


def test_a_head_of_another_form_is_refused(small_root: Path):
    assert [p.rule for p in problems(small_root, "template: left.html\n\n# A\n")] == ["page-head"]
    assert [p.rule for p in problems(small_root, HEAD.replace("---", "--- ", 1))] == ["page-head"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<script>alert(1)</script>", "page-html"),
        ('Một `<img src=x onerror="a()">`', "page-html"),
        ("<!-- hidden -->", "page-html"),
        ("*một*{: onclick=alert(1) }", "page-attribute"),
        ("# Một { #top style=color:red }", "page-attribute"),
        ("[một](javascript:alert(1))", "page-link"),
        ("[một](java&#10;script:alert)", "page-link"),
        ("[một](http://danang.gov.vn/)", "page-link"),
        ("[một](https://a@b.vn/)", "page-link"),
        ("Ðà Nẵng.", "look-alike"),
        ("[một](//evil.example/)", "page-link"),
        ("[một](", "page-link"),
        ("[một]: javascript:alert(1)", "page-link"),
        ("[một]:", "page-link"),
        ("Một\u202e.", "bidirectional-character"),
        ("Một\u200b.", "invisible-character"),
    ],
)
def test_what_would_run_or_hide_is_refused(text: str, rule: str, small_root: Path):
    (problem,) = problems(small_root, f"{HEAD}\n{text}\n")
    assert (problem.place.line, problem.rule) == (7, rule)


def test_a_host_in_two_alphabets_is_refused_as_both(small_root: Path):
    found = problems(small_root, f"{HEAD}\n[một](https://dаnang.gov.vn/)\n")
    assert {problem.rule for problem in found} == {"look-alike", "page-link"}


def test_a_citation_of_no_document_is_found_before_the_build(small_root: Path):
    (problem,) = problems(small_root, f'{HEAD}\n{{{{ cite("no-such-paper", "mục 1") }}}}\n')
    assert (str(problem.place), problem.rule, problem.found) == (
        "docs/vi/about.md:7:1",
        "page-document",
        "no-such-paper",
    )


@pytest.mark.parametrize(("name", "rule"), [("CNAME", "file-name"), ("a b.md", "file-name"), ("x.js", "page-file")])
def test_folders_of_pages_hold_nothing_else(name: str, rule: str, small_root: Path):
    assert [problem.rule for problem in problems(small_root, HEAD, name)] == [rule]


def test_a_page_is_no_link_to_a_file_elsewhere(small_root: Path):
    (small_root / "docs" / "en").mkdir(parents=True)
    (small_root / "docs" / "en" / "a.md").symlink_to("/etc/hostname")
    assert [problem.rule for problem in problems(small_root, HEAD)] == ["page-file"]


def test_a_page_of_many_characters_is_read_in_time(small_root: Path):
    lines = [
        "{" * 100_000,
        "[" * 100_000,
        "](" * 50_000,
        '{{ cite("' + "a" * 100_000,
        "`" * 100_000,
        "[a]:" + " " * 100_000,
    ]
    assert {p.rule for p in problems(small_root, HEAD + "\n".join(lines))} <= {"page-call", "page-link"}


def test_what_pages_may_show_has_its_template_and_its_macro():
    folder = PROJECT / "macros" / "website" / "templates"
    assert [name for name in SHOWN if not (folder / f"{name}.md.jinja").is_file()] == []
    tree = ast.parse((PROJECT / "macros" / "__init__.py").read_text(encoding="utf-8"))
    bound = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.decorator_list}
    assert bound == {"show", "cite", "crumbs", "picture"}
