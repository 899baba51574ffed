"""Examples that forms link to: folders that are there, told in both languages, for every form."""

from __future__ import annotations

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.contribute.handbook.examples import EDITS, examples
from tests.conftest import PROJECT


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", texts("vi")["webform"]["forms"])
def test_every_form_has_examples_whose_folders_are_there(form: str, lang: Lang):
    found = examples(form, lang)
    assert found
    assert all((PROJECT / example.folder / "edit.yaml").is_file() for example in found)
    assert len({example.title for example in found}) == len(found)


def test_no_title_stands_for_nothing():
    named = {name.partition("-")[2] for names in EDITS.values() for name in names}
    assert named == set(texts("en")["webform"]["example_titles"])
