"""The comment says what a pull request does, and nothing in one can make it do more than say so."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from markdown_it import MarkdownIt

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.contribute.pull_request.artifact import Unreadable, parse, unpack
from macros.contribute.pull_request.comment import LONGEST, MARK, comment
from macros.contribute.pull_request.proposal import FILE, LARGEST, Proposal, fitted
from macros.contribute.pull_request.safe_markdown import disarm

RUN = "https://github.com/example/danang/actions/runs/7"
SAME = {"vi": "Daegu", "en": "Daegu"}
PLAIN: dict[str, Any] = {
    "version": 1,
    "as_of": "2026-11-21",
    "groups": [
        {
            "action": "added",
            "kind": "agreement",
            "count": 1,
            "records": [
                {
                    "id": "orta-2026",
                    "names": [{"vi": "Daegu", "en": "Daegu"}, {"vi": "Bán dẫn", "en": "Semiconductors"}],
                }
            ],
        }
    ],
    "ends": [{"names": [{"vi": "Sakai", "en": "Sakai"}], "before": "2026-11-02", "after": "2027-11-02"}],
    "ends_moved": 1,
    "pages": {"changed": 14, "added": 2, "removed": 0},
    "errors": 0,
    "warnings": 3,
    "findings": [],
}
FINDING = {
    "severity": "error",
    "rule": "date",
    "place": "data/partners.yaml:12:15",
    "record": "partners/sakai",
    "field": "agreements.0.signed",
    "found": "2009-13",
    "allowed": "",
    "details": {},
}
# What must not come alive in a comment.
HOSTILE = [
    "@octocat",
    "@danang/foreign-affairs",
    "#1",
    "example/danang#1",
    "GH-1",
    "https://evil.example/",
    "www.evil.example",
    "mail@evil.example",
    "[click](https://evil.example/)",
    "![pixel](https://evil.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<!-- what this pull request does -->",
    "</details><h1>Approved</h1>",
    "`` ` @octocat",
    "`" * 90 + "@octocat",
    "line\n\n# heading",
    "line\r@octocat",
    "a\u2028@octocat",
    "\u202egnp.exe",
    "zero\u200bwidth",
    "| a | b |",
    "- [x] done",
    "fixes #1",
    "deadbeefcafe",
    "see GH-1 and TICKET-12 and JIRA12",
    "to example/danang",
    "say :tada: and evil.example now",
    "number 123456",
    "0123456789abcdef0123456789abcdef01234567",
    ":tada:",
    "$\\href{https://evil.example}{x}$",
    "{{ 7*7 }}",
    "{found}",
    "%0A::error::",
    "&#64;octocat",
    "\\@octocat",
    "**bold**",
    "~~~",
    "",
]

SIGNS = [
    "@",
    "evil.example",
    "octocat",
    "alert",
    "onerror",
    "Approved",
    "deadbeef",
    "456789abcdef",
    "#",
    "$",
    "GH-",
    "JIRA1",
]


def changed(**values: Any) -> Proposal:
    return parse(json.dumps(PLAIN | values).encode())


def zipped(text: bytes, name: str = FILE, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


def live(markdown: str) -> list[str]:
    """The parts that GitHub would work on: the text outside code, and every tag, link and image."""
    tokens = MarkdownIt("commonmark", {"html": True}).parse(markdown)
    parts = [part for token in tokens for part in (token.children or [token]) if part.type != "code_inline"]
    return [part.content or str(part.attrs) for part in parts if part.content or part.type in {"link_open", "image"}]


def test_the_comment_says_in_both_languages_what_changes():
    said = comment(changed(), RUN)
    assert said.startswith(MARK)
    assert (
        "thêm 1 thỏa thuận (Daegu, Bán dẫn); chuyển hạn của 1 thỏa thuận sang `2027` (Sakai); "
        "2 trang mới; 14 trang thay đổi; 3 cảnh báo."
    ).replace("`", "") in said
    assert (
        "adds 1 agreement (Daegu, Semiconductors); moves 1 expiry to 2027 (Sakai); "
        "2 new pages; 14 pages change; 3 warnings."
    ) in said
    assert said.index("Yêu cầu thay đổi này") < said.index("This pull request")
    assert "end moved from 2 November 2026 to 2 November 2027" in said
    assert "As of 21 November 2026" in said
    assert RUN in said


def test_errors_are_said_with_place_and_mend_and_no_site_is_promised():
    said = comment(changed(errors=1, pages=None, findings=[FINDING]), RUN)
    assert "**1 lỗi**" in said
    assert "**1 error**" in said
    assert "`data/partners.yaml:12:15` · `partners/sakai` · `agreements.0.signed`: “`2009-13`” is no date." in said
    assert "could not be built" in said
    assert "`site`" not in said


def test_what_could_not_be_described_is_said_so():
    said = comment(None, RUN)
    assert "Chưa mô tả được" in said
    assert "could not be described" in said
    assert f"]({RUN})" in said


def test_a_pull_request_without_records_says_so():
    said = comment(changed(groups=[], ends=[], ends_moved=0, pages={"changed": 0, "added": 0, "removed": 0}), RUN)
    assert "changes no record; no page changes" in said


def test_many_records_are_counted_and_the_first_are_named():
    records = [{"id": f"task-{n}", "names": [{"vi": f"Việc {n}", "en": f"Task {n}"}]} for n in range(20)]
    said = comment(changed(groups=[{"action": "added", "kind": "task", "count": 400, "records": records}]), RUN)
    assert "adds 400 tasks (Task 0, Task 1, Task 2, and 397 more)" in said


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_wherever_it_stands(text: str):
    calm = comment(changed(errors=1, findings=[FINDING]), RUN)
    words = {"vi": text, "en": text}
    record = {"id": text, "names": [words], "fields": [text], "said": words}
    finding = FINDING | dict.fromkeys(("place", "record", "field", "found", "allowed"), text)
    said = comment(
        changed(
            groups=[{"action": "added", "kind": "agreement", "count": 1, "records": [record]}],
            ends=[{"names": [words], "before": text, "after": text}],
            errors=1,
            findings=[finding, finding | {"rule": "new-rule"}, finding | {"details": {"found": text}}],
        ),
        RUN,
    )
    alive = "\n".join(live(said))
    for sign in SIGNS:
        assert sign not in alive, f"{sign} lives: {alive}"
    for ours in ("<details>", "</details>", MARK):
        assert alive.count(ours) == calm.count(ours), ours
    assert said.count("\n#") == 0
    assert [line for line in live(said) if "href" in line] == [line for line in live(calm) if "href" in line]
    assert not [char for char in said if char in "\u202e\u200b\u2028\r"]


@pytest.mark.parametrize(
    "text",
    [
        "Daegu",
        "Công nghệ thông tin và kinh tế số",
        "Côte d’Ivoire",
        "Quảng Nam–Đà Nẵng",
        "hạn từ 03/08/2023 thành 2027",
    ],
)
def test_names_are_printed_as_names(text: str):
    assert disarm(text) == text


def test_a_very_long_description_makes_a_shorter_comment():
    records = [{"id": "x" * 290, "names": [{"vi": "@" * 290, "en": "@" * 290}] * 8, "fields": ["f" * 290] * 40}] * 20
    groups = [{"action": "added", "kind": "task", "count": 20, "records": records}]
    text = json.dumps(PLAIN | {"groups": groups}).encode()
    # The file itself is refused long before.
    with pytest.raises(Unreadable):
        parse(text)
    said = comment(Proposal.model_validate_json(text), RUN)
    assert len(said.encode()) < LONGEST
    assert "<details>" not in said
    assert texts("en")["proposal"]["cut"] in said


def fullest(text: str, kinds: int) -> Proposal:
    """A file that holds as much of a text as the models take."""
    words = {"vi": text, "en": text}
    record = {"id": text, "names": [words] * 8, "fields": [text] * 40, "said": words}
    finding = FINDING | dict.fromkeys(("place", "record", "field", "found", "allowed"), text)
    groups = [
        {"action": "added", "kind": f"k{'a' * n}", "count": 10**7, "records": [record] * 20} for n in range(kinds)
    ]
    ends = [{"names": [words] * 8, "before": text, "after": f"{n}{text}"[:300]} for n in range(20)]
    whole = PLAIN | {
        "groups": groups,
        "ends": ends,
        "ends_moved": 10**7,
        "seen": [words] * 20,
        "errors": 9,
        "findings": [finding] * 20,
    }
    return Proposal.model_validate_json(json.dumps(whole).encode())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("@" * 300, 1), pytest.param("ữ" * 300, 39, marks=pytest.mark.slow), ("😀" * 300, 1), ("a " * 150, 1)],
)
def test_whatever_the_file_holds_the_comment_fits_and_says_what_it_leaves_out(text: str, kinds: int):
    said = comment(fullest(text, kinds), RUN)
    assert said.startswith(MARK)
    assert len(said.encode()) <= LONGEST
    for lang in LANGS:
        words = texts(lang)["proposal"]
        assert words["cut"] in said or words["too_long"].format(run=RUN) in said


@pytest.mark.parametrize("text", ["@" * 300, "ữ" * 300])
def test_a_description_is_written_whatever_its_size(text: str):
    written = fitted(fullest(text, 39)).encode()
    assert len(written) <= LARGEST
    assert len(parse(written).groups) == 39


def test_a_run_that_was_stopped_says_so():
    said = comment(None, RUN, stopped="stopped")
    for lang in LANGS:
        assert texts(lang)["proposal"]["stopped"].format(run=RUN) in said


BROKEN = {
    "no JSON": b"\x00\xff",
    "empty": b"",
    "a list": b"[]",
    "an unknown field": json.dumps(PLAIN | {"body": "x"}).encode(),
    "another version": json.dumps(PLAIN | {"version": 2}).encode(),
    "a number as text": json.dumps(PLAIN | {"errors": "1"}).encode(),
    "a negative number": json.dumps(PLAIN | {"errors": -1}).encode(),
    "a huge number": json.dumps(PLAIN).replace('"errors": 0', '"errors": ' + "9" * 5000).encode(),
    "a kind with signs": json.dumps(PLAIN).replace('"agreement"', '"[x](y)"').encode(),
    "a long text": json.dumps(PLAIN).replace("Daegu", "D" * 301).encode(),
    "a date that is none": json.dumps(PLAIN | {"as_of": "@octocat"}).encode(),
    "deep nesting": b"[" * 50_000 + b"]" * 50_000,
    "too long": b" " * LARGEST + b"{}",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused(text: bytes):
    with pytest.raises(Unreadable):
        unpack(zipped(text))


def test_a_good_file_is_read_out_of_its_archive():
    assert unpack(zipped(json.dumps(PLAIN).encode())) == changed()


def test_broken_archives_are_refused():
    good = zipped(json.dumps(PLAIN).encode())
    two = io.BytesIO(good)
    with zipfile.ZipFile(two, "a") as archive:
        archive.writestr("more.json", "{}")
    damaged = good.replace(good[40:60], bytes(20), 1)
    archives = [b"", b"PK", good[:-10], damaged, two.getvalue(), zipped(b"{}", "../proposal.json"), zipped(b"{}", "x")]
    # Fifty megabytes of spaces in fifty kilobytes: only the first bytes are ever unpacked.
    archives += [zipped(b" " * 50_000_000), zipped(json.dumps(PLAIN).encode(), method=zipfile.ZIP_LZMA)]
    for archive_bytes in archives:
        with pytest.raises(Unreadable):
            unpack(archive_bytes)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch):
    read: list[int] = []
    plain = zipfile.ZipExtFile.read

    def noted(self, n=-1):
        content = plain(self, n)
        read.append(len(content))
        return content

    monkeypatch.setattr(zipfile.ZipExtFile, "read", noted)
    with pytest.raises(Unreadable):
        unpack(zipped(b" " * 50_000_000))
    assert max(read) <= LARGEST + 1
