"""Forms as they are prepared for a page."""

from __future__ import annotations

import json
import re
import sys

import pytest

from macros.base.characters import forbidden
from macros.catalogue.catalogue import Catalogue
from macros.contribute.forms.form import FORMS
from macros.contribute.forms.prepare import prepare
from macros.records.kinds import KINDS


def refused(runs: dict[str, list[int]]) -> dict[int, str]:
    """The characters that a script refuses that reads the runs of each rule: so many allowed, so many refused, …"""
    found: dict[int, str] = {}
    for rule, lengths in runs.items():
        code = 0
        for place, length in enumerate(lengths):
            if place % 2:
                found |= dict.fromkeys(range(code, code + length), rule)
            code += length
    return found


def test_forms_refuse_each_character_that_the_check_refuses_and_no_other(small: Catalogue):
    (printed,) = {prepare(name, small, "en").characters for name in FORMS}
    assert refused(json.loads(printed)) == {
        code: rule for code in range(sys.maxunicode + 1) if (rule := forbidden(chr(code)))
    }


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_the_message_of_each_rule_about_characters(small: Catalogue, name: str):
    form = prepare(name, small, "vi")
    assert json.loads(form.characters).keys() <= json.loads(form.messages).keys()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("agreement", {"agreements", "documents"}),
        ("event", {"updates"}),
        ("progress", {"updates"}),
        ("task-change", {"updates"}),
        ("partner", {"partners", "agreements", "documents"}),
        ("task", {"tasks", "documents"}),
    ],
)
def test_a_form_knows_the_ids_in_use_of_each_kind_that_it_makes(name: str, kinds: set[str], small: Catalogue):
    ids = json.loads(prepare(name, small, "en").known)["ids"]
    assert ids.keys() == kinds
    assert ids.get("documents", {}).keys() <= small.documents.keys()
    for kind, own in {"agreements": "sakai-2009", "partners": "sakai", "tasks": "scheme-i-1"}.items():
        if kind in kinds:
            assert list(ids[kind]) == [own]
            assert ids[kind][own].startswith("data/")


def test_a_form_knows_the_ids_and_names_that_partners_had_before(catalogue: Catalogue):
    known = json.loads(prepare("partner", catalogue, "en").known)
    assert known["ids"]["partners"]["lagoa-city"] == known["ids"]["partners"]["lagoa"]
    assert ["jp", "aoba-machi", "aoba"] in [name[:3] for name in known["names"]]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_beside_a_field_no_message_speaks_of_files(lang, small: Catalogue):
    fields = {name for kind in KINDS for name in kind.model.model_fields} - {
        "date",
        "text",
        "reason",
        "signed",
        "term",
        "name",
    }
    for rule, (message, _) in json.loads(prepare("agreement", small, lang).messages).items():
        assert not set(re.findall(r"\b[a-z_-]+(?=:)", message)) & fields, rule
        assert not re.search(r"\{(field|parent|first)\b|\.yaml|data/|YAML", message), rule
