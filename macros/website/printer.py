"""Pages printed in one language: the Jinja environment of the templates, and what each page hands to its template."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from macros.base.clock import HO_CHI_MINH, built_at
from macros.base.escape import escape
from macros.base.formats import day_text
from macros.base.languages import Lang
from macros.base.system.files import PROJECT
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import plain
from macros.contribute.choices import by_heading, correctable
from macros.contribute.forms.prepare import prepare
from macros.contribute.handbook.pictures import picture
from macros.export.licence import LICENCE_SHORT, LICENCE_URL
from macros.records.kinds import SINGULAR
from macros.views import addresses
from macros.views.briefs import strip
from macros.views.briefs.compose import brief
from macros.views.briefs.wording import Wording
from macros.views.cards import Card
from macros.views.moved import MovedPage
from macros.views.page import Page
from macros.views.page_list import pages
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from macros.views.trails import Step, trail, trail_of_written
from macros.website import template_helpers
from macros.website.environment import EscapingEnvironment
from macros.website.frame.foot import foot
from macros.website.frame.linked_data.graph import linked_data, script_text
from macros.website.frame.page_info import About
from macros.website.frame.repository import Repository
from macros.website.template_cache import compiled_templates

# The width of a year in the strips of a brief, in user units.
_YEAR: Final = 10


class Printer:
    """Renders templates for one language."""

    def __init__(self, records: Catalogue, lang: Lang, repository: str = "", branch: str = "main") -> None:
        """Prepare the templates.

        Args:
            records: the joined records.
            lang: the language of the pages.
            repository: https address of the repository, or empty where there is none to link to.
            branch: the branch that edit links lead to.
        """
        self.records = records
        self.lang: Lang = lang
        self._repository = Repository(repository.rstrip("/"), branch)
        self._environment = EscapingEnvironment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=escape,
            bytecode_cache=compiled_templates(),
            # A printer lasts for one build: its templates stay, and nothing asks whether they have changed.
            auto_reload=False,
            cache_size=-1,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        template_helpers.bind(self._environment, records, lang, self._repository)

    def show(self, template: str, record: str = "", depth: int = 0) -> str:
        """Return a page's body as Markdown with HTML blocks; generated pages begin with their breadcrumbs.

        Args:
            template: the kind of page, the name of a file in ``templates/``; the list of a kind may go without one.
            record: id of the record that a record page shows.
            depth: how many folders below the language's root the page lies; links are relative.
        """
        root = addresses.up(depth)

        page = self._pages.get((template, record))
        crumbs = "" if page is None else self._crumbs(trail(page, self.records, self.lang), root) + "\n"
        if template == "record-form":
            template, item = self._form(record)
        elif record:
            item = self._item(template, record)
        else:
            item = None if page is None else page.lists
        body = self._template(template, page).render(
            item=item, root=root, url=_url(root), site_root=root if self.lang == "vi" else f"{root}../"
        )
        return crumbs + self._notice(item) + body + self._retired(page)

    def _notice(self, item: Any) -> str:
        """Return the words that a record was retired, for the head of its page; none for any other page."""
        retired = getattr(getattr(item, "record", None), "retired", None)
        if retired is None:
            return ""
        return self._environment.get_template("retired-notice.jinja").render(retired=retired) + "\n"

    def _retired(self, page: Page | None) -> str:
        """Return the retired records of a list whose records have no pages, at the anchors that they always had."""
        kind = SINGULAR.get(page.lists) if page is not None else None
        if kind is None or kind.shown not in {"section", "row"}:
            return ""
        items = [item for item in self.records.of_kind(kind.singular).values() if item.record.retired is not None]
        return self._environment.get_template("retired-list.jinja").render(kind=kind.singular, items=items)

    def _template(self, name: str, page: Page | None) -> Template:
        """Return a template; for the list of a kind without one, that which names the records."""
        names = [f"{name}.md.jinja"]
        if page is not None and page.lists in SINGULAR:
            names.append("list.md.jinja")
        return self._environment.select_template(names)

    @functools.cached_property
    def _pages(self) -> dict[tuple[str, str], Page]:
        """The generated pages by template and record."""
        return {(page.template, page.record): page for page in pages(plain(self.records), self.lang)}

    def _item(self, kind: str, record: str) -> Any:
        """Return what a page about one record, year or period shows."""
        match kind:
            case "in-force-year":
                return self.records.year_ends[int(record)]
            case "changes-year":
                return self.records.history.by_year[int(record)]
            case "report":
                return report(Period.parse(record), self.records)
        return self.records.of_kind(kind)[record]

    def _form(self, name: str) -> tuple[str, Any]:
        """Return the template of a web form, and what it shows."""
        if name == "correction":
            return name, by_heading(correctable(self.records, self.lang))
        return "record-form", prepare(name, self.records, self.lang)

    def crumbs(self, title: str, address: str, depth: int) -> str:
        """Return the breadcrumbs of a hand-written page.

        Args:
            title: the page's title.
            address: its address below the language's root.
            depth: how many folders below that root the page lies.
        """
        return self._crumbs(trail_of_written(title, address, self.lang), addresses.up(depth))

    def _crumbs(self, steps: Sequence[Step], root: str) -> str:
        return self._environment.get_template("crumbs.jinja").render(trail=steps, root=root)

    def picture(self, name: str, depth: int) -> str:
        """Return a picture in a guide with its description; empty while it has not been taken."""
        image = picture(PROJECT, name, self.lang)
        if image is None:
            return ""
        return self._environment.get_template("picture.jinja").render(image=image, name=name, root=addresses.up(depth))

    def cite(self, document: str, locator: str, depth: int) -> str:
        """Return a citation in a hand-written page.

        Raises:
            KeyError: there is no such document.
        """
        record = self.records.document_records[document]
        address = addresses.up(depth) + addresses.page("document", document)
        return self._environment.get_template("cite.jinja").render(document=record, locator=locator, address=address)

    def head(self, about: About) -> str:
        """Return the metadata of a page, for its head."""
        graph = Markup(script_text(linked_data(about, self.records)))  # noqa: S704 (escaped for the place it stands in)
        return self._environment.get_template("page-head.jinja").render(about=about, linked_data=graph)

    def foot(self, about: About) -> str:
        """Return the footer below the content of a page."""
        prepared = foot(about, self.records, self._repository, self.date(self.records.as_of))
        return self._environment.get_template("page-foot.jinja").render(foot=prepared)

    def brief(self, about: About) -> str:
        """Return what a page prints on paper instead of its article; empty for pages of what has no brief."""
        made = brief(self._wording, about.kind, about.record)
        if made is None:
            return ""
        years = sum(label.years for label in made.axis)
        return self._environment.get_template("page-brief.jinja").render(
            brief=made, key=strip.KEY, scale=_YEAR, span=_YEAR * years
        )

    @functools.cached_property
    def _wording(self) -> Wording:
        return Wording(self.records, self.lang)

    def moved(self, page: MovedPage) -> str:
        """Return the whole page at a former address of a record."""
        address = addresses.absolute(page.target, self.lang)
        return self._environment.get_template("moved.jinja").render(page=page, address=address)

    def card(self, card: Card) -> str:
        """Return the whole card of a record."""
        root = addresses.up(card.url.count("/"))
        return self._environment.get_template("card.jinja").render(
            card=card,
            item=self.records.of_kind(card.kind)[card.id],
            address=addresses.absolute(card.page, self.lang),
            root=root,
            url=_url(root),
            licence=LICENCE_SHORT,
            licence_url=LICENCE_URL,
        )

    def date(self, day: dt.date) -> str:
        """Return a day as the language writes it."""
        return day_text(day, self.lang)

    def built(self) -> str:
        """Return the time and day of this build in Vietnam."""
        moment = built_at().astimezone(HO_CHI_MINH)
        return f"{moment:%H:%M}, {self.date(moment.date())}"


def _url(root: str) -> Callable[..., str]:
    """Return what templates call for the way to a page: of a record by its kind and id, of a list by its kind."""

    def url(kind: str, name: str = "") -> str:
        return root + (addresses.page(kind, name) if name else addresses.index(kind))

    return url
