"""Controls follow from the schema of the record: their sort, words, limits and conditions."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.contribute.choices import NEW
from macros.contribute.forms.controls import Input, Part, Section
from macros.contribute.forms.form import FORMS
from macros.contribute.forms.prepare import prepare
from macros.records.field_words import field_words, option_words
from macros.records.model import EVENT_FIELDS, RELATIONS, Agreement, Update


def parts(name: str, records: Catalogue, lang: Lang = "en") -> dict[str, Part]:
    """All controls and sections of a form by their paths."""

    def every(found: tuple[Part, ...]) -> Iterator[Part]:
        for part in found:
            yield part
            if isinstance(part, Section):
                yield from every(part.parts)

    form = prepare(name, records, lang)
    return {part.path: part for part in every((*form.asked, *form.details, *form.further))}


def control(name: str, path: str, records: Catalogue, lang: Lang = "en") -> Input:
    found = parts(name, records, lang)[path]
    assert isinstance(found, Input)
    return found


def section(name: str, path: str, records: Catalogue) -> Section:
    found = parts(name, records)[path]
    assert isinstance(found, Section)
    return found


@pytest.mark.parametrize(
    ("form", "path", "shape"),
    [
        ("agreement", "partner", "reference"),
        ("agreement", "instrument", "choice"),
        ("agreement", "sectors", "references"),
        ("agreement", "signed", "date"),
        ("agreement", "announced", "date"),
        ("agreement", "languages", "references"),
        ("agreement", "binding", "choice"),
        ("agreement", "text.access", "choice"),
        ("agreement", "signatories.1.name", "line"),
        ("event", "by", "reference"),
        ("agreement", "term.years", "count"),
        ("agreement", "subject.vi", "text"),
        ("agreement", "sources.0.locator", "line"),
        ("agreement", "documents.0.title.en", "line"),
        ("agreement", "documents.0.url", "url"),
        ("agreement", "id", "id"),
        ("partner", "name.vi", "line"),
        ("task", "number", "line"),
        ("task", "lead_all_relevant", "flag"),
    ],
)
def test_a_field_gets_the_control_that_suits_its_values(form: str, path: str, shape: str, small: Catalogue):
    assert control(form, path, small).shape == shape


@pytest.mark.parametrize("lang", LANGS)
def test_labels_help_and_pick_lists_are_in_the_language_of_the_page(lang: Lang, small: Catalogue):
    found = control("agreement", "instrument", small, lang)
    label, help_ = field_words(Agreement, "instrument")
    assert (found.label, found.help) == (label[lang], help_[lang])
    listed = small.terms["instruments"]
    assert [(option.value, option.label) for option in found.options] == [(v, name[lang]) for v, name in listed.items()]
    words = option_words(Update, "event")
    events = control("event", "event", small, lang)
    assert {option.label for option in events.options} <= {words[value][lang] for value in words}
    assert control("agreement", "subject.vi", small, lang).lang == "vi"


def test_ranks_put_the_controls_in_the_order_of_the_model(small: Catalogue):
    found = [part for part in parts("task", small).values() if isinstance(part, Input)]
    ordered = [part.path.partition(".")[0] for part in sorted(found, key=lambda part: part.rank)]
    fields = list(FORMS["task"].asked + FORMS["task"].further)
    assert set(ordered) == set(fields)
    assert ordered[:4] == ["id", "plan", "group", "number"]
    assert json.loads(prepare("progress", small, "en").fixed) == {
        "event": [f"{list(Update.model_fields).index('event'):02}", "progress"]
    }


def test_what_a_form_demands_beyond_the_model_says_so(small: Catalogue):
    demanded = control("progress", "status", small)
    assert (demanded.required, demanded.optional, demanded.missing) == (True, False, "update")
    assert control("progress", "url", small).optional


def test_a_form_may_offer_less_than_the_model(small: Catalogue):
    offered = [option.value for option in control("event", "event", small).options]
    assert offered == list(FORMS["event"].offered["event"])
    assert "progress" not in offered


def test_a_field_that_belongs_to_an_event_waits_for_it(small: Catalogue):
    result = control("event", "result", small)
    assert result.when == f"event={' '.join(sorted(EVENT_FIELDS['result']))}"
    assert not result.optional
    # Where the event is not asked for, nothing can depend on it.
    assert control("progress", "status", small).when == ""


def test_a_term_asks_for_its_end_or_its_years(small: Catalogue):
    until, years = control("agreement", "term.until", small), control("agreement", "term.years", small)
    assert (until.when, years.when) == ("term.kind=until", "term.kind=years")
    assert not until.optional
    assert control("partner", "agreements.0.term.years", small).when == "agreements.0.term.kind=years"


def test_a_long_list_is_printed_once_and_shared(small: Catalogue):
    first, second = (control("agreement", f"sources.{number}.document", small) for number in range(2))
    assert [option.value for option in first.options] == [NEW, "scheme"]
    assert (second.options, second.same) == ((), first.path)
    assert first.same == ""


def test_a_record_is_named_with_its_kind(small: Catalogue):
    event, progress = control("event", "record", small), control("progress", "record", small)
    assert (event.prefix, [option.value for option in event.options]) == ("agreement/", ["sakai-2009"])
    assert (progress.prefix, [option.value for option in progress.options]) == ("task/", ["scheme-i-1"])


def test_a_list_of_sources_has_room_for_more_and_needs_one(small: Catalogue):
    sources = section("agreement", "sources", small)
    assert sources.grows
    first, *others = sources.parts
    assert first.required
    assert not any(part.required for part in others)
    assert [part.removable for part in sources.parts if isinstance(part, Section)] == [False, True, True]
    assert not section("agreement", "documents", small).grows


def test_the_first_agreement_of_a_partner_waits_behind_a_button(small: Catalogue):
    agreements = section("partner", "agreements", small)
    assert (agreements.folded, agreements.removable, agreements.optional) == (True, True, True)
    assert not section("partner", "sources", small).optional
    assert not section("partner", "documents", small).optional


def test_a_text_is_asked_for_in_both_languages(small: Catalogue):
    name = section("partner", "name", small)
    assert (name.kind, [part.path for part in name.parts]) == ("languages", ["name.vi", "name.en"])
    assert all(part.required for part in name.parts)
    note = section("progress", "note", small)
    assert [part.required for part in note.parts] == [True, False]


def test_every_control_has_an_id_of_its_own(small: Catalogue):
    for form in FORMS:
        marks = [part.mark for part in parts(form, small).values()]
        assert len(marks) == len(set(marks))
        assert all(mark.startswith("f-") and "." not in mark for mark in marks)


def test_what_few_sources_tell_waits_behind_a_button(small: Catalogue):
    text, people = section("agreement", "text", small), section("agreement", "signatories", small)
    assert (text.folded, people.folded, people.grows) == (True, True, True)
    assert [part.path for part in text.parts] == ["text.access", "text.url", "text.language"]


def test_a_source_may_say_no_where_it_may_also_be_silent(small: Catalogue):
    assert [option.value for option in control("agreement", "binding", small).options] == ["true", "false"]


def test_a_replacement_needs_its_successor(small: Catalogue):
    by = control("event", "by", small)
    assert (by.when, by.optional) == ("event=replaced", False)


def test_the_minutes_of_a_signing_stand_in_a_fold_of_their_own_and_none_has_to_be_filled_in(small: Catalogue):
    form = prepare("agreement", small, "vi")
    assert [part.path for part in form.details] == ["place", "signatories", "languages", "binding", "text", *RELATIONS]
    assert not any(part.required for part in form.details)
    # Whoever records a signing in five minutes fills in no more than these; the form proposes the id.
    must = [part.path for part in (*form.asked, *form.details, *form.further) if part.required]
    assert must == ["partner", "instrument", "signatory", "term", "sources", "id"]
    assert prepare("task", small, "vi").details == ()


@pytest.mark.parametrize(
    ("name", "details"),
    [
        *((name, ["sources"]) for name in ("event", "progress", "task-change")),
        ("partner", ["former_names", "identifiers"]),
    ],
)
def test_what_few_sources_tell_can_be_told_and_need_not_be(name: str, details: list[str], small: Catalogue):
    form = prepare(name, small, "vi")
    assert [part.path for part in form.details] == details
    assert not any(part.required for part in form.details)
