"""Printing a page: the Jinja environment of the templates, and what they may use."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.base import spreadsheet
from macros.base.clock import HO_CHI_MINH, as_of, build_day, built_at
from macros.base.collation import collate
from macros.base.dates import PartialDate
from macros.base.escape import escape, preformatted
from macros.base.formats import date_text, money_text, number_text, quantity_text
from macros.base.languages import Lang
from macros.base.system import cache
from macros.base.system.files import PROJECT
from macros.base.words import count_text, texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.cutoff import until
from macros.catalogue.dependencies import once
from macros.catalogue.items import AgreementItem, IndicatorItem, TaskItem
from macros.catalogue.status import AgreementStatus, renewals
from macros.catalogue.status_ahead import Changes, count_changes
from macros.contribute.choices import by_heading, correctable
from macros.contribute.forms import messages, prepare
from macros.contribute.handbook.field_table import field_tables
from macros.contribute.handbook.guide import check_messages, picture
from macros.contribute.handbook.specimens import specimens
from macros.export.downloads import downloads
from macros.records.check.problem import Place, errors
from macros.records.check.rules import check
from macros.records.history import git
from macros.records.history.replay import Change
from macros.records.model import Term
from macros.views import addresses, timeline
from macros.views.abbreviations import Abbreviations
from macros.views.addresses import FOLDERS
from macros.views.change_log import Day, Entry, Narrator
from macros.views.drawings.charts import Chart, ColumnChart, bar_chart, column_chart
from macros.views.drawings.partner_map import atlas
from macros.views.grouping import areas_by_country, by_issuer, by_year
from macros.views.labels import agreement_title
from macros.views.registers import register
from macros.views.reports.counts import Period, Report, periods, report
from macros.views.reports.coverage import coverage
from macros.views.reports.reviews import TASK as REVIEW_TASK
from macros.views.reports.reviews import reviews
from macros.views.reports.sentences import covered, period_text, summary
from macros.website.frame.foot import Repository, foot
from macros.website.frame.licences import works
from macros.website.frame.linked_data import linked_data, script_text
from macros.website.frame.page_info import About

# Records that a process was given by the one that started it.
_given: Final[list[Catalogue]] = []


class BrokenData(Exception):
    """The data does not pass the check, so there is nothing to print."""


def hand_over(records: Catalogue) -> None:
    """Use these records in this process and those that it starts, instead of reading the data again."""
    _given[:] = [records]


def catalogue(*, anew: bool = False) -> Catalogue:
    """The joined records of the project, as of today or ``AS_OF``: those handed over, else those read.

    Args:
        anew: whether to read them again, because they may have changed.

    Raises:
        BrokenData: the check found errors.
    """
    if _given:
        return _given[0]
    if anew:
        _read.cache_clear()
    return _read()


@functools.cache
def _read() -> Catalogue:
    dataset, problems = check(PROJECT)
    if found := errors(problems):
        raise BrokenData("\n".join(problem.text() for problem in found))
    day = as_of()
    return Catalogue(until(dataset, day), day, git.read(PROJECT), build_day())


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
        self._environment = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=escape,
            bytecode_cache=cache.compiled_templates(),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        abbreviations = Abbreviations(records.glossary, lang)
        filters: dict[str, Callable[..., Any]] = {
            "tr": self._in_language,
            "date": self._date,
            "day": self.date,
            "number": lambda value: number_text(value, lang),
            "by_name": self._by_name,
            "by_country": self._by_country,
            "by_year": by_year,
            "by_issuer": lambda documents: by_issuer(documents, lang),
            "money": lambda amount: money_text(amount.value, amount.currency, lang),
            "quantity": lambda indicator: quantity_text(indicator.value, indicator.unit[lang], lang),
            "pieces": lambda text: list(abbreviations.pieces(text[lang])),
            "chart": self._chart,
            "areas_by_country": areas_by_country,
            "expiring": lambda items: timeline.expiring(items, records.as_of),
            "by_date": lambda items: sorted(items, key=lambda date: date.first_day),
        }
        self._environment.filters |= filters
        self._environment.globals |= {
            "t": texts(lang),
            "lang": lang,
            "records": records,
            "as_of": self.date(records.as_of),
            "count": self.count,
            "term": self._term,
            "agreement_title": lambda item: agreement_title(item, lang),
            "renewals": renewals,
            "edit_url": self.edit_url,
            "standing": self._standing,
            "days_left": self._days_left,
            "later": Later(records, lang, self._standing),
            "guarded": spreadsheet.beginnings(),
            "register": lambda name: register(name, records, lang),
            "coverage": lambda: coverage(records),
            "horizon": self.date(timeline.horizon(records.as_of)),
            "timeline": lambda signed, done: timeline.by_year(timeline.events(signed, done, records.as_of)),
            "downloads": lambda: downloads(records, lang),
            "atlas": once(records, lambda: atlas(records)),
            "in_force_chart": lambda: column_chart({y: len(end.in_force) for y, end in records.year_ends.items()}),
            "log": Log(records, lang),
            "feed": lambda kind="", name="": addresses.feed(kind, name, lang),
            "calendar": lambda kind="", name="": addresses.calendar(kind, name, lang),
            "changes_json": addresses.CHANGES,
            "status_chart": self._status_chart,
            "signing_chart": self._signing_chart,
            "forms": list(texts(lang)["webform"]["forms"]),
            "field_tables": lambda: field_tables(lang),
            "works": lambda: works(records, lang),
            "repository": self._repository.address,
            "branch": self._repository.branch,
            "specimen": self._specimen,
            "check_messages": lambda: check_messages(lang),
            "messages": lambda *rules: messages(rules, lang),
            "periods": lambda: periods(records),
            "period_text": lambda period: period_text(period, lang),
            "report_covers": lambda item: covered(item, lang),
            "report_summary": lambda item: summary(item, lang),
            "report_chart": self._report_chart,
            "horizon_of": lambda item: self.date(timeline.horizon(item.until)),
            "reviews": lambda: reviews(records),
            "review_task": REVIEW_TASK,
        }

    def show(self, template: str, record: str = "", depth: int = 0) -> str:
        """A page's body as Markdown with HTML blocks.

        Args:
            template: the kind of page, the name of a file in ``templates/``.
            record: id of the record that a record page shows.
            depth: how many folders below the language's root the page lies; links are relative.
        """
        root = _root(depth)
        if template == "record-form":
            template, item = self._form(record)
        else:
            item = self._item(template, record) if record else None

        def url(kind: str, name: str = "") -> str:
            return f"{root}{FOLDERS[kind]}/" + (f"{name}/" if name else "")

        page = self._environment.get_template(f"{template}.md.jinja")
        return page.render(
            item=item, root=root, url=url, kind=template, site_root=root if self.lang == "vi" else f"{root}../"
        )

    def _item(self, kind: str, record: str) -> Any:
        """What a page about one record, or one year, shows."""
        match kind:
            case "in-force-year":
                return self.records.year_ends[int(record)]
            case "changes-year":
                return self.records.history.by_year[int(record)]
            case "report":
                return report(Period.parse(record), self.records)
        return self.records.of_kind(kind)[record]

    def _form(self, name: str) -> tuple[str, Any]:
        """The template of a web form, and what it shows."""
        if name == "correction":
            return name, by_heading(correctable(self.records, self.lang))
        return "record-form", prepare(name, self.records, self.lang)

    def _specimen(self, kind: str) -> Markup:
        """The specimen of a kind of record, as it may be copied."""
        return preformatted(specimens(PROJECT)[kind])

    def crumbs(self, title: str, depth: int, within: str = "") -> str:
        """The breadcrumbs of a hand-written page with this title, below the page ``within`` if one is named."""
        return self._environment.get_template("crumbs.jinja").render(title=title, root=_root(depth), within=within)

    def picture(self, name: str, depth: int) -> str:
        """A picture in a guide, with what it shows in words; nothing while nobody has taken it."""
        image = picture(PROJECT, name, self.lang)
        if image is None:
            return ""
        return self._environment.get_template("picture.jinja").render(image=image, name=name, root=_root(depth))

    def head(self, about: About) -> str:
        """What a page tells programs, for its head."""
        graph = Markup(script_text(linked_data(about, self.records)))  # noqa: S704 (escaped for the place it stands in)
        return self._environment.get_template("page-head.jinja").render(about=about, linked_data=graph)

    def foot(self, about: About) -> str:
        """What stands below the content of a page."""
        prepared = foot(about, self.records, self._repository, self.date(self.records.as_of))
        return self._environment.get_template("page-foot.jinja").render(foot=prepared)

    def edit_url(self, place: Place) -> str:
        """Where the repository shows the line that a record begins at, ready to edit; empty without a repository."""
        return self._repository.edit(place.file, place.line)

    def count(self, kind: str, number: int) -> str:
        """``3 agreements``, in the language."""
        return count_text(kind, number, self.lang, number_text(number, self.lang))

    def built(self) -> str:
        """When this build ran, in Vietnam time."""
        moment = built_at().astimezone(HO_CHI_MINH)
        return f"{moment:%H:%M}, {self.date(moment.date())}"

    def _in_language(self, text: Any) -> str:
        return str(text[self.lang])

    def _date(self, date: PartialDate) -> str:
        return date_text(date, self.lang)

    def date(self, day: dt.date) -> str:
        return date_text(PartialDate.of(day), self.lang)

    def _by_name(self, items: Iterable[Any]) -> list[Any]:
        name: Callable[[Any], str] = lambda item: getattr(item, "record", item).name[self.lang]  # noqa: E731
        return collate(items, name, self.lang)

    def _by_country(self, items: Iterable[Any]) -> list[Any]:
        """Partners or agreements by country, then by name and date as they come."""
        named = collate(items, lambda item: getattr(item, "partner", item.record).name[self.lang], self.lang)
        return collate(named, lambda item: item.country.name[self.lang], self.lang)

    def _chart(self, series: list[IndicatorItem]) -> Chart:
        figures = [item.record for item in series]
        return bar_chart(
            [(f.period[self.lang], f.value, quantity_text(f.value, f.unit[self.lang], self.lang)) for f in figures]
        )

    def _status_chart(self) -> Chart:
        words = texts(self.lang)["agreement_status"]
        counts = self.records.agreement_counts.items()
        return bar_chart([(words[status], Decimal(n), number_text(n, self.lang)) for status, n in counts])

    def _report_chart(self, item: Report) -> Chart:
        words = texts(self.lang)["task_status"]
        return bar_chart([(words[status], Decimal(n), number_text(n, self.lang)) for status, n in item.by_status])

    def _signing_chart(self) -> ColumnChart | None:
        signed = {row.year: row.signed for row in self.records.agreements_by_year if row.year is not None}
        return column_chart(signed) if signed else None

    def cite(self, document: str, locator: str, depth: int) -> str:
        """A citation in a hand-written page.

        Raises:
            KeyError: there is no such document.
        """
        record = self.records.documents[document].record
        address = f"{_root(depth)}{FOLDERS['document']}/{document}/"
        return self._environment.get_template("cite.jinja").render(document=record, locator=locator, address=address)

    def _standing(self, item: AgreementItem, status: AgreementStatus) -> str:
        """Why an agreement has a status, as a sentence."""
        words = texts(self.lang)["agreement"]
        if status == "unknown":
            # Later than today, only an end printed as a year or month leaves it open.
            return str(texts(self.lang)["in-force"]["reasons"][item.unclear or "end-imprecise"])
        if item.expires is not None:
            return str(
                words["expired_on" if status == "expired" else "runs_until"].format(date=self._date(item.expires))
            )
        return str(words["no_end"])

    def _days_left(self, item: AgreementItem) -> int | None:
        """How many days an agreement in force still runs, where its last day is known."""
        if item.status != "in-force" or item.expires is None or item.expires.precision != "day":
            return None
        return (item.expires.last_day - self.records.as_of).days

    def _term(self, term: Term) -> str:
        """A term in words, as its source states it."""
        words = texts(self.lang)["terms"]
        values = {
            "until": self._date(term.until) if term.until is not None else "",
            "years": self.count("years", term.years) if term.years is not None else "",
        }
        key = "until_years" if term.kind == "until" and term.years is not None else term.kind
        return str(words[key].format(**values))


class Later:
    """What a page prints beside a status or count, for the script that judges it anew on the reader's day.

    Each is a list of ``[day, words, status?]`` as JSON, empty where nothing will change.
    """

    def __init__(
        self, records: Catalogue, lang: Lang, standing: Callable[[AgreementItem, AgreementStatus], str]
    ) -> None:
        self._as_of = records.as_of
        self._lang: Lang = lang
        self._standing = standing

    def agreement(self, item: AgreementItem) -> str:
        words = texts(self._lang)["agreement_status"]
        return _json((day, words[status], status) for day, status in item.changes)

    def standing(self, item: AgreementItem) -> str:
        return _json((day, self._standing(item, status)) for day, status in item.changes)

    def task(self, item: TaskItem) -> str:
        words = texts(self._lang)["task_status"]
        return _json((day, words[status], status) for day, status in item.changes)

    def count(self, agreements: Iterable[AgreementItem], status: AgreementStatus, words: str = "{n}") -> str:
        changes: Changes[int] = count_changes(agreements, status, self._as_of)
        return _json((day, words.replace("{n}", number_text(number, self._lang))) for day, number in changes)


class Log:
    """The changes in words, for the pages that show them. Newest first."""

    # As many lines as a reader looks through; the pages of the years have them all.
    LATEST: Final = 60

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._history = records.history
        self._narrator = Narrator(records, lang)

    def latest(self) -> list[Day]:
        """The newest lines of the whole log, by day; a day is never cut."""
        shown: list[Day] = []
        for day in self.days(self._history.changes):
            if sum(len(other.entries) for other in shown) >= self.LATEST:
                break
            shown.append(day)
        return shown

    def days(self, changes: Iterable[Change]) -> list[Day]:
        return self._narrator.days(changes)

    def of(self, kind: str, name: str) -> list[Entry]:
        """The lines of one record; none where there is nothing but its first entry."""
        changes = self._history.of(kind, name)
        later = any(change.action != "added" or change.kind != kind for change in changes)
        return [self._narrator.entry(change) for change in changes] if later else []


def _json(rows: Iterable[tuple[Any, ...]]) -> str:
    """The rows as JSON, with days in ISO 8601; empty text for no rows."""
    listed = [[day.isoformat(), *rest] for day, *rest in rows]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")) if listed else ""


def _root(depth: int) -> str:
    """The way from a page to the root of its language."""
    return "../" * depth or "./"
