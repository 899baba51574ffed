"""The table of fields follows from the models: each field with its label and the sort of value that it holds."""

from __future__ import annotations

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.handbook.field_table import Row, field_tables
from macros.records.field_words import about, field_words, option_words
from macros.records.kinds import IN_FILES, PLURAL
from macros.records.model import Partner, Term, Update


def rows(records: Catalogue, mark: str, lang: Lang = "en") -> dict[str, Row]:
    (table,) = [table for table in field_tables(records, lang) if table.mark == mark]
    return {row.name: row for row in table.rows}


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_has_every_kind_with_every_field(lang: Lang, catalogue: Catalogue):
    tables = {table.mark: table for table in field_tables(catalogue, lang)}
    assert [mark for mark in tables if not mark.startswith("part-")] == list(IN_FILES)
    for kind, owner in IN_FILES.items():
        assert [row.name for row in tables[kind].rows] == list(owner.model_fields)
        required = {row.name for row in tables[kind].rows if row.required}
        assert required == {name for name, field in owner.model_fields.items() if field.is_required()}
        assert tables[kind].file == PLURAL[kind].files
        assert tables[kind].about == about(owner)[lang]
        assert tables[kind].title


def test_parts_that_records_share_follow_without_a_file(catalogue: Catalogue):
    tables = {table.mark: table for table in field_tables(catalogue, "en")}
    assert (tables["part-term"].title, tables["part-term"].file) == ("Term", "")
    assert [row.name for row in tables["part-term"].rows] == list(Term.model_fields)
    assert "part-partner" not in tables


@pytest.mark.parametrize("lang", LANGS)
def test_a_field_says_in_words_what_it_holds(lang: Lang, catalogue: Catalogue):
    words = texts(lang)["field_table"]["shapes"]
    partner, update, term = (
        rows(catalogue, "partners", lang),
        rows(catalogue, "updates", lang),
        rows(catalogue, "part-term", lang),
    )
    assert partner["country"].value == words["reference"].format(of="countries")
    assert partner["sectors"].value == words["many"].format(of=words["reference"].format(of="sectors"))
    assert partner["sources"].value == words["many"].format(of="Source")
    assert partner["id"].value == words["id"]
    assert (update["date"].value, update["url"].value) == (words["date"], words["url"])
    assert (term["years"].value, rows(catalogue, "tasks", lang)["lead_all_relevant"].value) == (
        words["count"],
        words["flag"],
    )


@pytest.mark.parametrize("lang", LANGS)
def test_labels_help_and_options_are_in_the_language(lang: Lang, catalogue: Catalogue):
    row = rows(catalogue, "partners", lang)["within"]
    label, help_ = field_words(Partner, "within")
    assert (row.label, row.help) == (label[lang], help_[lang])
    options = option_words(Update, "event")
    assert (
        dict(rows(catalogue, "updates", lang)["event"].allowed).items()
        <= {value: words[lang] for value, words in options.items()}.items()
    )
