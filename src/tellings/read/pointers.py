"""What each piece of a text points at: content at its cue, cue and content at their source.

Comes in:   the network's link vectors of the pieces.
Goes out:   how much of a span's pointing falls on each of some other spans, and on none.

A piece points by a softmax over the pieces near it, as it was taught over the pieces of a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tellings.read.labels import LINK, POINTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tellings.read.spans import Candidate

REACH = 254
"""How many pieces before and behind a span are looked at."""
_MOST = 16
"""How many pieces of a long span are asked, evenly spread over it."""

CUE_OF_CONTENT, SOURCE_OF_CUE, SOURCE_OF_CONTENT = range(len(POINTERS))


class Pointers:
    """The pointing of one text; `link` has the shape (pieces, LINK_WIDTH)."""

    def __init__(self, link: NDArray[np.floating]) -> None:
        self._link = link

    def masses(
        self, span: tuple[int, int], sought: Sequence[Candidate], which: int
    ) -> tuple[NDArray[np.float32], float]:
        """The share of the span's pointing on each sought span, (sought,), and on none."""
        low, high = max(0, span[0] - REACH), min(len(self._link), span[1] + REACH)
        high = min(high, low + 4 * REACH)
        asked = np.linspace(span[0], span[1] - 1, min(span[1] - span[0], _MOST)).astype(np.int64)
        seeking, sought_at = slice(2 * which * LINK, (2 * which + 1) * LINK), (2 * which + 1) * LINK
        queries = self._link[asked, seeking].astype(np.float32)
        keys = self._link[low:high, sought_at : sought_at + LINK].astype(np.float32)
        logits = queries @ keys.T / np.float32(LINK**0.5)
        none = self._link[asked, which - len(POINTERS)].astype(np.float32)
        highest = np.maximum(logits.max(axis=1), none)
        odds, of_none = np.exp(logits - highest[:, None]), np.exp(none - highest)
        whole = odds.sum(axis=1) + of_none
        share = (odds / whole[:, None]).mean(axis=0)
        sums = np.concatenate([[0.0], np.cumsum(share)])
        starts = np.clip([c.start for c in sought], low, high) - low
        ends = np.clip([c.end for c in sought], low, high) - low
        return np.asarray(sums[ends] - sums[starts], np.float32), float((of_none / whole).mean())
