"""What benchmarks/conflicts.py and benchmarks/reliability.py say of confidences."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports a module of benchmarks/ by its name, and forgets it afterwards."""
    import importlib

    monkeypatch.syspath_prepend(str(BENCHMARKS))
    before = set(sys.modules)

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield load
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "") or "").startswith(str(BENCHMARKS)):
            del sys.modules[name]


def test_a_bin_holds_what_was_said_and_how_often_it_was_right(benchmark: Any) -> None:
    found = benchmark("reliability").bins(
        [(0.2, False), (0.5, True), (0.5, False), (0.95, True), (1.0, True)]
    )
    assert [(one.low, one.count, round(one.said, 3), one.right) for one in found] == [
        (0.0, 1, 0.2, 0.0),
        (0.45, 2, 0.5, 0.5),
        (0.9, 2, 0.975, 1.0),
    ]


def test_confidences_that_come_true_have_a_smaller_error_than_the_overall_rate(benchmark: Any) -> None:
    error, overall = benchmark("reliability").brier([(0.9, True), (0.9, True), (0.1, False), (0.1, False)])
    assert error == pytest.approx(0.01)
    assert overall == pytest.approx(0.25)


def test_the_picture_has_a_circle_a_bin_with_its_count(benchmark: Any) -> None:
    reliability = benchmark("reliability")
    drawn = ET.fromstring(reliability.picture(reliability.bins([(0.5, True)] * 4 + [(0.95, False)])))
    svg = "{http://www.w3.org/2000/svg}"
    circles = drawn.findall(f"{svg}circle")
    assert len(circles) == 2
    assert float(circles[0].attrib["r"]) > float(circles[1].attrib["r"])
    assert {"4", "1"} <= {text.text for text in drawn.findall(f"{svg}text")}


def test_a_detector_of_few_conflicts_is_drawn_to_the_rate_of_all_and_to_its_own(benchmark: Any) -> None:
    conflicts = benchmark("conflicts")
    judged = [conflicts.Judged("one", "numbers 0.75", True)] * 30
    judged += [conflicts.Judged("two", "clock 0.65", False)]
    rates = conflicts.rates(judged)
    assert rates["numbers 0.75"]["confidence"] > 0.9
    assert rates["clock 0.65"] == {"conflicts": 1, "right": 0, "confidence": 0.69}


def test_a_storys_own_conflicts_do_not_set_the_confidences_it_is_judged_by(benchmark: Any) -> None:
    conflicts = benchmark("conflicts")
    judged = [conflicts.Judged("one", "roles 0.60", False)] * 9
    judged += [conflicts.Judged("two", "roles 0.60", True)] * 9
    told = conflicts.reliability(judged)
    assert all(said < 0.5 for said, right in told if right)
    assert all(said > 0.5 for said, right in told if not right)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ("in words", "The blast at the quarry hurt 4 workers.", "The blast at the quarry hurt four workers."),
        ("may", "The valve was opened by hand.", "The valve may have been opened by hand."),
        ("negation", "The valve was opened by hand.", "The valve was not opened by hand."),
        ("about", "The crew saved 40 people.", "The crew saved about 40 people."),
    ],
)
def test_a_controlled_change_changes_one_thing(benchmark: Any, change: str, before: str, after: str) -> None:
    import random

    conflicts = benchmark("conflicts")
    (made,) = [one for one in conflicts.CHANGES if one.name == change]
    assert made.change(before, random.Random(0)) == after
