"""Filters and globals that the templates of pages may use, by subject; each module binds its own to an environment."""

from __future__ import annotations

from jinja2 import Environment

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.website.frame.repository import Repository
from macros.website.template_helpers import (
    charts,
    conflicts,
    figures,
    follow,
    forms,
    gaps,
    invest,
    links,
    lists,
    log,
    names,
    news,
    relations,
    reports,
    scripts,
    statuses,
    values,
)


def bind(environment: Environment, records: Catalogue, lang: Lang, repository: Repository) -> None:
    """Offer everything that templates use.

    Args:
        environment: the environment of the templates.
        records: the joined records; what a page asks of them is asked when it is printed, so that it can be noted.
        lang: the language of the pages.
        repository: that of the project.
    """
    environment.globals |= {"lang": lang, "records": records}
    for subject in (
        values,
        names,
        lists,
        statuses,
        charts,
        figures,
        follow,
        log,
        news,
        relations,
        reports,
        gaps,
        conflicts,
        forms,
        invest,
    ):
        subject.bind(environment, records, lang)
    links.bind(environment, lang, repository)
    scripts.bind(environment)
