"""Whatever lies in ``data/``: accepted or refused as it should be, at its place, in bounded time and memory.

Each case changes a copy of the small data set and says what the check has to answer: nothing, or rules with places.
The check runs in a process with limits (:mod:`tests.unit.records.bounded`), so a hang or an explosion fails its own
case.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unit.records.bounded import Checker

pytestmark = pytest.mark.slow

Change = Callable[[Path], object]
SECTORS = "data/sectors.yaml"
NESTED = 100_000
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Case:
    name: str
    change: Change
    # ``place rule`` of what has to be reported, and nothing else; none where the data is good.
    expected: tuple[str, ...]


def put(name: str, content: bytes | str) -> Change:
    """A file of the data with this content."""
    data = content if isinstance(content, bytes) else content.encode()

    def change(root: Path) -> None:
        path = root / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    return change


def swap(name: str, old: str, new: str | bytes) -> Change:
    """A file of the data with one thing replaced."""

    def change(root: Path) -> None:
        path = root / "data" / name
        content = path.read_bytes()
        assert content.count(old.encode()) >= 1, (name, old)
        path.write_bytes(content.replace(old.encode(), new if isinstance(new, bytes) else new.encode(), 1))

    return change


def name(value: str) -> Change:
    """The name of the sector, which stands at 4:9, as written in YAML."""
    return swap("sectors.yaml", "en: Tourism", f"en: {value}")


def recoded(encoding: str) -> Change:
    def change(root: Path) -> None:
        path = root / SECTORS
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding, errors="replace"))

    return change


def every_file(change_bytes: Callable[[bytes], bytes]) -> Change:
    def change(root: Path) -> None:
        for path in (root / "data").glob("*.yaml"):
            path.write_bytes(change_bytes(path.read_bytes()))

    return change


def instead(make: Callable[[Path], object]) -> Change:
    """Something else than a file where sectors.yaml was."""

    def change(root: Path) -> None:
        path = root / SECTORS
        path.unlink()
        make(path)

    return change


def listen(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's address is short
        try:
            server.bind(path.name)
        finally:
            os.chdir(here)


def move_and_link(path: Path) -> Change:
    def change(root: Path) -> None:
        source = root / path
        source.rename(root / "elsewhere")
        source.symlink_to(root / "elsewhere")

    return change


def url(address: str) -> Change:
    return swap("documents.yaml", "- id: scheme\n", f"- id: scheme\n  url: {address}\n  seen: 2026-01-02\n")


def signed(date: str) -> Change:
    return swap("partners.yaml", "signed: 2009", f"signed: {date}")


def until(date: str) -> Change:
    return swap("partners.yaml", "kind: indefinite", f"kind: until\n        until: {date}")


def years(number: str) -> Change:
    return swap("partners.yaml", "kind: indefinite", f"kind: years\n        years: {number}")


def value(number: str) -> Change:
    return swap("indicators.yaml", "value: 1013", f"value: {number}")


def sector_id(text: str) -> Change:
    """A further sector with this id, at 1:7 of its own file."""
    return put("sectors/more.yaml", SECTOR.replace("tourism", text, 1))


def many_files(number: int, content: str) -> Change:
    def change(root: Path) -> None:
        folder = root / "data" / "glossary"
        folder.mkdir()
        for n in range(number):
            (folder / f"{n}.yaml").write_text(content.replace("NUMBER", str(n)), encoding="utf-8")

    return change


def sparse(number: int, size: int) -> Change:
    def change(root: Path) -> None:
        folder = root / "data" / "updates"
        folder.mkdir()
        for n in range(number):
            with (folder / f"{n:03}.yaml").open("wb") as file:
                file.write(b"#" * size)

    return change


SECTOR = """- id: tourism
  name:
    vi: Du lịch
    en: Tourism
  description:
    vi: Thị trường khách và sản phẩm du lịch.
    en: Visitor markets and tourism products.
  sources:
    - document: scheme
      locator: Phụ lục II, mục II
"""
ENTRY = """- id: entry-NUMBER
  abbreviation: ABC
  meaning:
    vi: Một chữ viết tắt
    en: An abbreviation
  sources:
    - document: scheme
      locator: Danh mục
