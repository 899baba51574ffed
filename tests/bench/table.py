"""The measurements as tables for README.md."""

from __future__ import annotations

import datetime as dt
import functools
import os
import platform
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measure import Run, Spread

if TYPE_CHECKING:
    from tests.bench.in_browser import Waiting
    from tests.bench.run import Own, Result

BEGIN = "<!-- renewed by `make bench` -->"
END = "<!-- end -->"
MB = 1_000_000
# What exports.py calls all exports, written side by side.
ALL = "all"
_AIMS = {
    ALL: "target at 10,000: ≤ 10",
    "briefs": "with `forms`: ≤ 2 for the site's own data",
    "forms": "with `briefs`: ≤ 2 for the site's own data",
}


def text(results: list[Result], own: Own) -> str:
    """Tables of all results, the smallest size first, and of the site's own data."""
    growth = _growth(results)
    rows: list[tuple[str, Callable[[Result], str], str]] = [
        ("HTML pages, both languages", lambda r: f"{r.pages:,}", ""),
        ("full build, s", lambda r: str(_seconds(r.build)), growth("build")),
        ("floor, s", lambda r: str(_seconds(r.floor)), growth("floor")),
        (
            "**full build ÷ floor**",
            lambda r: f"**{_ratio(_seconds(r.build).median, _seconds(r.floor).median)}**",
            "target ≤ 0.80 at 1,000, ≤ 0.85 at 10,000",
        ),
        ("full build, processor s", lambda r: str(Spread(tuple(run.cpu for run in r.build))), ""),
        ("floor, processor s", lambda r: str(Spread(tuple(run.cpu for run in r.floor))), ""),
        *(row for name in results[-1].peers for row in _peer(name)),
        ("most memory of a full build, MB", lambda r: f"{max(run.memory for run in r.build) / MB:.0f}", "target ≤ 700"),
        ("`make check`, s", lambda r: str(_seconds(r.check)), "target at 10,000: ≤ 2.5; ≤ 0.6 for the site's own data"),
        ("edit of one record shown in the preview, s", lambda r: str(Spread(tuple(r.edit))), ""),
        (
            "**edit ÷ full build**",
            lambda r: f"**{_ratio(Spread(tuple(r.edit)).median, _seconds(r.build).median)}**",
            "target ≤ 0.10",
        ),
        ("record page, KB of HTML", lambda r: f"{r.page / 1000:.1f}", ""),
        (
            "record page, KB gzipped (largest)",
            lambda r: f"{r.page_packed / 1000:.1f} ({r.page_packed_most / 1000:.1f})",
            "target ≤ 12",
        ),
        ("first visit to a country page, KB", lambda r: f"{_waiting(r).first_visit / 1000:.0f}", "target ≤ 120"),
        ("search index of a language, MB (gzipped)", lambda r: f"{r.index / MB:.2f} ({r.index_packed / MB:.2f})", ""),
        ("first search result on a fresh page, s", lambda r: str(Spread(_waiting(r).first_result)), ""),
        ("rows of the register of tasks", lambda r: f"{_waiting(r).rows:,}", ""),
        ("filter by a checkbox, s", lambda r: str(Spread(_waiting(r).filter)), ""),
        ("filter by text, s", lambda r: str(Spread(_waiting(r).text)), ""),
    ]
    rows += [(_called(name), functools.partial(_export, name), _AIMS.get(name, "")) for name in results[-1].exports]
    lines = [_machine(), "", "| record pages in each language |" + "".join(f" {r.size:,} |" for r in results) + " |"]
    lines.append("|---|" + "---:|" * len(results) + "---|")
    lines += [f"| {name} | {' | '.join(map(cell, results))} | {note} |" for name, cell, note in rows]
    return "\n".join([*lines, "", *_own(own)])


def _peer(name: str) -> list[tuple[str, Callable[[Result], str], str]]:
    """Return the rows of another generator: seconds by the clock, and those of processors."""

    def shown(measure: Callable[[Run], float]) -> Callable[[Result], str]:
        return lambda r: str(Spread(tuple(map(measure, r.peers[name])))) if r.peers[name] else "–"

    return [
        (f"{name}, s", shown(lambda run: run.seconds), ""),
        (f"{name}, processor s", shown(lambda run: run.cpu), ""),
    ]


def _own(own: Own) -> list[str]:
    seconds = {
        "full build, s": str(_seconds(own.build)),
        "most memory of a full build, MB": f"{max(run.memory for run in own.build) / MB:.0f}",
        **{_later(number): str(_seconds(runs)) for number, runs in own.later.items()},
        **{_called(name): str(Spread(tuple(found))) for name, found in own.exports.items()},
    }
    head = [f"| the site's own data, {own.pages:,} HTML pages | | |", "|---|---:|---|"]
    aims = {_called(ALL): "target ≤ 1.5", _later(max(own.later, default=0)): "target: at most 2 s above the shorter"}
    return head + [f"| {name} | {value} | {aims.get(name, '')} |" for name, value in seconds.items()]


def _later(commits: int) -> str:
    return f"full build with {commits:,} more commits of data, s"


def _called(name: str) -> str:
    return "**all exports, as a build writes them, s**" if name == ALL else f"export `{name}`, s"


def renew(readme: Path, made: str) -> None:
    """Put the tables between their marks."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{after}", encoding="utf-8")


def _export(name: str, result: Result) -> str:
    return str(Spread(tuple(result.exports[name])))


def _seconds(runs: Iterable[object]) -> Spread:
    return Spread(tuple(run.seconds for run in runs))  # type: ignore[attr-defined]


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}"


def _growth(results: list[Result]) -> Callable[[str], str]:
    """The growth of a figure from the size of 1,000 to that of 10,000, if both were measured."""
    sizes = {result.size: result for result in results}

    def found(name: str) -> str:
        if not {1000, 10000} <= sizes.keys():
            return ""
        small, large = (_seconds(getattr(sizes[size], name)).median for size in (1000, 10000))
        return f"× {large / small:.1f} from 1,000 to 10,000" + (", target ≤ 10" if name == "build" else "")

    return found


def _waiting(result: Result) -> Waiting:
    assert result.waiting is not None
    return result.waiting


def _machine() -> str:
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    cores = os.cpu_count()
    return (
        f"{today}, commit {commit.stdout.strip() or 'unknown'}, {platform.system()} with {cores} cores, "
        f"Python {platform.python_version()}. Medians, with the least and the most in brackets."
    )
