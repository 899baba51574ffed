from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from macros.website.adapter.site_map import SiteMap
from tests.conftest import PROJECT

NAV = [
    {"Home": "index.md"},
    {"Work": [{"Tasks": "tasks/index.md"}, {"Rules": [{"Old": "rules/old.md"}, {"New": "rules/new.md"}]}]},
    {"More": ["about.md"]},
]


@pytest.fixture
def site_map() -> SiteMap:
    config = load_config(str(PROJECT / "mkdocs.yml"))
    config.nav = NAV
    names = ["index.md", "tasks/index.md", "rules/old.md", "rules/new.md", "about.md"]
    files = Files([File(name, None, config.site_dir, use_directory_urls=True) for name in names])
    return SiteMap(get_navigation(files, config))


def test_groups_are_those_of_the_navigation_and_lead_to_their_first_page(site_map: SiteMap):
    assert [(group.title, group.url) for group in site_map.groups] == [("Work", "tasks/"), ("More", "about/")]
    assert [(link.title, link.url) for link in site_map.groups[0].links] == [
        ("Tasks", "tasks/"),
        ("Rules", "rules/old/"),
    ]


def test_a_page_stands_beside_its_group_with_the_inner_group_opened(site_map: SiteMap):
    assert [link.url for link in site_map.beside("tasks/")] == ["tasks/", "rules/old/"]
    assert [link.url for link in site_map.beside("rules/new/")] == ["tasks/", "rules/old/", "rules/new/"]
    assert [link.url for link in site_map.beside("about/")] == ["about/"]


@pytest.mark.parametrize(
    ("url", "title"),
    [("tasks/", "Work"), ("tasks/a-1/", "Work"), ("plans/x/", "Work"), ("rules/new/", "Work"), ("about/", "More")],
)
def test_a_record_belongs_to_the_group_of_its_list(url: str, title: str, site_map: SiteMap):
    group = site_map.group(url)
    assert group is not None
    assert group.title == title


def test_the_home_page_belongs_to_no_group(site_map: SiteMap):
    assert site_map.group("") is None
    assert site_map.beside("") == ()
    assert site_map.group("unknown/") is None
