from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from macros.catalogue.catalogue import Catalogue
from macros.website.frame.repository import Repository
from tests.conftest import PROJECT
from tests.unit.website.frame.about import shown

NONE = Repository("", "main")


def test_a_file_opens_at_its_line_on_the_branch():
    repository = Repository("https://example.org/da nang", "feature/x")
    assert repository.edit("data/a b.yaml", 7) == "https://example.org/da nang/edit/feature/x/data/a%20b.yaml#L7"
    assert repository.edit("docs/vi/about.md") == "https://example.org/da nang/edit/feature/x/docs/vi/about.md"


def test_the_form_for_corrections_is_filled_in(catalogue: Catalogue):
    about = shown(catalogue, "partners/aoba.md")
    address = urlsplit(Repository("https://example.org/x", "main").report(about))
    assert address.path == "/x/issues/new"
    filled = {name: value for name, (value,) in parse_qs(address.query).items()}
    assert filled == {
        "template": "correction.yml",
        "title": "partner/aoba: ",
        "page": about.address,
        "record": "partner/aoba",
    }
    assert (PROJECT / ".github" / "ISSUE_TEMPLATE" / filled["template"]).is_file()


def test_without_a_repository_nothing_leads_there(catalogue: Catalogue):
    assert (NONE.edit("data/x.yaml", 1), NONE.report(shown(catalogue, "partners/aoba.md"))) == ("", "")
