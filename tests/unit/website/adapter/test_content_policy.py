"""The policy of a page allows files of the site; a page with anything inline that runs is refused."""

from __future__ import annotations

import re

import pytest

from macros.website.adapter.content_policy import Refused, allow, protect, script_hash

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">'
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def script_sources(source: str) -> list[str]:
    """The part of a page's policy about scripts."""
    (policy,) = POLICY.findall(source)
    return next(part.split()[1:] for part in policy.split("; ") if part.startswith("script-src "))


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT >",
        '<script type="module">alert(1)</script>',
        '<script type="importmap">{}</script>',
        # As the theme prints it into pages that are not ours.
        '<script>__md_scope=new URL(".",location)</script>',
    ],
)
def test_a_script_within_a_page_is_refused(script: str):
    with pytest.raises(Refused, match="within the page"):
        protect(f"{HEAD}</head><body>{script}</body></html>")


def test_data_and_files_of_the_site_are_no_inline_scripts():
    page = f'{HEAD}<script type="application/json">{{"a": 1}}</script><script src="a.js"></script></head></html>'
    assert script_sources(protect(page)) == ["'self'"]


OURS = '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[]}</script>'


def test_linked_data_of_ours_stands_in_the_head_and_needs_no_hash():
    assert script_sources(protect(f"{HEAD}{OURS}</head><body></body></html>")) == ["'self'"]


@pytest.mark.parametrize(
    "page",
    [
        f"{HEAD}</head><body>{OURS}</body></html>",
        f"{HEAD}{OURS}{OURS}</head><body></body></html>",
        f"{HEAD}{OURS}</head><body>{OURS}</body></html>",
        f'{HEAD}{OURS}</head><body><SCRIPT id="a" type=application/LD+JSON>{{}}</SCRIPT></body></html>',
        f'{HEAD}<script type="application/ld+json">{{"@context":"https://example.org"}}</script></head></html>',
        f'{HEAD}<script type="application/ld&#43;json">{{}}</script></head></html>',
        f'{HEAD}<script type="application/ld+json" src="https://example.org/x"></script></head></html>',
    ],
)
def test_linked_data_that_is_not_ours_is_refused(page: str):
    with pytest.raises(Refused):
        protect(page)


def test_a_page_without_a_place_for_the_policy_is_refused():
    with pytest.raises(Refused):
        protect("<html><head><title>x</title></head></html>")


def test_the_policy_stands_before_anything_else_in_the_page():
    page = protect(f"{HEAD}<title>x</title></head><body></body></html>")
    assert page.index("Content-Security-Policy") < page.index("<title>")


def test_the_local_server_may_run_one_more_script():
    page = allow(protect(f"{HEAD}</head><body></body></html>"), "reload()")
    assert script_sources(page) == ["'self'", script_hash("reload()")]
