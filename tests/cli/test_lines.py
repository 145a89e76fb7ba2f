from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings.cli.lines import records, split
from tellings.cli.read import as_record, exact_article
from tellings.errors import UnreadableSource
from tellings.records import Attribution, Reading, Span


def test_broken_lines_are_named_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(
        b'\xef\xbb\xbf{"id": 1, "text": "one"}\n\n{"id": 2, \n{"id": 3}\n[4]\n\xff\n{"id": 5, "text": ""}\n'
    )
    assert [line.record["id"] for line in records(str(file))] == [1, 5]
    told = capsys.readouterr().err
    for number in (3, 4, 5, 6):
        assert f"a.jsonl:{number} is passed over" in told


def test_a_missing_file_is_an_error_with_a_fix(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="cannot be read"):
        list(records(str(tmp_path / "none.jsonl")))


def test_only_files_of_lines_are_taken_as_given(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("")
    assert split([str(file), "b.txt", "none.jsonl"]) == ([str(file)], ["b.txt", "none.jsonl"])


def test_the_text_of_a_line_is_not_touched(tmp_path: Path) -> None:
    text = "\r\n  Title \u2028 \x85\n\nHe said “so” \ud83d.\n"
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"id": "x", "title": "T", "text": text, "published": "2024-05-01"}))
    (line,) = records(str(file))
    article = exact_article(line, "a1")
    assert article.text == text.replace("\ud83d", "\ufffd")
    assert article.published == "2024-05-01"


def test_a_record_holds_spans_as_pairs() -> None:
    import numpy as np

    from tellings.records import Article

    reading = Reading(
        article=Article(id="a1", text="She said so."),
        sentences=(),
        entities=(),
        dates=(),
        quantities=(),
        attributions=(
            Attribution(source=(Span(0, 3),), cue=(Span(4, 8),), content=(Span(9, 11),), form="indirect"),
        ),
        vectors=np.zeros((0, 384), np.float32),
    )
    printed = json.loads(json.dumps(as_record(7, reading)))
    assert printed["id"] == 7
    assert printed["statements"] == [
        {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]], "form": "indirect"}
    ]
