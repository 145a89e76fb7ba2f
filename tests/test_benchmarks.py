from __future__ import annotations

import json
import runpy
from pathlib import Path

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
run = runpy.run_path(str(BENCHMARKS / "run.py"))


def test_the_last_section_of_a_scoring_programs_output_is_read() -> None:
    printed = """\
== one
credits                 0.10
== mean
facts, pairs            P 0.10  R 0.20  F1 0.13
speaker named right     0.70
"""
    assert run["read_measures"](printed) == {
        "facts, pairs": {"P": 0.10, "R": 0.20, "F1": 0.13},
        "speaker named right": {"value": 0.70},
    }


def test_a_score_below_its_floor_and_a_score_that_is_missing_are_named() -> None:
    floors = {"attribution": {"source": {"F1": 0.8}, "cue": {"F1": 0.7}, "content": {"F1": 0.9}}}
    reached = {"attribution": {"source": {"F1": 0.79}, "cue": {"F1": 0.7}}}
    assert list(run["below"](floors, reached)) == [
        "attribution, source, F1: 0.79 is below its floor 0.8",
        "attribution, content, F1: None is below its floor 0.9",
    ]


def test_every_measure_with_a_floor_has_its_row_in_the_tables() -> None:
    tables = (BENCHMARKS / "README.md").read_text(encoding="utf-8")
    floors = json.loads((BENCHMARKS / "floors.json").read_text(encoding="utf-8"))["scores"]
    for measure in floors["dossier"]:
        assert f"| {measure.split(' (')[0]}" in tables


def test_other_data_have_another_digest(tmp_path: Path) -> None:
    for folder, file in (
        ("attribution", "dev.jsonl"),
        ("stories", "articles.jsonl"),
        ("dossiers/a", "gold.json"),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / file).write_text("one", encoding="utf-8")
    before = run["digest_of"](tmp_path)
    (tmp_path / "dossiers/a/gold.json").write_text("two", encoding="utf-8")
    assert run["digest_of"](tmp_path) != before
