"""Write the report on a year or quarter as documents: ``python scripts/report.py 2026 [4]``."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import as_of
from macros.base.formats import day_text
from macros.base.languages import LANGS
from macros.base.system import progress
from macros.base.system.files import write_whole
from macros.base.system.refusals import ends_in_words
from macros.base.system.terminal import speak_utf8
from macros.base.words import texts
from macros.catalogue.of_day import catalogue_of
from macros.export.docx.report_document import report_document
from macros.export.docx.template_faults import TemplateRefused
from macros.export.docx.template_list import check_templates
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views import addresses
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from macros.views.reports.report import Report


@ends_in_words
def main() -> int:
    """Write the documents; return 0, or 1 where the period or the data is refused."""
    speak_utf8()
    arguments = _arguments()
    today = as_of()
    asked = (arguments.year or str(today.year)) + (f"-q{arguments.quarter}" if arguments.quarter else "")
    try:
        period = Period.parse(asked)
    except ValueError:
        return _refuse("wrong_period", found=asked.replace("-q", ", "))
    with progress.shown(3):
        return _made(period, arguments.root, today)


def _made(period: Period, root: Path, today: dt.date) -> int:
    """Write the documents on a period; return the exit status."""
    progress.step("Kiểm tra dữ liệu / Checking the data")
    dataset, problems = check(root)
    if found := errors(problems):
        progress.end()
        print("\n".join(problem.text() for problem in found), file=sys.stderr)
        return 1
    try:
        made = report(period, catalogue_of(root, dataset, today))
    except ValueError:
        return _refuse("not_begun", period=period.id, date=today.isoformat())
    progress.step("Soát mẫu Word / Checking the Word templates")
    try:
        check_templates()
    except TemplateRefused as refused:
        progress.end()
        print(refused, file=sys.stderr)
        return 1
    progress.step("Ghi báo cáo / Writing the report")
    files = ", ".join(_written(made, root))
    progress.end()
    for lang in LANGS:
        print(texts(lang)["report"]["written"].format(files=files, date=day_text(made.until, lang)))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Lập báo cáo năm hoặc quý / write the report on a year or quarter")
    parser.add_argument("year", nargs="?", default="", help="năm / year")
    parser.add_argument("quarter", nargs="?", default="", help="quý 1–4 / quarter 1–4")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    return parser.parse_args()


def _written(made: Report, root: Path) -> Iterator[str]:
    """Write the report in each language; yield the path of each below the project's folder."""
    for lang in LANGS:
        path = f"reports/{Path(addresses.report_draft(made.period.id, lang)).name}"
        write_whole(root / path, report_document(made, lang))
        yield path


def _refuse(key: str, **values: str) -> int:
    progress.end()
    for lang in LANGS:
        print(texts(lang)["report"][key].format(**values), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
