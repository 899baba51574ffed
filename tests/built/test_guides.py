"""The guides: their pictures show what is on the site, and the table of messages is that of the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.contribute.handbook.pictures import picture, picture_file, pictures
from macros.contribute.workbook.layout import COLUMNS
from macros.records.check.messages import MESSAGES
from scripts.screenshots import LARGEST, SHOTS, WORKBOOK
from tests.conftest import PROJECT

SHOWN = {
    lang: {
        name
        for page in PROJECT.glob(f"docs/{lang}/contribute/*.md")
        for name in re.findall(r'picture\("([\w-]+)"\)', page.read_text(encoding="utf-8"))
    }
    for lang in LANGS
}


def words(path: Path) -> str:
    """All text of a page, in one line."""
    return " ".join(html.parse(path, html.HTMLParser(encoding="utf-8")).getroot().text_content().split())


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_of_the_guides_is_there_small_and_described(lang: Lang):
    assert SHOWN[lang] == {WORKBOOK, *(shot.name for shot in SHOTS)}
    for name in SHOWN[lang]:
        taken = picture(PROJECT, name, lang)
        assert taken is not None, name
        assert 300 <= taken.width <= 1280, name
        assert picture_file(PROJECT, name, lang).stat().st_size <= LARGEST
        assert len(texts(lang)["guide"]["pictures"][name]) > 30


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_picture_shows_is_still_on_the_page(real_site: Path, lang: Lang):
    noted = dict(pictures(PROJECT))
    assert noted.pop(WORKBOOK)[lang] == [column.heading for column in COLUMNS], "run `make screenshots`"
    assert {name: shot["page"] for name, shot in noted.items()} == {shot.name: shot.page for shot in SHOTS}
    for name, shot in noted.items():
        text = words(real_site / ("" if lang == "vi" else "en") / shot["page"] / "index.html")
        assert shot[lang], name
        missing = [label for label in shot[lang] if label not in text]
        assert not missing, f"{name} has changed, run `make screenshots`: {missing}"


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_of_the_check_is_in_the_guide_with_its_mend(site: Path, lang: Lang):
    page = html.parse(site / ("" if lang == "vi" else "en") / "contribute" / "check" / "index.html").getroot()
    rows = {row.get("id"): row for row in page.xpath("//tr[@id]")}
    assert list(rows) == list(MESSAGES)
    for rule, message in MESSAGES.items():
        said = " ".join(rows[rule].text_content().split())
        # What stands between the places that a message fills in; dots at the end of a sentence are its full stop.
        for part in re.split(r"\{[^{}]*\}", getattr(message, lang).replace("{{", "{").replace("}}", "}")):
            assert " ".join(part.split()).removeprefix(".").lstrip() in said, rule
        assert "…." not in said, rule


@pytest.mark.parametrize("lang", LANGS)
def test_the_messages_are_folded_by_what_they_are_about_and_counted(site: Path, lang: Lang):
    page = html.parse(site / ("" if lang == "vi" else "en") / "contribute" / "check" / "index.html").getroot()
    folds = page.xpath("//details[.//tr[@id]]")
    assert [fold.findtext("summary").strip() for fold in folds] == [*texts(lang)["guide"]["message_groups"].values()]
    assert [fold.findtext("summary/small") for fold in folds] == [str(len(fold.xpath(".//tr[@id]"))) for fold in folds]


@pytest.mark.parametrize("lang", LANGS)
def test_the_guide_to_reports_leads_to_where_a_workbook_is_uploaded(site: Path, lang: Lang):
    page = html.parse(site / ("" if lang == "vi" else "en") / "contribute" / "progress" / "index.html").getroot()
    (link,) = page.xpath("//article//a[contains(@href, '/upload/')]")
    assert link.get("href").endswith("/data/inbox")
    assert link.text_content().strip() == texts(lang)["guide"]["upload"]
