"""Passages that two articles share.

Comes in:   the `Words` of the articles of a story.
Goes out:   for each pair of articles with anything in common, its `Passage` records: aligned runs of the
            same words, small changes inside them allowed.
How:        every run of `SEED` words is a seed. An inverted index finds the articles that hold one, so the
            cost grows with what is shared and not with the number of pairs. Seeds that follow one another
            in both texts with small gaps are one passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.records import Span
from tellings.trace.words import Words

SEED = 4
"""Words of a seed."""

CONTENT = 2
"""Words with content of their own that it shares at least."""

GAP = 4
"""Words that may be cut, changed or put in between two seeds of one passage."""

SHORTEST = 5
"""Words that a passage shares at least; shorter runs are idiom."""

MOST_PLACES = 12
"""Places in one article after which a run of words is a refrain and seeds nothing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch that stands in two articles.

    `here` and `there` are its characters. `words` counts the words that are the same, `own` those among
    them with content outside quotations in both articles, `quoted` those with content inside one.
    """

    here: Span
    there: Span
    words: int
    own: int
    quoted: int


MOST_ARTICLES = 40
"""Articles that hold one run of words, of which each other holder is compared with this many only."""

Pair = tuple[str, str]


def find_passages(articles: Sequence[Words]) -> dict[Pair, tuple[Passage, ...]]:
    """Shared passages by pair of article ids, the pair in the order given; pairs without any are absent."""
    by_id = {words.article: words for words in articles}
    order = {words.article: i for i, words in enumerate(articles)}
    found = {}
    for pair, seeds in _seeds(articles).items():
        if order[pair[0]] < order[pair[1]]:
            here, there = by_id[pair[0]], by_id[pair[1]]
            passages = [_measured(here, there, run) for run in _runs(seeds)]
            kept = tuple(p for p in passages if p.words >= SHORTEST and p.own + p.quoted >= CONTENT)
            if kept:
                found[pair] = kept
    return found


def _seeds(articles: Sequence[Words]) -> dict[Pair, list[tuple[int, int]]]:
    """Places (word here, word there) of equal runs of `SEED` words, by pair of articles."""
    index: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(dict)
    for words in articles:
        for at in range(len(words) - SEED + 1):
            index[words.folded[at : at + SEED]].setdefault(words.article, []).append(at)
    seeds: dict[Pair, list[tuple[int, int]]] = defaultdict(list)
    for places in index.values():
        if len(places) < 2:
            continue
        held = [(article, at) for article, at in places.items() if len(at) <= MOST_PLACES]
        for i, (one, here) in enumerate(held[:MOST_ARTICLES]):
            for other, there in held[i + 1 :]:
                seeds[one, other] += [(a, b) for a in here for b in there]
    return seeds


def _runs(seeds: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Seeds chained into runs, the longest first; no word of either article is used twice."""
    used_here: set[int] = set()
    used_there: set[int] = set()
    for run in sorted(_chained(seeds), key=len, reverse=True):
        pairs = [(a, b) for a, b in run if a not in used_here and b not in used_there]
        if len(pairs) < len(run):
            pairs = max(_unbroken(pairs), key=len, default=[])
        if len(pairs) >= SHORTEST:
            used_here.update(a for a, _ in pairs)
            used_there.update(b for _, b in pairs)
            yield pairs


def _chained(seeds: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Word pairs of seeds that follow one another in both texts within `GAP` words."""
    open_runs: list[list[tuple[int, int]]] = []
    closed: list[list[tuple[int, int]]] = []
    for a, b in sorted(seeds):
        still = []
        home: list[tuple[int, int]] | None = None
        for run in open_runs:
            last_a, last_b = run[-1]
            if last_a + GAP < a:
                closed.append(run)
                continue
            still.append(run)
            if home is None and a - last_a <= GAP + 1 and -SEED < b - last_b <= GAP + 1 and _fits(run, a, b):
                home = run
        if home is None:
            home = []
            still.append(home)
        home += [
            (a + i, b + i) for i in range(SEED) if not home or (a + i > home[-1][0] and b + i > home[-1][1])
        ]
        open_runs = still
    return closed + open_runs


def _fits(run: list[tuple[int, int]], a: int, b: int) -> bool:
    """Whether the seed goes on along the run, or begins behind its end in both texts."""
    last_a, last_b = run[-1]
    return (a - last_a == b - last_b) or (a > last_a and b > last_b)


def _unbroken(pairs: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    part: list[tuple[int, int]] = []
    for a, b in pairs:
        if part and (a - part[-1][0] > GAP + 1 or b - part[-1][1] > GAP + 1):
            yield part
            part = []
        part.append((a, b))
    if part:
        yield part


def _measured(here: Words, there: Words, run: list[tuple[int, int]]) -> Passage:
    same = [(a, b) for a, b in run if here.folded[a] == there.folded[b]]
    content = [(a, b) for a, b in same if here.content[a]]
    quoted = sum(here.quoted[a] or there.quoted[b] for a, b in content)
    return Passage(
        here=Span(here.spans[run[0][0]].start, here.spans[run[-1][0]].end),
        there=Span(there.spans[run[0][1]].start, there.spans[run[-1][1]].end),
        words=len(same),
        own=len(content) - quoted,
        quoted=quoted,
    )
