"""The local server asks for its port before it builds anything."""

from __future__ import annotations

import socket
import sys

import pytest

from scripts import serve


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each build instead of making it."""
    found: list[str] = []
    monkeypatch.setattr(serve.Worker, "update", lambda _: found.append("built"))
    return found


def run(port: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["serve.py", f"--port={port}"])
    return serve.main()


def test_a_port_in_use_is_said_in_one_line_before_any_work(
    built: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(port, monkeypatch) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"Port {port} is in use" in said
    assert built == []


@pytest.mark.parametrize("port", ["0", "65536", "-1", "x", "8000; touch taken", ""])
def test_what_is_no_port_is_refused(port: str, built: list[str], monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(SystemExit) as end:
        run(port, monkeypatch)
    assert end.value.code == 2
    assert built == []
