"""Links below a page: to its source, to the same facts as files, to what may be subscribed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.website.frame.foot import Foot, foot
from macros.website.frame.page_info import About
from macros.website.frame.repository import Repository
from tests.unit.website.frame.about import shown, written

REPOSITORY = Repository("https://example.org/x", "main")


def of(about: About, catalogue: Catalogue, repository: Repository = REPOSITORY) -> Foot:
    return foot(about, catalogue, repository, "21 November 2026")


def links(found: Foot) -> dict[str, str]:
    return {link.words: link.address for link in found.links}


def test_a_record_opens_at_its_line_and_has_its_own_files(catalogue: Catalogue):
    found = of(shown(catalogue, "countries/kr.md"), catalogue)
    place = catalogue.countries["kr"].place
    assert found.place == place
    own = links(found)
    assert own.pop("edit") == f"https://example.org/x/edit/main/{place.file}#L{place.line}"
    assert own.pop("report").startswith("https://example.org/x/issues/new?")
    assert own == {
        "json": "../../../api/v1/countries/KR.json",
        "csv": "../../../en/data/countries.csv",
        "markdown": "index.md",
        "feed": "../../../en/feeds/countries/kr.xml",
        "calendar": "../../../en/calendars/countries/kr.ics",
    }


def test_a_record_without_a_feed_offers_that_of_its_partner_by_name(catalogue: Catalogue):
    found = of(shown(catalogue, "agreements/hanbit-2021.md"), catalogue)
    (feed,) = [link for link in found.links if link.words == "feed"]
    assert (feed.address, feed.of) == ("../../../en/feeds/partners/hanbit.xml", "Hanbit")
    (calendar,) = [link for link in found.links if link.words == "calendar"]
    assert calendar.address == "../../../en/calendars/partners/hanbit.ics"


def test_partners_and_tasks_have_feeds_and_calendars_of_their_own(catalogue: Catalogue):
    for kind, name in (("partners", "hanbit"), ("tasks", "quay-1-2")):
        own = links(of(shown(catalogue, f"{kind}/{name}.md"), catalogue))
        assert own["feed"] == f"../../../en/feeds/{kind}/{name}.xml"
        assert own["calendar"] == f"../../../en/calendars/{kind}/{name}.ics"


def test_a_record_without_a_country_offers_everything(catalogue: Catalogue):
    found = links(of(shown(catalogue, "documents/outlook.md"), catalogue))
    assert found["feed_all"] == "../../../en/feeds/all.xml"
    assert "feed" not in found


def test_a_list_opens_its_file_and_has_the_files_of_all(catalogue: Catalogue):
    found = of(shown(catalogue, "partners/index.md"), catalogue)
    assert found.place is None
    own = links(found)
    assert own["edit_list"] == "https://example.org/x/edit/main/data/partners.yaml"
    assert (own["json"], own["csv"]) == ("../../api/v1/partners.json", "../../en/data/partners.csv")
    assert "markdown" not in own


def test_a_list_whose_records_stand_within_others_has_no_file_to_open(catalogue: Catalogue):
    assert not [link for link in of(shown(catalogue, "agreements/index.md"), catalogue).links if link.edits]


@pytest.mark.parametrize(("path", "more"), [("about/", set()), ("", {"feed_all", "calendar_all"})])
def test_a_page_written_by_hand_opens_its_own_file_and_is_no_data(catalogue: Catalogue, path: str, more: set[str]):
    about = written(path)
    found = links(of(about, catalogue))
    assert found["edit_page"] == f"https://example.org/x/edit/main/{about.file}"
    assert found.keys() == {"edit_page", "report", *more}


def test_the_log_offers_its_own_file(catalogue: Catalogue):
    assert links(of(shown(catalogue, "changes/index.md"), catalogue))["json"] == "../../api/v1/changes.json"


def test_without_a_repository_there_is_nothing_to_edit_or_report(catalogue: Catalogue):
    found = links(of(shown(catalogue, "countries/kr.md"), catalogue, Repository("", "main")))
    assert not {"edit", "report"} & found.keys()
    assert "json" in found


def test_every_link_has_words_in_both_languages(catalogue: Catalogue):
    paths = ("countries/kr.md", "partners/index.md", "documents/outlook.md")
    used = {link.words for path in paths for link in of(shown(catalogue, path), catalogue).links}
    used |= links(of(written(""), catalogue)).keys()
    for lang in ("vi", "en"):
        assert used <= texts(lang)["page_foot"].keys()


def test_partners_and_countries_offer_the_code_of_their_card(catalogue: Catalogue):
    card = of(shown(catalogue, "partners/hanbit.md"), catalogue).card
    assert card is not None
    assert card.link == "../../embed/partners/hanbit/"
    assert card.address.endswith("/en/embed/partners/hanbit/")
    for page in ("agreements/hanbit-2021.md", "partners/index.md"):
        assert of(shown(catalogue, page), catalogue).card is None


def test_a_name_in_the_code_of_a_card_cannot_end_the_attribute(catalogue: Catalogue):
    about = replace(shown(catalogue, "partners/hanbit.md"), title='A "b" <c>')
    card = of(about, catalogue).card
    assert card is not None
    assert card.title.startswith("A &quot;b&quot; &lt;c&gt; – ")