"""
BOMB = "- &a0 [x, x]\n" + "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
MANY = ("too-many-problems",)


def case(label: str, change: Change, *expected: str) -> Case:
    return Case(label, change, expected)


ENCODINGS = [
    case("a byte order mark is accepted", every_file(lambda data: b"\xef\xbb\xbf" + data)),
    case("CRLF is accepted", every_file(lambda data: data.replace(b"\n", b"\r\n"))),
    case("no line break at the end is accepted", every_file(lambda data: data.rstrip(b"\n"))),
    case("UTF-16 with its mark", recoded("utf-16"), f"{SECTORS}:1:1 utf-8"),
    case("UTF-16 without a mark", put("sectors.yaml", "- id: a".encode("utf-16-le")), *["control-character"] * 7),
    case("UTF-32", recoded("utf-32"), f"{SECTORS}:1:1 utf-8"),
    case("Latin-1", swap("sectors.yaml", "Tourism", "Tourisé".encode("latin-1")), f"{SECTORS}:4:15 utf-8"),
    case(
        "Windows-1258", swap("sectors.yaml", "Tourism", "Đà Nẵng".encode("cp1258", "replace")), f"{SECTORS}:4:9 utf-8"
    ),
    case("a cut UTF-8 character", put("glossary.yaml", "- id: Đ".encode()[:-1]), "data/glossary.yaml:1:7 utf-8"),
    case("an overlong UTF-8 form", swap("sectors.yaml", "Tourism", b"\xc0\xaf"), f"{SECTORS}:4:9 utf-8"),
    case("a surrogate in UTF-8", swap("sectors.yaml", "Tourism", b"\xed\xa0\x80"), f"{SECTORS}:4:9 utf-8"),
    case("a lone CR", swap("sectors.yaml", "Tourism", "Tour\rism"), f"{SECTORS}:4:13 control-character"),
    case("old Mac line ends", put("glossary.yaml", ENTRY.replace("\n", "\r")), *["control-character"] * 8),
    case("NUL", swap("sectors.yaml", "Tourism", "Tour\0ism"), f"{SECTORS}:4:13 control-character"),
    case(
        "an escape sequence of a terminal",
        swap("sectors.yaml", "Tourism", "\x1b[31m"),
        f"{SECTORS}:4:9 control-character",
    ),
    case("a tab between words", swap("sectors.yaml", "Tourism", "Tour\tism"), f"{SECTORS}:4:13 tab"),
    case("a tab as indentation", swap("sectors.yaml", "    en: Tourism", "\ten: Tourism"), f"{SECTORS}:4:1 tab"),
    case("NFD", swap("sectors.yaml", "Du lịch", "Du li\u0323ch"), f"{SECTORS}:3:13 nfc"),
    case("NFD by an escape", name('"Caf\\u0065\\u0301"'), f"{SECTORS}:4:9 nfc"),
    case("a private character", name("a\ue000"), f"{SECTORS}:4:10 control-character"),
    case("a noncharacter", name("a\uffff"), f"{SECTORS}:4:10 control-character"),
    case("a lost character", name("Du l\ufffdch"), f"{SECTORS}:4:13 lost-character"),
]
HIDDEN = [
    case(f"hidden {ord(char):04X}", name(f"a{char}b"), f"{SECTORS}:4:10 {rule}")
    for rule, chars in {
        "bidirectional-character": "\u202e\u2066\u200f\u061c",
        "invisible-character": "\u200b\u200d\u2060\ufeff\u00ad\u2028\u0085\u034f\u3164\u2800\ufe0f\U000e0041\u2063",
    }.items()
    for char in chars
]
YAML = [
    case("a duplicate key", name("A\n    en: B"), f"{SECTORS}:5:5 duplicate-key"),
    case("a duplicate key at the top", name("A\n  id: other"), f"{SECTORS}:5:3 duplicate-key"),
    case("an id used in two files", put("sectors/more.yaml", SECTOR), "data/sectors/more.yaml:1:7 duplicate-id"),
    case("an anchor", name("&a Tourism"), f"{SECTORS}:4:9 anchor"),
    case("an alias", name("*a"), f"{SECTORS}:4:9 anchor"),
    case("a merge key", name("A\n    <<: {fr: B}"), f"{SECTORS}:5:5 unknown-field"),
    case("a bomb of aliases", put("glossary.yaml", BOMB), "data/glossary.yaml:1:3 anchor"),
    case("deep lists", put("glossary.yaml", "[" * NESTED), "data/glossary.yaml:1:21 nesting"),
    case("deep closed lists", put("glossary.yaml", "[" * NESTED + "]" * NESTED), "data/glossary.yaml:1:21 nesting"),
    case("deep mappings", put("glossary.yaml", "{a: " * NESTED), "data/glossary.yaml:1:81 nesting"),
    case("deep block lists", put("glossary.yaml", "- " * NESTED + "x"), "data/glossary.yaml:1:41 nesting"),
    case(
        "deep block mappings",
        put("glossary.yaml", "".join(f"{' ' * n}a:\n" for n in range(2000))),
        "data/glossary.yaml:21:21 nesting",
    ),
    case("deep questions", put("glossary.yaml", "? " * NESTED), "data/glossary.yaml:1:3 key-is-text"),
    case("a Python object", name("!!python/object/apply:os.system [echo]"), f"{SECTORS}:4:9 tag"),
    case("a Python name", name("!!python/name:os.system"), f"{SECTORS}:4:9 tag"),
    case("a tag of one's own", name("!secret x"), f"{SECTORS}:4:9 tag"),
    case("a tag for text", name("!!str x"), f"{SECTORS}:4:9 tag"),
    case("bytes", name("!!binary aGk="), f"{SECTORS}:4:9 tag"),
    case("the tag that is none", name("! x"), f"{SECTORS}:4:9 tag"),
    case("two documents", swap("sectors.yaml", "  sources:", "---\n"), f"{SECTORS}:8:1 one-document"),
    case("a document's start is accepted", swap("sectors.yaml", "- id", "---\n- id")),
    case("a version is accepted", swap("sectors.yaml", "- id", "%YAML 1.1\n---\n- id")),
    case("a version that is none", swap("sectors.yaml", "- id", "%YAML 9.9\n---\n- id"), f"{SECTORS}:1:1 yaml-syntax"),
    case("a mapping as key", swap("sectors.yaml", "    en: Tourism", "    {a: b}: c"), f"{SECTORS}:4:5 key-is-text"),
    case("an unclosed quote", name('"Tourism'), f"{SECTORS}:11:1 yaml-syntax"),
    case("a colon in a text", name("Tourism: more"), f"{SECTORS}:4:16 yaml-syntax"),
    case("wrong indentation", name("Tourism\n   fr: x"), f"{SECTORS}:5:4 yaml-syntax"),
    case("an escape that is none", name('"\\q"'), f"{SECTORS}:4:10 yaml-syntax"),
    case("an escaped surrogate", name('"\\ud800"'), f"{SECTORS}:4:12 yaml-syntax"),
    case("an escaped NUL", name('"\\0"'), f"{SECTORS}:4:9 control-character"),
    case("an escaped hidden character", name('"a\\u202eb"'), f"{SECTORS}:4:9 bidirectional-character"),
    case("a mapping as the root", put("glossary.yaml", "id: a\n"), "data/glossary.yaml:1:1 list-of-records"),
    case("a text as the root", put("glossary.yaml", "hello\n"), "data/glossary.yaml:1:1 list-of-records"),
    case("nothing as the root", put("glossary.yaml", "~\n"), "data/glossary.yaml:1:1 list-of-records"),
    case("an empty file is accepted", put("glossary.yaml", "")),
    case("only comments is accepted", put("glossary.yaml", "# later\n# more\n")),
    case("an empty list is accepted", put("glossary.yaml", "[]\n")),
    case(
        "JSON is accepted",
        put(
            "glossary.yaml",
            '[{"id": "a", "abbreviation": "A", "meaning": {"vi": "Một", "en": "One"},'
            ' "sources": [{"document": "scheme", "locator": "x"}]}]',
        ),
    ),
    case(
        "a program", put("glossary.yaml", b"\x7fELF\x02\x01\x01" + bytes(range(256))), "data/glossary.yaml:2:118 utf-8"
    ),
    case("a picture", put("glossary.yaml", b"\x89PNG\r\n\x1a\n"), "data/glossary.yaml:1:1 utf-8"),
    case("a spreadsheet", put("glossary.yaml", b"PK\x03\x04"), *["control-character"] * 2),
    case("a page of HTML", put("glossary.yaml", "<!doctype html>\n<p>x</p>"), "data/glossary.yaml:1:1 list-of-records"),
    case(
        "marks of a merge",
        swap("sectors.yaml", "    en: Tourism", "<<<<<<< HEAD\n    en: A\n=======\n    en: B\n>>>>>>> x"),
        f"{SECTORS}:5:7 yaml-syntax",
    ),
]
SHAPES = [
    case("a text as record", put("glossary.yaml", "- hello\n"), "data/glossary.yaml:1:3 wrong-shape"),
    case("a list as record", put("glossary.yaml", "- [a]\n"), "data/glossary.yaml:1:3 wrong-shape"),
    case("an empty record", put("sectors/x.yaml", "- {}\n"), *["data/sectors/x.yaml:1:3 missing-field"] * 4),
    case("an empty item", put("glossary.yaml", "-\n"), "data/glossary.yaml:1:2 wrong-shape"),
    case(
        "a text for a list",
        swap("partners.yaml", "sectors: [tourism]", "sectors: tourism"),
        "data/partners.yaml:7:12 wrong-shape",
    ),
    case("a mapping for a text", swap("sectors.yaml", "en: Tourism", "en: {a: b}"), f"{SECTORS}:4:9 wrong-shape"),
    case("a list for a date", signed("[2009]"), "data/partners.yaml:12:15 date"),
    case("a mapping for a number", value("{a: 1}"), "data/indicators.yaml:5:10 number"),
    case("a list for an id", sector_id("[a]"), "data/sectors/more.yaml:1:7 wrong-shape"),
    case("no value", name(""), f"{SECTORS}:4:8 empty-value", f"{SECTORS}:3:5 both-languages"),
    case("null", name("null"), f"{SECTORS}:4:9 empty-value", f"{SECTORS}:3:5 both-languages"),
    case("an empty text", name('""'), f"{SECTORS}:4:9 empty-text"),
    case("a text of spaces", name('"   "'), f"{SECTORS}:4:9 empty-text"),
    case("a text of hard spaces", name('"\\u00a0\\u3000"'), f"{SECTORS}:4:9 empty-text"),
    case("a long text", name("a" * 1001), f"{SECTORS}:4:9 too-long"),
    case("a text as long as allowed is accepted", name("a" * 1000)),
    case("a text of megabytes", name("a" * 3 * MEGABYTE), f"{SECTORS}:4:9 too-long"),
    case("an unknown key", name("A\n    fr: B"), f"{SECTORS}:5:5 unknown-field"),
    case(
        "a key of a hundred thousand letters",
        name(f"A\n    ? {'k' * 100_000}\n    : B"),
        f"{SECTORS}:5:7 unknown-field",
    ),
    case("a dunder key", name("A\n    __class__: B"), f"{SECTORS}:5:5 unknown-field"),
    case("an empty key", name('A\n    "": B'), f"{SECTORS}:5:5 unknown-field"),
    case("text of other scripts is accepted", name("東京 Αθήνα القاهرة 👍 ₫")),
    case("markup is accepted as text", name('"<script>alert(1)</script> {{ 7*7 }} [x](javascript:y)"')),
    case("a value that YAML would call false is accepted", name("NO")),
    case("a value that YAML would call octal is accepted", name("0236")),
    case("a value that YAML would call a time is accepted", name("12:30:45")),
    case("a value that YAML would call a number is accepted", name("1e3")),
    case("values for nothing, quoted, are accepted", name('"null"')),
]
PARTNERS = "data/partners.yaml:12:15"
DATES = [
    case("a leap day is accepted", signed("2008-02-29")),
    case("a year is accepted", signed("2008")),
    case("a month is accepted", signed("2008-12")),
    *(
        case(f"date {date}", signed(date), f"{PARTNERS} date")
        for date in (
            *(
                "2009-02-29",
                "1900-02-29",
                "2009-13",
                "2009-00",
                "2009-01-00",
                "2009-04-31",
                "2009-1-2",
                "0000",
                "1899-12-31",
                "2101",
            ),
            *("20090101", "01/02/2009", "2009-01-02T00:00:00Z", "hôm nay", "٢٠٠٩", "２００９", "9999999999", "-2009"),
        )
    ),
    case(
        "29 February plus years",
        swap("partners.yaml", "signed: 2009", "signed: 2008-02-29"),
    ),
    case("an end before its beginning", until("2008-12-31"), "data/partners.yaml:18:16 date-order"),
    case(
        "a date to come is a warning",
        signed("2099-01-01"),
        f"{PARTNERS} date-in-future",
        "data/partners.yaml:14:17 date-order",
    ),
]
YEARS, VALUE = "data/partners.yaml:18:16", "data/indicators.yaml:5:10"
NUMBERS = [
    case("a leading zero is accepted", years("07")),
    case("no years", years("0"), f"{YEARS} number-range"),
    case("a hundred years", years("100"), f"{YEARS} number-range"),
    *(
        case(f"count {number[:8]}", years(number), f"{YEARS} whole-number")
        for number in ("-1", "1.0", "5 năm", "1e3", "0x10", "1_000", "٣", "²", "9" * 5000, "true", "NaN", "+5")
    ),
    case("decimals are accepted", value("-601346.760")),
    *(
        case(f"number {number[:8]}", value(number), f"{VALUE} number")
        for number in (
            ".inf",
            "NaN",
            "1e5",
            "1E400",
            "1,5",
            "1.",
            "--1",
            "0x1F",
            "1 000",
            "٣",
            "9" * 5000,
            "1." + "0" * 5000,
        )
    ),
]
LINKS = [
    case(f"link {address[:40]} is accepted", url(address))
    for address in (
        "https://example.org",
        "https://example.org/a?b=c&d=%20#e",
        "https://xn--e1afmkfd.xn--p1ai/",
        '"https://example.org/a]b<c>"',
    )
] + [
    case(f"link {address[:40]}", url(address), "data/documents.yaml:2:8 https-link")
    for address in (
        '"javascript:alert(1)"',
        '"data:text/html,<script>alert(1)</script>"',
        '"vbscript:x"',
        "http://example.org/",
        "//example.org/",
        "ftp://example.org/",
        "https:/example.org",
        "https://",
        "https:///a",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://example.org:8443/",
        "https://127.0.0.1/",
        "https://2130706433/",
        '"https://[::1]/"',
        "https://localhost/",
        "https://example。org/",
        "https://đànẵng.vn/",
        '"https://example.org\\\\@evil.example/"',
        '"https://example.org/a b"',
        '"https://example.org/\\nx"',
        "https://-example.org/",
        "https://example..org/",
        '" https://example.org/"',
        "HTTPS://example.org/",
    )
]
LOOKALIKES = [
    case(
        "a host in two alphabets",
        url("https://exаmple.org/"),
        "data/documents.yaml:2:18 look-alike",
        "data/documents.yaml:2:8 https-link",
    ),
    case("the D of another alphabet", name("\u0110i Ði"), f"{SECTORS}:4:12 look-alike"),
    case("a ligature", name("\ufb01nance"), f"{SECTORS}:4:9 look-alike"),
    case("a look-alike by an escape", name('"\\u00d0i"'), f"{SECTORS}:4:9 look-alike"),
    case("a name in another alphabet is accepted", name("Орск")),
]
IDS = [
    *(
        case(f"id {text[:20]}", sector_id(text), "data/sectors/more.yaml:1:7 id-format")
        for text in (
            *("../x", "..", "a/b", "'a\\b'", "CON", "Kawasaki", "đà-nẵng", "a_b", "a--b", "-a", "a-", "a.b", "a b"),
            *('"a%2fb"', "'{{a}}'", "ａ", '"a\\nb"', "'?x'", "'#x'", "ı"),
        )
    ),
    case("an empty id", sector_id("''"), "data/sectors/more.yaml:1:7 empty-text"),
    *(
        case(f"id {text}", sector_id(text), "data/sectors/more.yaml:1:7 reserved-id")
        for text in ("con", "nul", "aux", "com1", "lpt9", "index", "api", "assets", "en", "search")
    ),
    case("an id of digits is accepted", sector_id("2026")),
    case("an id as long as allowed is accepted", sector_id("a" * 80)),
    case("a long id", sector_id("a" * 81), "data/sectors/more.yaml:1:7 too-long"),
    case("a very long id", sector_id("a" * 100_000), "data/sectors/more.yaml:1:7 too-long"),
    case(
        "a country that is none",
        swap("partners.yaml", "country: jp", "country: JP"),
        "data/partners.yaml:3:12 country-code",
    ),
    case(
        "a path for a country",
        swap("partners.yaml", "country: jp", "country: ../jp"),
        "data/partners.yaml:3:12 country-code",
    ),
    case(
        "a record of no kind",
        swap("conflicts.yaml", "record: agreement/sakai-2009", "record: tallies/x"),
        "data/conflicts.yaml:2:11 record-reference",
    ),
    case(
        "a very long reference",
        swap("conflicts.yaml", "record: agreement/sakai-2009", f"record: agreement/{'a' * 100_000}"),
        "data/conflicts.yaml:2:11 too-long",
    ),
]
FILES = [
    case("a link to a file", move_and_link(Path(SECTORS)), f"{SECTORS}:1:1 regular-file"),
    case("a broken link", instead(lambda path: path.symlink_to("nowhere")), f"{SECTORS}:1:1 regular-file"),
    case("a link to itself", instead(lambda path: path.symlink_to(path.name)), f"{SECTORS}:1:1 regular-file"),
    case("a link to a device", instead(lambda path: path.symlink_to("/dev/zero")), f"{SECTORS}:1:1 regular-file"),
    case("a pipe", instead(os.mkfifo), f"{SECTORS}:1:1 regular-file"),
    case("a socket", instead(listen), f"{SECTORS}:1:1 regular-file"),
    case("a folder", instead(Path.mkdir), f"{SECTORS}:1:1 regular-file", f"{SECTORS}:1:1 unknown-file"),
    case("a file nobody may read", lambda root: (root / SECTORS).chmod(0), f"{SECTORS}:1:1 unreadable-file"),
    case(
        "a folder nobody may read",
        lambda root: (root / "data" / "sectors").mkdir(mode=0),
        "data/sectors:1:1 unreadable-file",
    ),
    case(
        "a link to a folder", lambda root: (root / "data" / "sectors").symlink_to("/"), "data/sectors:1:1 regular-file"
    ),
    case(
        "a file for the folder",
        lambda root: (root / "data" / "sectors").write_text(""),
        "data/sectors:1:1 regular-file",
        "data/sectors:1:1 unknown-file",
    ),
    case(
        "a folder in a folder",
        lambda root: (root / "data" / "sectors" / "more").mkdir(parents=True),
        "data/sectors/more:1:1 unknown-file",
    ),
    case("the data as a link", move_and_link(Path("data")), "data:1:1 regular-file"),
    case("no data", lambda root: (root / "data").rename(root / "old"), *["missing-file"] * 17),
    case("another ending", put("sectors/more.yml", SECTOR), "data/sectors/more.yml:1:1 unknown-file"),
    case("another case", put("Sectors.yaml", SECTOR), "data/Sectors.yaml:1:1 unknown-file"),
    case("a file of an editor is passed over", put(".sectors.yaml.swp", "x")),
    case(
        "a line break in a file's name",
        put("sectors/a\n::error::b.yaml", "[]"),
        "data/sectors/aU+000A::error::b.yaml:1:1 file-name",
    ),
    case(
        "a file's name that is not UTF-8",
        put(os.fsdecode(b"sectors/\xff.yaml"), "[]"),
        "data/sectors/U+DCFF.yaml:1:1 file-name",
    ),
    case("a file's name in NFD", put("sectors/e\u0301.yaml", "[]"), "data/sectors/e\u0301.yaml:1:1 file-name"),
    case(
        "a file's name with spaces and accents is accepted",
        put("glossary/từ viết tắt.yaml", ENTRY.replace("NUMBER", "x")),
    ),
]
SIZES = [
    case(
        "a file that is too large",
        put("glossary.yaml", b"#" * (4 * MEGABYTE + 1)),
        "data/glossary.yaml:1:1 file-too-large",
    ),
    case(
        "a sparse file of a terabyte",
        lambda root: os.truncate(root / "data" / "glossary.yaml", 1024**4),
        "data/glossary.yaml:1:1 file-too-large",
    ),
    case("a file as large as allowed is accepted", put("glossary.yaml", b"#" * 4 * MEGABYTE)),
    case("a thousand files are accepted", many_files(1000, ENTRY)),
    case("a thousand broken files", many_files(1000, "- &a x"), *["anchor"] * 1000),
    case("more data than anybody has", sparse(33, 4 * MEGABYTE), "data/updates/032.yaml:1:1 too-much-data"),
    case(
        "a million empty records",
        put("glossary.yaml", "-\n" * (2 * MEGABYTE)),
        "data/glossary.yaml:400000:2 too-many-values",
    ),
    case(
        "a million values",
        put("glossary.yaml", "- [" + "a," * MEGABYTE + "]"),
        "data/glossary.yaml:1:40004 too-many-values",
    ),
    case(
        "a million of commas",
        put("glossary.yaml", "[" + "[]," * MEGABYTE + "]"),
        "data/glossary.yaml:1:1199999 too-many-values",
    ),
    case(
        "a million keys",
        put("glossary.yaml", "- " + "".join(f"{'  ' if n else ''}k{n}: v\n" for n in range(300_000))),
        "data/glossary.yaml:10001:3 too-many-values",
    ),
    case("a thousand wrong records", put("glossary.yaml", "- x\n" * 1000), *["wrong-shape"] * 100, *MANY),
    case(
        "a million hidden characters",
        put("glossary.yaml", "# " + "\u200b" * MEGABYTE),
        *["invisible-character"] * 100,
        *MANY,
    ),
    case(
        "a million control characters",
        put("glossary.yaml", "\x01\n" * 2 * MEGABYTE),
        *["control-character"] * 100,
        *MANY,
    ),
    case("ten thousand lines of NFD", put("glossary.yaml", "# e\u0301\n" * 10_000), *["nfc"] * 100, *MANY),
    case("a line of megabytes", put("glossary.yaml", "# " + "x" * (4 * MEGABYTE - 10) + "\n[]")),
    case(
        "a plain text over a million lines",
        put("glossary.yaml", "- a\n" + "  b\n" * (MEGABYTE - 10)),
        "data/glossary.yaml:1:3 wrong-shape",
    ),
    case(
        "ten thousand dead references",
        put(
            "glossary.yaml",
            "".join(
                ENTRY.replace("NUMBER", str(n)).replace("document: scheme", f"document: scheme-{n}-{'x' * 60}")
                for n in range(10_000)
            ),
        ),
        *["unknown-reference"] * 100,
        *MANY,
    ),
    case(
        "one reference ten thousand times",
        swap("partners.yaml", "sectors: [tourism]", f"sectors: [{'tourism, ' * 10_000}]"),
        *["repeated-reference"] * 100,
        *MANY,
    ),
    case(
        "ten thousand empty aliases",
        swap("partners.yaml", "sectors: [tourism]", f"aliases: [{'x, ' * 10_000}]"),
        *["wrong-shape"] * 100,
        *MANY,
    ),
]
CASES = [*ENCODINGS, *HIDDEN, *YAML, *SHAPES, *DATES, *NUMBERS, *LINKS, *LOOKALIKES, *IDS, *FILES, *SIZES]


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    service = Checker()
    yield service
    service.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_check_says_what_is_wrong_and_where(case: Case, checker: Checker, small_root: Path):
    case.change(small_root)
    try:
        answer = checker.check(small_root)
    finally:
        for path in (small_root / "data").rglob("*"):
            if path.exists() and not path.is_symlink():
                path.chmod(0o700)  # what nobody may read, nobody can clean up

    assert "died" not in answer, answer
    found = [(place, rule) for place, rule, _, _ in answer["problems"]]
    expected = [tuple(part.rpartition(" ")[::2]) for part in case.expected]
    # Where a case names rules alone, it means how many there are, wherever they stand.
    placed = {rule for place, rule in expected if place}
    assert sorted((place if rule in placed else "", rule) for place, rule in found) == sorted(expected)
    assert all(vi and en and vi != en for _, _, vi, en in answer["problems"])
    assert answer["lines"] == 3  # a place, Vietnamese, English: what was typed adds no line


def test_the_table_is_as_long_as_it_should_be_and_names_each_case_once():
    assert len(CASES) >= 70
    assert len({case.name for case in CASES}) == len(CASES)
