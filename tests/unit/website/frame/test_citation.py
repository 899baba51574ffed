"""Citations: the text, and the BibTeX entry as a public parser reads it."""

from __future__ import annotations

import datetime as dt

import pytest
from pybtex.database import Entry, parse_string

from macros.website.frame.citation import bibtex, plain, tex
from macros.website.frame.page_info import About

DAY = dt.date(2026, 11, 21)
HOSTILE = [
    "100 % of {A} & B_1 #2 $3",
    "a } b",
    "{ c",
    r"\input{/etc/passwd} ~ ^ < > |",
    'say "hello" @misc{x, title = {y}}',
    "dòng\nhai,\n}",
    "Ủy ban nhân dân thành phố Đà Nẵng – Quảng Nam, ơ ư ặ ẫ",
]


def about(title: str, lang="en") -> About:
    return About(
        lang=lang,
        site="https://example.org/danang/",
        path="partners/x/",
        title=title,
        description="d",
        file="docs/en/x.md",
        generated=None,
    )


def parsed(page: About) -> Entry:
    (entry,) = parse_string("\n".join(bibtex(page, DAY)), "bibtex").entries.values()
    return entry


def test_an_entry_names_title_site_address_and_date():
    entry = parsed(about("Agreement with Sakai (2009)"))
    assert entry.type == "misc"
    fields = entry.fields
    assert fields["title"] == "{Agreement with Sakai (2009)}"
    assert fields["url"] == "https://example.org/danang/en/partners/x/"
    assert (fields["year"], fields["month"], fields["language"]) == ("2026", "11", "english")
    assert fields["note"] == "Data as of 2026-11-21, CC BY 4.0"
    assert str(entry.persons["author"][0]) == "{Da Nang and the World}"


@pytest.mark.parametrize("title", HOSTILE)
def test_any_title_stays_within_its_field_and_is_printed_as_it_is(title: str):
    entry = parsed(about(title))
    assert set(entry.fields) == {"title", "year", "month", "url", "note", "language"}
    assert title_as_printed(entry) == " ".join(title.split())


def title_as_printed(entry: Entry) -> str:
    return untex(entry.fields["title"].removeprefix("{").removesuffix("}"))


def untex(text: str) -> str:
    """The inverse that TeX performs, written from TeX's side."""
    printed = {
        "backslash": "\\",
        "braceleft": "{",
        "braceright": "}",
        "asciitilde": "~",
        "asciicircum": "^",
        "less": "<",
        "greater": ">",
        "bar": "|",
    }
    for name, char in printed.items():
        text = text.replace(rf"\text{name}{{}}", f"\0{ord(char)}\0")
    for char in "&%$#_":
        text = text.replace(f"\\{char}", char)
    assert "\\" not in text
    assert "{" not in text
    parts = text.split("\0")
    parts[1::2] = [chr(int(code)) for code in parts[1::2]]
    return "".join(parts)


def test_vietnamese_letters_are_kept():
    assert tex("Đà Nẵng, ơ ư ặ") == "Đà Nẵng, ơ ư ặ"
    assert parsed(about("Thỏa thuận với Sakai", "vi")).fields["language"] == "vietnamese"


def test_the_text_says_what_where_and_as_of_when_in_the_language_of_the_page():
    assert plain(about("Sakai"), "21 November 2026") == (
        "Da Nang and the World. “Sakai”. Data as of 21 November 2026. "
        "https://example.org/danang/en/partners/x/. CC BY 4.0."
    )
    assert plain(about("Sakai", "vi"), "21/11/2026") == (
        "Đà Nẵng với thế giới. “Sakai”. Dữ liệu tính đến ngày 21/11/2026. "
        "https://example.org/danang/partners/x/. CC BY 4.0."
    )
