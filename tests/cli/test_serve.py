from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from tellings.cli.app import app
from tellings.cli.opening import open_reports
from tellings.dossier import Story

SECRET = "a-long-token-of-the-desk"


def refused(*arguments: str) -> str:
    run = CliRunner().invoke(app, ["serve", *arguments], env={"TELLINGS_TOKEN": ""})
    assert run.exit_code == 2, run.output
    return run.output


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.7.3", "desk.example"])
def test_others_are_let_in_only_with_a_token(host: str, tmp_path: Path) -> None:
    said = refused("--store", str(tmp_path / "x.db"), "--host", host)
    assert "others could read the library" in said
    assert "--token" in said
    assert "reverse proxy" in said
    assert not (tmp_path / "x.db").exists()


def test_a_short_token_is_refused(tmp_path: Path) -> None:
    assert "could be guessed" in refused("--store", str(tmp_path / "x.db"), "--token", "short")


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = refused("--store", str(tmp_path / "x.db"), "--port", port)
    assert f"port {port}" in said
    assert "another --port" in said


@pytest.mark.parametrize("token", [None, SECRET])
def test_the_room_is_open_until_it_is_interrupted(tmp_path: Path, token: str | None) -> None:
    environment = os.environ | ({"TELLINGS_TOKEN": token} if token else {})
    serving = subprocess.Popen(
        [sys.executable, "-m", "tellings", "serve", "--store", str(tmp_path / "x.db"), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert serving.stderr is not None
        said = serving.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address is not None, said
        answer = httpx.get(address[0], trust_env=False)
        assert answer.status_code == (303 if token else 200)
        assert "server" not in answer.headers
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=60) == 0
        assert "Traceback" not in serving.stderr.read()
    finally:
        serving.kill()
        serving.wait()
        serving.stderr.close()  # type: ignore[union-attr]


def test_open_writes_the_report_and_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    required = [name for name, field in Story.model_fields.items() if field.is_required() and name != "title"]
    story = Story(title="A ferry sank", **{name: [] for name in required})
    open_reports([story, story])
    (first,) = opened
    path = Path(first.removeprefix("file://"))
    assert "A ferry sank" in path.read_text()
    assert path.with_name("report-2.html").exists()
    assert f"Opened {path}" in capsys.readouterr().err
