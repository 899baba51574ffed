"""The briefs of the site, and the command that writes one for a day of one's own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.docx import briefs
from macros.views import addresses
from scripts import brief as command
from tests.unit.export.docx_reader import opened, words


def test_each_partner_and_country_has_a_brief_in_each_language(catalogue: Catalogue, tmp_path: Path):
    briefs.write(catalogue, tmp_path)
    named = {"partner": list(catalogue.partners), "country": list(catalogue.countries)}
    expected = {addresses.brief(kind, name, lang) for kind, names in named.items() for name in names for lang in LANGS}
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")} == expected
    name, partner = next(iter(catalogue.partners.items()))
    for lang in LANGS:
        document = opened((tmp_path / (addresses.brief("partner", name, lang) or "")).read_bytes())
        assert document.paragraphs[0].text == partner.record.name[lang]
        assert document.core_properties.title == texts(lang)["brief"]["file_title"].format(
            name=partner.record.name[lang]
        )


def test_other_kinds_have_none():
    assert addresses.brief("task", "x", "vi") is None


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, small_root: Path):
    """The command on the small data set, in this process."""
    monkeypatch.setenv("AS_OF", "2026-11-22")

    def call(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["brief.py", *arguments, "--root", str(small_root)])
        return command.main()

    return call


def test_a_brief_for_tomorrow_is_of_that_day(run, small_root: Path):
    assert run("--partner", "sakai", "--country", "JP", "--lang", "vi") == 0
    assert sorted(path.name for path in (small_root / "briefs").iterdir()) == ["jp-vi.docx", "sakai-vi.docx"]
    assert "22/11/2026" in words(opened((small_root / "briefs" / "sakai-vi.docx").read_bytes()))


@pytest.mark.parametrize("lang", ["", "C", "vi_VN.UTF-8", "C.UTF-8"])
def test_without_a_language_both_are_written_whatever_the_locale(run, lang: str, small_root: Path):
    assert run("--partner", "sakai", "--lang", lang) == 0
    assert sorted(path.name for path in (small_root / "briefs").iterdir()) == ["sakai-en.docx", "sakai-vi.docx"]


def test_an_unknown_partner_is_answered_with_close_ones_and_nothing_is_written(run, small_root: Path, capsys):
    assert run("--partner", "sakia") == 1
    assert "sakai" in capsys.readouterr().err
    assert not (small_root / "briefs").exists()


@pytest.mark.parametrize("arguments", [(), ("--lang", "vi"), ("--partner", "sakai", "--lang", "fr")])
def test_without_a_name_or_in_another_language_it_says_how(run, arguments, capsys):
    assert run(*arguments) == 1
    assert "make brief PARTNER=" in capsys.readouterr().err
