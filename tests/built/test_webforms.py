"""The web forms in a real browser: what they make passes the check and shows on the page; what is wrong is told in the
check's own words; text comes through as it was typed."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import lxml.html
import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from macros.base.characters import forbidden, ranges
from macros.base.words import texts
from macros.records.check.messages import MESSAGES
from macros.records.check.rules import check
from macros.records.writing.yaml_text import yaml_file
from macros.records.yaml_source import plain, read_records
from scripts.browser import served
from tests import commands
from tests.built.conftest import PHONE, Quiet, Tab
from tests.conftest import ENVIRONMENT, PROJECT, SMALL

# Text that a careless writer of YAML, HTML or addresses would change.
HOSTILE = [
    'Ký "kết": một – hai',
    "NO",
    "0236",
    "2026-01-02",
    "~",
    "- a: b # c",
    "{{ 7*7 }} {% raw %}",
    "dòng một\ndòng hai\n\ndòng bốn",
    "'đơn' \\ chéo \\n",
    "🇻🇳 rồng 🐉",
    "!tag &neo *sao | > %",
    "a b + c & d = e ? f",
    "<script>alert(1)</script>",
]


@pytest.fixture(scope="module")
def project(small_project: Path) -> Path:
    """The project with the small data set and its site."""
    return small_project


def run(root: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    result = commands.run(root / "scripts" / script, *arguments, cwd=root, env={**os.environ, **ENVIRONMENT})
    assert result.returncode == 0, result.stdout + result.stderr
    return result


@pytest.fixture(scope="module")
def forms(project: Path) -> Iterator[str]:
    with served(project / "site", Quiet) as address:
        yield address


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    shared = browser.new_context(accept_downloads=True, locale="vi-VN")
    yield shared
    shared.close()


@pytest.fixture(scope="module")
def tab(context: BrowserContext) -> Tab:
    def watch(page: Page, wrong: list[str]) -> None:
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))

    return Tab(context, watch)


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    with tab.lent() as (opened, wrong):
        yield opened
    assert wrong == []


def date(page: Page, path: str, day: str, month: str, year: str) -> None:
    for unit, value in (("day", day), ("month", month), ("year", year)):
        page.fill(f'[name="{path}.{unit}"]', value)


def fill(page: Page, values: dict[str, str | list[str]]) -> None:
    """Fill a form: dates as ``day/month/year``, lists as ticks, the rest by what the control is."""
    for path, value in values.items():
        if isinstance(value, list):
            for one in value:
                page.check(f'[name="{path}"][value="{one}"]')
        elif page.locator(f'fieldset[data-path="{path}"][data-shape="date"]').count():
            date(page, path, *value.split("/"))
        elif page.locator(f'select[name="{path}"]').count():
            page.select_option(f'select[name="{path}"]', value)
        elif value == "true":
            page.check(f'[name="{path}"]')
        else:
            page.fill(f'[name="{path}"]', value)


# What :func:`fill` does, in the page: for forms that are filled by the dozen. What a reader could not fill is refused.
FILL = """
async values => {
  const there = async (selector, ready = () => true) => {
    const end = performance.now() + 60_000;
    for (;;) {
      const found = document.querySelector(selector);
      if (found?.checkVisibility() && !found.disabled && !found.readOnly && ready(found)) return found;
      if (performance.now() > end) throw new Error(`${selector} cannot be filled`);
      await new Promise((resume) => setTimeout(resume, 10));
    }
  };
  const put = async (name, value) => {
    const control = await there(`[name="${name}"]`,
      ({options}) => !options || [...options].some((option) => option.value === value && !option.disabled));
    if (control.type === "checkbox") return control.checked || control.click();
    control.focus();
    control.value = value;
    ["input", "change"].forEach((name) => control.dispatchEvent(new Event(name, { bubbles: true })));
  };
  for (const [path, value] of Object.entries(values)) {
    if (Array.isArray(value))
      for (const one of value) (await there(`[name="${path}"][value="${one}"]`)).click();
    else if (document.querySelector(`fieldset[data-path="${path}"][data-shape="date"]`))
      for (const [at, unit] of ["day", "month", "year"].entries()) await put(`${path}.${unit}`, value.split("/")[at]);
    else await put(path, value);
  }
}
"""


def made(page: Page) -> tuple[str, str]:
    """The path and the text of the file that the form makes, as GitHub would be given them."""
    page.click(".webform button[type=submit]")
    page.locator("#outcome").wait_for()
    address = page.locator("#outcome [data-action=open]").get_attribute("href")
    assert address is not None
    given = parse_qs(urlsplit(address).query)
    assert page.locator(".outcome-file").text_content() == given["value"][0]
    return given["filename"][0], given["value"][0]


NEW_DOCUMENT: dict[str, str | list[str]] = {
    "sources.0.document": "new",
    "sources.0.locator": "toàn văn",
    "documents.0.kind": "treaty",
    "documents.0.number": "01/BGN",
    "documents.0.date": "15/3/2026",
    "documents.0.title.vi": "Bản ghi nhớ Đà Nẵng – Sakai",
    "documents.0.title.en": "Memorandum Da Nang – Sakai",
    "documents.0.url": "https://example.org/mou",
    "documents.0.seen": "16/3/2026",
}
FILLED: dict[str, tuple[dict[str, str | list[str]], str, str, str]] = {
    "agreement": (
        {
            "partner": "sakai",
            "instrument": "memorandum",
            "signatory": "peoples-committee",
            "signed": "15/3/2026",
            "term.kind": "years",
            "term.years": "5",
            "subject.vi": "Du lịch và giáo dục.",
            "subject.en": "Tourism and education.",
            "sectors": ["tourism"],
            **NEW_DOCUMENT,
        },
        "data/agreements/sakai-2026.yaml",
        "agreements/sakai-2026",
        "Du lịch và giáo dục.",
    ),
    "event": (
        {
            "record": "sakai-2009",
            "event": "reviewed",
            "date": "/10/2026",
            "result": "continue",
            "next": "//2027",
            "note.vi": "Họp liên ngành thống nhất tiếp tục.",
        },
        "data/updates/2026-10-sakai-2009-reviewed.yaml",
        "agreements/sakai-2009",
        "Họp liên ngành thống nhất tiếp tục.",
    ),
    "progress": (
        {
            "record": "scheme-i-1",
            "date": "1/10/2026",
            "status": "in-progress",
            "note.vi": "Đang soạn kế hoạch.",
            "note.en": "The plan is being drafted.",
            "url": "https://example.org/bao-cao",
        },
        "data/updates/2026-10-01-scheme-i-1-progress.yaml",
        "tasks/scheme-i-1",
        "Đang soạn kế hoạch.",
    ),
    "task-change": (
        {
            "record": "scheme-i-1",
            "event": "reassigned",
            "date": "2/10/2026",
            "lead": ["peoples-committee"],
            "note.vi": "Giao Ủy ban chủ trì.",
            "note.en": "Given to the Committee.",
        },
        "data/updates/2026-10-02-scheme-i-1-reassigned.yaml",
        "tasks/scheme-i-1",
        "Giao Ủy ban chủ trì.",
    ),
    "task": (
        {
            "plan": "scheme",
            "group": "scheme-i",
            "number": "I.2",
            "title.vi": "Mở lớp ngoại ngữ",
            "title.en": "Run language courses",
            "summary.vi": "Mở lớp hằng năm cho cán bộ.",
            "summary.en": "Run courses every year for officials.",
            "lead": ["foreign-affairs"],
            "coordinating_all_relevant": "true",
            "due": "30/6/2027",
            "countries": ["jp"],
            "sources.0.document": "scheme",
            "sources.0.locator": "Phụ lục II, mục I.2",
        },
        "data/tasks/scheme-i-2.yaml",
        "tasks/scheme-i-2",
        "Mở lớp hằng năm cho cán bộ.",
    ),
    "partner": (
        {
            "name.vi": "Osaka",
            "name.en": "Osaka",
            "kind": "city",
            "country": "jp",
            "sectors": ["tourism"],
            "sources.0.document": "scheme",
            "sources.0.locator": "Phụ lục I, dòng 16",
        },
        "data/partners/osaka.yaml",
        "partners/osaka",
        "Osaka",
    ),
}


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("name", FILLED)
def test_what_a_form_makes_passes_the_check(name: str, lang: str, forms: str, page: Page, tmp_path: Path):
    values, path, _, _ = FILLED[name]
    page.goto(f"{forms}{lang}contribute/record/{name}/")
    fill(page, values)
    proposed, text = made(page)
    assert proposed == path
    shutil.copytree(SMALL / "data", tmp_path / "data")
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(text, encoding="utf-8")
    assert [problem.rule for problem in check(tmp_path)[1]] == (["english-pending"] if name == "event" else [])


def test_all_that_the_forms_make_passes_the_check_command_and_shows_on_the_pages(
    forms: str, page: Page, project: Path, tmp_path: Path
):
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", ".build"))
    for name, (values, *_) in FILLED.items():
        page.goto(f"{forms}contribute/record/{name}/")
        fill(page, values)
        path, text = made(page)
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    assert "0 errors" in run(root, "check.py").stdout
    run(root, "build.py")

    for _, _, address, shown in FILLED.values():
        built = (root / "site" / address / "index.html").read_text(encoding="utf-8")
        assert shown in lxml.html.document_fromstring(built).xpath("string(//article)")
    assert (root / "site" / "documents" / "sakai-2026-treaty" / "index.html").is_file()


def test_a_partner_may_come_with_its_first_agreement(forms: str, page: Page, tmp_path: Path):
    page.goto(f"{forms}contribute/record/partner/")
    fill(page, FILLED["partner"][0])
    page.click("[data-action=reveal]")
    fill(
        page,
        {
            "agreements.0.instrument": "agreement",
            "agreements.0.signatory": "peoples-committee",
            "agreements.0.signed": "//2026",
            "agreements.0.term.kind": "unstated",
            "agreements.0.sources.0.document": "scheme",
            "agreements.0.sources.0.locator": "Phụ lục I, dòng 16",
        },
    )
    path, text = made(page)
    shutil.copytree(SMALL / "data", tmp_path / "data")
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_text(text, encoding="utf-8")
    dataset, problems = check(tmp_path)
    assert problems == []
    assert dataset.entries["partners"][1].record.agreements[0].id == "osaka-2026"


# What is typed wrongly into which form, and the record with the same mistake, for the check to read.
AGREEMENT: dict[str, Any] = {
    "id": "sakai-2026",
    "partner": "sakai",
    "instrument": "memorandum",
    "signatory": "peoples-committee",
    "signed": "2026-03-15",
    "term": {"kind": "years", "years": "5"},
    "sources": [{"document": "scheme", "locator": "dòng 1"}],
}
TASK: dict[str, Any] = {
    "id": "scheme-i-2",
    "plan": "scheme",
    "group": "scheme-i",
    "number": "I.2",
    "title": {"vi": "Mở lớp", "en": "Run courses"},
    "summary": {"vi": "Mở lớp hằng năm.", "en": "Run courses every year."},
    "lead": ["foreign-affairs"],
    "sources": [{"document": "scheme", "locator": "mục I.2"}],
}
PARTNER: dict[str, Any] = {
    "id": "osaka",
    "kind": "city",
    "country": "jp",
    "name": {"vi": "Osaka", "en": "Osaka"},
    "sources": [{"document": "scheme", "locator": "dòng 2"}],
}
EVENT: dict[str, Any] = {
    "id": "sakai-reviewed",
    "record": "agreement/sakai-2009",
    "event": "reviewed",
    "date": "2026-10-01",
    "result": "continue",
    "note": {"vi": "Đã rà soát.", "en": "Reviewed."},
}
PROGRESS: dict[str, Any] = {
    "id": "first",
    "record": "task/scheme-i-1",
    "event": "progress",
    "date": "2026-10-01",
    "status": "done",
    "note": {"vi": "Đã làm.", "en": "Done."},
}
CHANGE: dict[str, Any] = {
    "id": "first",
    "record": "task/scheme-i-1",
    "event": "due-changed",
    "date": "2026-10-01",
    "due": "2027-12-31",
    "note": {"vi": "Lùi hạn.", "en": "Put off."},
    "url": "https://example.org/letter",
}
GIVEN: dict[str, Any] = {**CHANGE, "event": "reassigned", "due": None, "lead": ["peoples-committee"]}
WRONG: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("agreement", AGREEMENT, {"partner": None}),
    ("agreement", AGREEMENT, {"term": None}),
    ("agreement", AGREEMENT, {"sources": None}),
    ("agreement", AGREEMENT, {"sources": [{"document": "scheme"}]}),
    ("agreement", AGREEMENT, {"signed": "2026-02-30"}),
    ("agreement", AGREEMENT, {"signed": "1726"}),
    ("agreement", AGREEMENT, {"term": {"kind": "years", "years": "năm"}}),
    ("agreement", AGREEMENT, {"term": {"kind": "years", "years": "100"}}),
    ("agreement", AGREEMENT, {"term": {"kind": "years", "years": "0"}}),
    ("agreement", AGREEMENT, {"term": {"kind": "years"}}),
    ("agreement", AGREEMENT, {"term": {"kind": "until"}}),
    ("agreement", AGREEMENT, {"term": {"kind": "until", "until": "2026-01"}}),
    ("agreement", AGREEMENT, {"subject": {"vi": "Du lịch."}}),
    ("agreement", AGREEMENT, {"subject": {"en": "Tourism."}}),
    ("agreement", AGREEMENT, {"subject": {"vi": "a" * 1001, "en": "b"}}),
    ("agreement", AGREEMENT, {"subject": {"vi": "có\ttab", "en": "a tab"}}),
    ("agreement", AGREEMENT, {"subject": {"vi": "ẩn\u200b", "en": "hidden"}}),
    ("agreement", AGREEMENT, {"subject": {"vi": "đảo \u202e chiều", "en": "turned"}}),
    ("agreement", AGREEMENT, {"subject": {"vi": "Du lịch và giáo dục nữa", "en": "Du lịch và giáo dục nữa"}}),
    ("agreement", AGREEMENT, {"id": "sakai-2009"}),
    ("agreement", AGREEMENT, {"id": "Sakai 2026"}),
    ("agreement", AGREEMENT, {"id": "con"}),
    ("agreement", AGREEMENT, {"signed": "2099-01-01"}),
    ("task", TASK, {"number": "I.1"}),
    ("task", TASK, {"number": "II.1"}),
    ("task", TASK, {"title": {"vi": "a" * 121, "en": "b"}}),
    ("task", TASK, {"title": None}),
    ("task", TASK, {"coordinating": ["foreign-affairs"]}),
    ("partner", PARTNER, {"name": {"vi": "Sạkai", "en": "Osaka"}}),
    ("event", EVENT, {"result": None}),
    ("event", EVENT, {"date": "2008"}),
    ("event", EVENT, {"next": "2025"}),
    ("event", EVENT, {"note": {"vi": "Đã rà soát."}}),
    ("event", EVENT, {"note": None}),
    ("event", EVENT, {"url": "http://example.org"}),
    ("progress", PROGRESS, {"status": None}),
    ("progress", PROGRESS, {"status": "paused"}),
    ("progress", PROGRESS, {"status": "dropped", "reason": {"vi": "Hết tiền."}}),
    ("task-change", CHANGE, {"due": None}),
    ("task-change", CHANGE, {"url": None}),
    ("task-change", CHANGE, {"was": "2027-12-31"}),
    ("task-change", CHANGE, {"was": "2026-12-31"}),
    ("task-change", GIVEN, {"lead": None}),
    ("task-change", GIVEN, {"lead": ["foreign-affairs"]}),
]
KINDS = {
    "agreement": "agreements",
    "task": "tasks",
    "partner": "partners",
    "event": "updates",
    "progress": "updates",
    "task-change": "updates",
}


def typed(record: dict[str, Any], path: str = "") -> dict[str, str | list[str]]:
    """A record as what is typed into its form."""
    found: dict[str, str | list[str]] = {}
    for key, value in record.items():
        here = f"{path}{key}"
        if isinstance(value, dict):
            found |= typed(value, f"{here}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for place, item in enumerate(value):
                found |= typed(item, f"{here}.{place}.")
        elif key == "record":
            found[here] = value.partition("/")[2]
        elif key in {"signed", "date", "until", "next", "was", "due"}:
            year, month, day = [*value.split("-"), "", ""][:3]
            found[here] = f"{day}/{month}/{year}"
        elif not (key == "event" and value == "progress"):
            found[here] = value
    return found


ASKED = typed({key: value for key, value in EVENT.items() if key != "id"})


@pytest.mark.parametrize("lang", ["", "en/"])
def test_what_the_check_finds_wrong_is_told_beside_the_field(lang: str, forms: str, page: Page, tmp_path: Path):
    different = []
    # No draft of the case before.
    page.add_init_script("localStorage.clear()")
    # The rules are the same code in both languages; English looks at every fourth.
    for number, (name, whole, change) in enumerate(WRONG[:: 4 if lang else 1]):
        record = {key: value for key, value in {**whole, **change}.items() if value is not None}
        root = tmp_path / str(number)
        shutil.copytree(SMALL / "data", root / "data")
        folder = root / "data" / KINDS[name]
        folder.mkdir()
        (folder / "typed.yaml").write_text(yaml_file(KINDS[name], [record]), encoding="utf-8")
        said = {problem.rule for problem in check(root)[1] if "typed.yaml" in problem.place.file}
        assert said, change
        page.goto(f"{forms}{lang}contribute/record/{name}/")
        page.evaluate("document.querySelectorAll('.webform-further').forEach((fold) => { fold.open = true })")
        page.evaluate(FILL, typed({key: value for key, value in record.items() if key != "id" or "id" in change}))
        page.click(".webform button[type=submit]")
        page.locator("#errors:visible, #outcome:visible").first.wait_for()
        told = page.locator(".wrong:visible, #outcome:not([hidden]) .outcome-warnings li")
        marked = set(told.evaluate_all("all => all.map(({ dataset }) => dataset.rule)"))
        if marked != said:
            different.append((name, change, sorted(marked), sorted(said)))
    assert different == []


# Ranges of refused characters up to this long are typed whole, of longer ones the ends.
SHORT = 256
CARRIAGE_RETURN = 0x0D


def refused_characters() -> list[int]:
    """Code points of every range that the check refuses, without the one that a browser takes for the end of a line."""
    runs = [run for of_rule in ranges().values() for run in of_rule]
    sample = [code for run in runs for code in (run if len(run) <= SHORT else (run[0], run[-1]))]
    return [code for code in sample if code != CARRIAGE_RETURN]


def said_of(page: Page, codes: list[int]) -> set[str]:
    """The errors that the form lists when its note holds these characters, each between letters."""
    page.evaluate(
        """codes => {
            const note = document.querySelector('[name="note.vi"]');
            note.value = codes.map((code) => `a${String.fromCodePoint(code)}a`).join("");
            note.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        codes,
    )
    page.click(".webform button[type=submit]")
    page.locator("#errors:visible, #outcome:visible").first.wait_for()
    return {text.partition(": ")[2] for text in page.locator("#errors li").all_text_contents()}


