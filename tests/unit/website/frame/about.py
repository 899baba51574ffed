"""Pages as their frame describes them, for tests."""

from __future__ import annotations

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page
from macros.views.page_list import pages
from macros.views.trails import trail
from macros.website.frame.page_info import About

SITE = "https://example.org/danang/"


def shown(catalogue: Catalogue, path: str, lang: Lang = "en") -> About:
    """Return the generated page whose source has this path."""
    page: Page = next(page for page in pages(catalogue, lang) if page.path == path)
    return About(
        lang=lang,
        site=SITE,
        path=page.url,
        title=page.title,
        description=page.description,
        file=f"docs/{lang}/{page.path}",
        generated=page,
        trail=trail(page, catalogue, lang),
    )


def written(path: str, lang: Lang = "en", title: str = "Title") -> About:
    """Return a page written by hand at an address below the root of its language."""
    name = path.rstrip("/") or "index"
    file = f"docs/{lang}/{name}.md"
    return About(lang=lang, site=SITE, path=path, title=title, description=title, file=file, generated=None)
