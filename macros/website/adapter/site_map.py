"""The navigation as pages print it: groups in the header, the pages of a group, all of them in the footer.

The groups and their order are those of ``nav`` in mkdocs.yml, where a group may hold a group. Records are not in the
navigation, or each page would print thousands of links; they belong to the group of the list that leads to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

# First folders of pages that no list of the navigation has, and the folder of the list that leads to them.
_LED_TO_BY = {"plans": "tasks", "task-groups": "tasks"}


@dataclass(frozen=True, slots=True)
class Link:
    """A page in the navigation: its title and its address below the language's root."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the navigation.

    Attributes:
        title: its name.
        links: its pages; a group within it is its first page, under the name of that group.
        inner: the pages of the groups within it, those of each group together.
    """

    title: str
    links: tuple[Link, ...]
    inner: tuple[tuple[Link, ...], ...]

    @property
    def url(self) -> str:
        """The address of its first page, where its name leads to."""
        return self.links[0].url

    def together(self, url: str) -> tuple[Link, ...]:
        """Return the pages that are listed with the one at an address; none where it is not in the group.

        They are those of the group, and of a group within it where the page is in that.
        """
        opened = next((links for links in self.inner if url in {link.url for link in links}), ())
        if not opened and url not in {link.url for link in self.links}:
            return ()
        found: list[Link] = []
        for link in self.links:
            found += opened if opened and link.url == opened[0].url else [link]
        return tuple(found)


class SiteMap:
    """The groups of the navigation, and the place of a page in them."""

    def __init__(self, nav: Navigation) -> None:
        """Read the groups; a page outside any group, such as the home page, is in none."""
        self.groups = tuple(_group(item) for item in nav.items if isinstance(item, Section))
        self._folders = {
            link.url.partition("/")[0]: group for group in self.groups for link in _all(group) if "/" in link.url
        }

    def group(self, url: str) -> Group | None:
        """Return the group that the page at an address belongs to; None for the home page and missing pages.

        Args:
            url: the page's address below the language's root.
        """
        for group in self.groups:
            if group.together(url):
                return group
        folder = url.partition("/")[0]
        return self._folders.get(_LED_TO_BY.get(folder, folder))

    def beside(self, url: str) -> tuple[Link, ...]:
        """Return the pages listed together with the one at an address, itself among them; none for a record."""
        group = self.group(url)
        return group.together(url) if group is not None else ()


def _group(section: Section) -> Group:
    links, inner = [], []
    for item in section.children:
        pages = tuple(_pages(item))
        if isinstance(item, Section):
            links.append(Link(item.title, pages[0].url))
            inner.append(pages)
        else:
            links += pages
    return Group(section.title, tuple(links), tuple(inner))


def _pages(item: object) -> Iterator[Link]:
    if isinstance(item, Section):
        for child in item.children:
            yield from _pages(child)
    elif isinstance(item, Page):
        yield Link(str(item.title), item.url)


def _all(group: Group) -> Iterator[Link]:
    yield from group.links
    for links in group.inner:
        yield from links
