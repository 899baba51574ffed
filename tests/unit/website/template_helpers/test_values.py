from __future__ import annotations

import pytest
from jinja2 import Environment
from markupsafe import Markup

from macros.base.dates import PartialDate
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.model import Term
from macros.website.template_helpers import values
from macros.website.template_helpers.values import Values, around


@pytest.mark.parametrize("lang", LANGS)
def test_a_term_reads_as_its_source_states_it(lang: Lang):
    shown, words = Values(lang), texts(lang)["terms"]
    until = PartialDate(2027, 9, 3)
    years = shown.count("years", 5)
    assert "5" in years
    assert shown.term(Term(kind="indefinite")) == words["indefinite"]
    assert shown.term(Term(kind="years", years=5)) == years
    assert shown.term(Term(kind="until", until=until)) == words["until"].format(until=shown.date(until))
    both = words["until_years"].format(years=years, until=shown.date(until))
    assert shown.term(Term(kind="until", until=until, years=5)) == both


def test_a_date_shows_no_more_than_is_known():
    shown = Values("en")
    assert [shown.date(PartialDate(2027, *rest)) for rest in ((), (9,), (9, 3))] == [
        "2027",
        "September 2027",
        "3 September 2027",
    ]


def test_markup_takes_the_place_of_a_name_and_the_words_around_it_stay_text():
    assert around("<b> {name} & {x}", Markup("<a>y</a>")) == "&#60;b&#62; <a>y</a> &#38; &#123;x&#125;"


def test_templates_know_the_day_and_the_words_of_the_language(catalogue: Catalogue):
    environment = Environment(autoescape=True)
    values.bind(environment, catalogue, "en")
    template = environment.from_string("{{ as_of }}: {{ count('tasks', 1) }}, {{ 12345|number }}, {{ t.crumbs.home }}")
    words = texts("en")
    task = words["counts"]["tasks"]["one"].format(n=1)
    assert template.render() == f"21 November 2026: {task}, 12,345, {words['crumbs']['home']}"
