from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tellings.read.model import LENGTH, OVERLAP, windows_of


@given(st.integers(min_value=1, max_value=5_000))
def test_windows_cover_every_piece_and_overlap(n: int):
    windows = windows_of(n)
    assert windows[0][0] == 0
    assert windows[-1][1] == n
    assert all(0 < end - start <= LENGTH for start, end in windows)
    assert all(one[1] - two[0] == OVERLAP for one, two in pairwise(windows))


def test_no_piece_needs_no_window():
    assert windows_of(0) == []
