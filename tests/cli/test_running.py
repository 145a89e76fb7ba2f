from __future__ import annotations

import errno
import os

import pytest
import typer

from tellings.cli.running import put, reported
from tellings.errors import NothingToCompare, UnreadableSource


def test_an_error_is_told_with_its_fix_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as left, reported():
        raise NothingToCompare("No article is left.", fix="Give two \x1b[31marticles.")
    assert left.value.exit_code == 1
    assert capsys.readouterr().err == "No article is left.\nGive two \ufffd[31marticles.\n"


def test_an_error_of_usage_leaves_with_2() -> None:
    with pytest.raises(typer.Exit) as left, reported(usage=UnreadableSource):
        raise UnreadableSource("This is no dossier.", fix="Give one.")
    assert left.value.exit_code == 2


def test_ctrl_c_leaves_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as left, reported():
        raise KeyboardInterrupt
    assert left.value.exit_code == 130
    assert "Interrupted" in capsys.readouterr().err


def test_a_fault_of_the_program_is_not_hidden() -> None:
    with pytest.raises(FileNotFoundError), reported():
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), "weights.onnx")
    with pytest.raises(ZeroDivisionError), reported():
        raise ZeroDivisionError


def test_a_line_is_one_line_whatever_the_text_holds(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    put('{"text": "a\u2028b\x85c\u2029 \ud800 ü"}')
    written = capfdbinary.readouterr().out.decode()
    assert written.splitlines() == ['{"text": "a\\u2028b\\u0085c\\u2029 \\ud800 ü"}']