@pytest.mark.parametrize(("lang", "message"), [("", "vi"), ("en/", "en")])
def test_every_character_that_the_check_refuses_is_refused_while_typing(
    lang: str, message: str, forms: str, page: Page
):
    page.goto(f"{forms}{lang}contribute/record/event/")
    fill(page, ASKED)
    codes = refused_characters()
    broken = {code: forbidden(chr(code)) or "" for code in codes}
    assert {*broken.values()} == {*ranges()}
    said = {rule: getattr(MESSAGES[rule], message) for rule in ranges()} | texts(message)["form_messages"]
    expected = {said[rule].format(found=f"U+{code:04X}") for code, rule in broken.items()}
    assert said_of(page, codes) == expected


def test_every_character_beside_those_that_are_refused_may_be_typed(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/event/")
    fill(page, ASKED)
    beside = {code for of_rule in ranges().values() for run in of_rule for code in (run[0] - 1, run[-1] + 1)}
    allowed = sorted(code for code in beside if 0 <= code <= sys.maxunicode and not forbidden(chr(code)))
    # No more at once than the note has room for.
    for start in range(0, len(allowed), SHORT):
        assert said_of(page, allowed[start : start + SHORT]) == set()


def test_a_correction_is_free_text_and_takes_any_character(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/correction/?record=agreement/sakai-2009")
    page.locator(".webform").wait_for()
    fill(page, {"field": "Ngày ký", "should": "2010\t(hai nghìn mười)\u200b", "source": "Phụ lục I"})
    page.click(".webform button[type=submit]")
    page.locator("#outcome").wait_for()
    assert "2010\t(hai nghìn mười)\u200b" in (page.locator(".outcome-file").text_content() or "")


def test_text_comes_through_the_file_as_it_was_typed(forms: str, page: Page, tmp_path: Path):
    page.goto(f"{forms}contribute/record/event/")
    fill(page, ASKED)
    for text in HOSTILE:
        page.fill('[name="note.vi"]', text)
        page.fill('[name="note.en"]', f" {text}\n")
        _, file = made(page)
        (tmp_path / "typed.yaml").write_text(file, encoding="utf-8")
        nodes, problems = read_records(tmp_path / "typed.yaml", "typed.yaml")
        assert problems == []
        assert plain(nodes[0])["note"] == {"vi": text, "en": text}
        shown = page.locator("#outcome .facts > div", has_text="Diễn giải – tiếng Việt").locator("dd")
        assert shown.text_content() == text


def test_accents_typed_apart_are_put_together(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/event/")
    fill(page, ASKED)
    page.fill('[name="note.vi"]', "Đà Nẵng")
    assert '"Đà Nẵng"' in made(page)[1]


def test_the_browser_writes_the_same_file_as_the_command_line(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/agreement/")
    for text in [*HOSTILE, "y", "off", "tên", "a-1", "1-a", "2026", "12345678901", "\u00a0 \u0085\ufeff\U000e0041", ""]:
        record = {"id": "a", "text": {"vi": text, "en": "b"}, "list": [text, "x"], "many": [{"a": text}, {"b": "c"}]}
        same = page.evaluate(
            """async ([line, record]) => {
                const { yamlFile } = await import(new URL("../../../assets/javascripts/contribute/yaml.js", location));
                return yamlFile(line, record);
            }""",
            [yaml_file("updates", [{"id": "a"}]).split("\n")[0], record],
        )
        assert same == yaml_file("updates", [record])


def test_errors_are_listed_linked_and_reached_by_the_keyboard(forms: str, page: Page):
    page.goto(f"{forms}en/contribute/record/agreement/")
    page.locator(".webform button[type=submit]").press("Enter")
    errors = page.locator("#errors")
    errors.wait_for()
    assert page.evaluate("document.activeElement.id") == "errors"
    assert errors.locator("h2").inner_text() == "5 things to put right"
    errors.get_by_role("link").nth(1).press("Enter")
    assert page.evaluate("document.activeElement.name") == "instrument"
    assert page.locator('[name="instrument"]').get_attribute("aria-invalid") == "true"
    page.select_option('[name="instrument"]', "agreement")
    assert page.locator('[name="instrument"]').get_attribute("aria-invalid") is None


def wait_for_draft(page: Page, form: str, text: str) -> None:
    """Wait until a text is in the draft of a form, which is kept a moment after it was typed."""
    page.wait_for_function(
        """([form, text]) => Object.entries(localStorage)
          .some(([key, value]) => key.startsWith(`da-nang:draft:${form}`) && value.includes(text))""",
        arg=[form, text],
    )


def test_a_draft_is_kept_and_can_be_deleted(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/agreement/")
    fill(page, {**FILLED["agreement"][0], "sources.0.locator": "trang 2"})
    page.click("[data-action=add]")
    page.fill('[name="sources.1.locator"]', "trang 3")
    wait_for_draft(page, "agreement", "trang 3")
    page.reload()
    page.locator(".webform").wait_for()
    page.locator(".draft", has_text="bản nháp").wait_for()
    assert page.input_value('[name="partner"]') == "sakai"
    assert page.is_checked('[name="sectors"][value="tourism"]')
    assert page.input_value('[name="sources.1.locator"]') == "trang 3"
    assert page.input_value('[name="signed.year"]') == "2026"
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("[data-action=clear]")
    assert page.input_value('[name="partner"]') == ""
    page.reload()
    page.locator(".webform").wait_for()
    assert page.input_value('[name="partner"]') == ""
    assert page.locator('[name="sources.1.locator"]').is_hidden()


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "1",
        '{"values": 1}',
        '{"values": [1], "open": [], "own": []}',
        '{"values": [["partner"]], "open": [], "own": []}',
        '{"values": [["partner", {}]], "open": [], "own": []}',
        '{"values": [["partner", "sakai"]], "open": 7, "own": []}',
        '{"values": [["partner", "sakai"]], "open": ["webform"], "own": 7}',
        '{"values": {"constructor": 1}}',
    ],
)
def test_a_draft_that_is_damaged_is_left_alone(stored: str, forms: str, page: Page):
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{forms}contribute/record/agreement/")
    page.evaluate("text => localStorage.setItem('da-nang:draft:agreement', text)", stored)
    page.reload()
    page.locator(".webform").wait_for()
    assert page.input_value('[name="partner"]') == ""
    assert failed == []


def test_a_form_works_where_the_browser_refuses_storage(forms: str, browser: Browser):
    # A page of its own: the theme's script says in the console that it remembers no colours.
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    page.goto(f"{forms}contribute/record/partner/")
    page.locator(".webform").wait_for()
    page.fill('[name="name.en"]', "Constructor")
    expect(page.locator('[name="id"]')).to_have_value("constructor")
    page.close()


def test_a_draft_about_one_record_does_not_stand_below_another(forms: str, page: Page):
    address = f"{forms}contribute/record/event/"
    about = f"{address}?record=agreement/sakai-2009"
    page.goto(about)
    page.locator(".webform").wait_for()
    page.fill('[name="note.vi"]', "Đã họp với thành phố Sakai.")
    wait_for_draft(page, "event", "Đã họp")
    for other in (address, f"{address}?record=agreement/sakai-2011"):
        page.goto(other)
        page.locator(".webform").wait_for()
        assert page.input_value('[name="note.vi"]') == ""
    page.goto(about)
    page.locator(".draft", has_text="bản nháp").wait_for()
    assert page.input_value('[name="note.vi"]') == "Đã họp với thành phố Sakai."


def test_the_file_can_be_downloaded_mailed_and_copied(forms: str, page: Page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{forms}contribute/record/progress/")
    fill(page, FILLED["progress"][0])
    path, text = made(page)
    with page.expect_download() as download:
        page.click("[data-action=download]")
    assert download.value.suggested_filename == Path(path).name
    assert Path(download.value.path()).read_text(encoding="utf-8") == text
    mail = urlsplit(page.locator("[data-action=mail]").get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "")
    assert text.replace("\n", "\r\n") in parse_qs(mail.query)["body"][0]
    page.click("[data-action=copy]")
    page.locator(".outcome-copied", has_text="Đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_a_text_too_long_for_an_address_says_so_and_offers_the_file(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/event/")
    fill(page, {**ASKED, "note.vi": "ẵ" * 990})
    page.click(".webform button[type=submit]")
    page.locator("#outcome").wait_for()
    assert page.locator(".outcome-open").is_hidden()
    assert "/upload/main/data/updates" in (page.locator("[data-action=upload]").get_attribute("href") or "")


def test_the_way_through_the_log_in_counts_for_the_length_of_an_address(forms: str, page: Page):
    """Readers who are not logged in get to GitHub's form by a page whose address holds the form's, encoded again."""
    page.goto(f"{forms}contribute/record/event/")
    cases = (
        ({"note.vi": "ẵ" * 120}, True),
        ({"note.vi": "ẵ" * 520}, False),
        # Signs that a browser leaves as they are in an address, and a server does not.
        ({"note.vi": "(" * 990, "note.en": "'" * 990}, False),
    )
    for notes, opens in cases:
        fill(page, {**ASKED, **notes})
        page.click(".webform button[type=submit]")
        page.locator("#outcome").wait_for()
        address = page.locator("#outcome [data-action=open]").get_attribute("href") or ""
        assert len(address) < 8000
        assert (len(quote(address, safe="")) < 7900) is opens
        assert page.locator(".outcome-open").is_visible() is opens
        assert page.locator(".outcome-long").is_visible() is not opens


def test_a_correction_too_long_for_an_address_is_copied(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/correction/?record=agreement/sakai-2009")
    page.locator(".webform").wait_for()
    fill(page, {"field": "Ngày ký", "now": "2009", "should": "ẵ" * 700, "source": "Phụ lục I, dòng 15"})
    page.click(".webform button[type=submit]")
    page.locator("#outcome").wait_for()
    assert page.locator(".outcome-open").is_hidden()
    assert page.locator(".outcome-long", has_text=texts("vi")["webform"]["issue_page"]).is_visible()


def test_half_a_character_in_a_correction_keeps_nothing_back(forms: str, page: Page):
    """What was cut in the middle of a sign, such as an emoji, by a program that it was copied from."""
    page.goto(f"{forms}contribute/record/correction/?record=agreement/sakai-2009")
    page.locator(".webform").wait_for()
    fill(page, {"field": "Ngày ký", "now": "2009", "should": "2010", "source": "Phụ lục I"})
    page.evaluate("document.querySelector('[name=should]').value = 'năm 2010 \\ud83d'")
    page.click(".webform button[type=submit]")
    page.locator("#outcome").wait_for()
    assert quote("năm 2010 \ufffd") in (page.locator("[data-action=mail]").get_attribute("href") or "")


def test_a_refused_clipboard_is_told_and_the_text_selected(forms: str, page: Page):
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{forms}contribute/record/progress/")
    fill(page, FILLED["progress"][0])
    _, text = made(page)
    assert page.locator(".outcome-file").is_hidden()
    page.click("[data-action=copy]")
    page.locator(".outcome-copied", has_text=texts("vi")["webform"]["copy_by_hand"]).wait_for()
    assert page.evaluate("getSelection().toString()").strip() == text.strip()


def test_a_correction_becomes_an_issue_or_opens_the_line(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/correction/?record=agreement/sakai-2009")
    page.locator(".webform").wait_for()
    assert page.input_value("#f-record") == "agreement/sakai-2009"
    fill(page, {"field": "Ngày ký", "now": "2009", "should": "2010", "source": "Phụ lục I, dòng 15"})
    page.click(".webform button[type=submit]")
    page.locator("#outcome").wait_for()
    issue = urlsplit(page.locator("[data-action=open]").get_attribute("href") or "")
    assert issue.path == "/example/danang/issues/new"
    assert "(agreement/sakai-2009, data/partners.yaml:9)" in parse_qs(issue.query)["body"][0]
    assert (page.locator("[data-action=edit]").get_attribute("href") or "").endswith(
        "/example/danang/edit/main/data/partners.yaml#L9"
    )


def test_a_record_page_leads_to_its_forms(forms: str, page: Page):
    page.goto(f"{forms}agreements/sakai-2009/")
    page.get_by_role("link", name="Ghi diễn biến").click()
    page.locator(".webform").wait_for()
    assert page.input_value('[name="record"]') == "sakai-2009"
    page.goto(f"{forms}tasks/scheme-i-1/")
    page.get_by_role("link", name="Báo cáo tiến độ").click()
    page.locator(".webform").wait_for()
    assert page.input_value('[name="record"]') == "scheme-i-1"


def test_a_review_that_is_due_leads_to_its_form(page: Page, project: Path, forms: str, tmp_path: Path):
    page.goto(f"{forms}review/")
    page.get_by_role("link", name="Ghi kết quả một lần rà soát").click()
    page.locator(".webform").wait_for()
    assert page.input_value('[name="event"]') == "reviewed"
    assert page.locator('[name="result"]').is_visible()
    fill(page, ASKED | {"next": "/10/2026"})
    path, text = made(page)

    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", ".build"))
    (root / path).parent.mkdir()
    (root / path).write_text(text, encoding="utf-8")
    run(root, "build.py")
    for lang in ("", "en/"):
        review = lxml.html.document_fromstring((root / "site" / lang / "review" / "index.html").read_text("utf-8"))
        (address,) = review.xpath("//ul[@class='due']/li/a[contains(@href, '/event/')]/@href")
        page.goto(f"{forms}{lang}review/{address}")
        page.locator(".webform").wait_for()
        assert page.input_value('[name="record"]') == "sakai-2009"
        assert page.input_value('[name="event"]') == "reviewed"


def reach(page: Page, selector: str) -> None:
    """Press the Tab key until the control is focused, as somebody without a pointer would."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            break
    else:
        raise AssertionError(f"{selector} is not reached by the keyboard")
    focused = page.locator(selector)
    box = focused.bounding_box()
    assert box is not None
    assert box["x"] >= 0, selector
    assert box["x"] + box["width"] <= PHONE["width"], selector
    # Nothing that is focused lies under the header or below the edge of the screen.
    assert 48 <= box["y"] < PHONE["height"], selector
    assert focused.evaluate("it => getComputedStyle(it).outlineStyle") != "none", selector


def choose(page: Page, selector: str, value: str) -> None:
    page.locator(f'{selector} option[value="{value}"]').wait_for(state="attached")
    reach(page, selector)
    for _ in range(20):
        before = page.input_value(selector)
        if before == value:
            return
        page.keyboard.press("ArrowDown")
        # A page that is still busy takes the key later.
        with contextlib.suppress(Error):
            page.wait_for_function(
                "([at, was]) => document.querySelector(at).value !== was", arg=[selector, before], timeout=5_000
            )
    raise AssertionError(f"{selector} does not come to {value}")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_signing_is_recorded_on_a_phone_with_the_keyboard_alone(
    lang: str, forms: str, browser: Browser, tmp_path: Path
):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{forms}{lang}contribute/record/agreement/")
    page.locator(".webform").wait_for()
    for path, value in FILLED["agreement"][0].items():
        if isinstance(value, list):
            reach(page, f'[name="{path}"][value="{value[0]}"]')
            page.keyboard.press("Space")
        elif page.locator(f'[name="{path}.year"]').count():
            for unit, part in zip(("day", "month", "year"), value.split("/"), strict=True):
                reach(page, f'[name="{path}.{unit}"]')
                page.keyboard.type(part)
        elif page.locator(f'select[name="{path}"]').count():
            choose(page, f'select[name="{path}"]', value)
        else:
            reach(page, f'[name="{path}"]')
            page.keyboard.insert_text(value)
    reach(page, ".webform button[type=submit]")
    page.keyboard.press("Enter")
    page.locator("#outcome").wait_for()
    assert page.evaluate("document.activeElement.id") == "outcome"
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    reach(page, "[data-action=open]")
    given = parse_qs(urlsplit(page.locator("[data-action=open]").get_attribute("href") or "").query)
    path = given["filename"][0]
    shutil.copytree(SMALL / "data", tmp_path / "data")
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_text(given["value"][0], encoding="utf-8")
    dataset, problems = check(tmp_path)
    assert problems == []
    recorded = dataset.entries["partners"][0].record.agreements
    assert [agreement.id for agreement in recorded] == ["sakai-2009", "sakai-2026"]
    context.close()


@pytest.mark.parametrize(("lang", "number"), [("", "Nguồn 2"), ("en/", "Source 2")])
def test_a_source_that_is_added_is_counted_in_words_of_the_language(lang: str, number: str, forms: str, page: Page):
    page.goto(f"{forms}{lang}contribute/record/agreement/")
    page.click("[data-action=add]")
    assert page.locator('[data-section="sources.1"] > legend').inner_text() == number


@pytest.mark.parametrize("name", [*FILLED, "correction"])
def test_without_scripts_the_page_says_how_else(name: str, forms: str, browser: Browser):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    opened = context.new_page()
    opened.goto(f"{forms}contribute/record/{name}/")
    assert opened.locator(".webform").is_hidden()
    assert opened.locator(".webform-scriptless").is_visible()
    ways = opened.locator(".webform-scriptless + ul")
    if name == "correction":
        # There is no specimen of a correction, so nothing may send a reader to one.
        assert "bản mẫu" not in ways.inner_text()
        assert (ways.get_by_role("link").get_attribute("href") or "").endswith("/issues/new?template=correction.yml")
    else:
        assert "bản mẫu" in ways.inner_text()
        opened.click(".specimen summary")
        assert "- id:" in opened.locator(".specimen pre").inner_text()
    context.close()


def test_the_specimen_of_a_page_can_be_copied_as_it_is(forms: str, page: Page):
    page.goto(f"{forms}contribute/record/agreement/")
    page.click(".specimen summary")
    shown = page.locator(".specimen pre").inner_text()
    assert shown.rstrip() in (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
