"""Links that lead nowhere are found and reported; a site that only wants no programs is there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from macros.contribute.dead_links import Link, dead, links, report
from macros.records.dataset import Dataset
from macros.records.model import Document


class _Site(BaseHTTPRequestHandler):
    """Answers each path with the status that it names."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_what_answers_or_only_turns_programs_away_is_there(site: str):
    found = {
        status: Link(f"{site}/{status}", ("documents/x",), "data/documents.yaml:1")
        for status in (200, 403, 404, 410, 429)
    }
    gone = dead(found.values())
    assert gone == {found[404]: "404", found[410]: "410"}


def test_a_host_that_there_is_not_is_dead():
    link = Link("http://127.0.0.1:1/", ("documents/x",), "data/documents.yaml:1")
    assert set(dead([link])) == {link}


def test_every_address_is_asked_once_and_names_its_records(dataset: Dataset):
    found = links(dataset)
    assert [link.address for link in found] == sorted({link.address for link in found})
    assert all(link.address.startswith("https://") and link.records and link.place for link in found)
    entries = dataset.of("documents", Document)
    documents = {entry.record.id: entry.record.url for entry in entries if entry.record.url}
    assert documents
    for name, address in documents.items():
        (link,) = [link for link in found if link.address == address]
        assert f"documents/{name}" in link.records


def test_a_report_says_where_each_stands_and_prints_nothing_as_markup():
    link = Link("https://example.org/`x`".replace("`", "%60"), ("documents/x",), "data/documents.yaml:7")
    text = report({link: "`<b>` @somebody"})
    assert "`data/documents.yaml:7`" in text
    assert "`'<b>' @somebody`" in text
