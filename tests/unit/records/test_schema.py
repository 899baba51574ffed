"""Schemas, forms, the table of fields and the models are one; so are the words for them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.base.languages import LANGS
from macros.records.field_words import FILE, about, field_words, option_words
from macros.records.schema import FOLDER, files, modeline, models, record_schema
from macros.records.writing.canonical import data_files
from tests.conftest import PROJECT, SMALL
from tests.editors import errors_in_editors


def test_the_schemas_in_the_repository_are_those_of_the_models():
    kept = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / FOLDER).glob("*.json")}
    assert kept == files(), "run make schema"


@pytest.mark.parametrize(("kind", "depth", "path"), data_files(SMALL), ids=lambda value: getattr(value, "stem", None))
def test_good_data_fits_its_schema_as_editors_see_it(kind: str, depth: int, path: Path):
    assert errors_in_editors(path.read_text(encoding="utf-8"), kind) == []
    assert modeline(kind, depth).endswith(f"{'../' * depth}{FOLDER}/{kind}.schema.json")


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("signed: 2009", "signed: 09"),
        ("kind: indefinite", "kind: eternal"),
        ("country: jp", "nation: jp"),
        ("    vi: Sakai\n", ""),
    ],
)
def test_editors_see_what_is_wrong(typed: str, instead: str):
    partner = (PROJECT / "tests" / "fixtures" / "small" / "data" / "partners.yaml").read_text(encoding="utf-8")
    assert typed in partner
    assert errors_in_editors(partner, "partners") == []
    assert errors_in_editors(partner.replace(typed, instead), "partners")


@pytest.mark.parametrize("name", models())
def test_every_field_has_its_words_in_both_languages(name: str):
    owner = models()[name]
    assert set(about(owner)) == set(LANGS)
    assert all(about(owner)[lang].strip() for lang in LANGS)
    for field in owner.model_fields:
        for words in field_words(owner, field):
            assert set(words) == set(LANGS), field
            assert all(words[lang].strip() for lang in LANGS), field
    for field, given in record_schema(owner)["properties"].items():
        options = option_words(owner, field)
        assert not options or set(given["enum"]) <= set(options), field


def test_there_are_no_words_for_fields_that_no_model_has():
    words = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    everywhere = {field for owner in models().values() for field in owner.model_fields}
    assert set(words["common"]) <= everywhere
    for name, entry in words.items():
        if name not in {"common", "options"}:
            assert set(entry) - {"about"} <= set(models()[name].model_fields), name
    for place in words["options"]:
        name, _, field = place.partition(".")
        assert field in models()[name].model_fields, place


def test_asking_twice_gives_the_same_schemas():
    assert files() == files()
