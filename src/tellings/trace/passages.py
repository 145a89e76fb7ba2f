"""Passages that two articles share.

Comes in:   the `Words` of the articles of a story.
Goes out:   for each pair of articles with anything in common, its `Passage` records: aligned runs of the
            same words, small changes inside them allowed.
How:        every run of `SEED` words is a seed. An inverted index finds the articles that hold one, and each
            article is compared with those it shares most with, so that the cost grows with the articles and
            not with their pairs. Seeds that follow one another in both texts with small gaps are one passage.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.languages.en.irregular import VERB_OF
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

_AUXILIARIES_LISTED = """
are be been being can could did do does had has have is may might must shall should was were will would
"""
_AUXILIARIES = frozenset(_AUXILIARIES_LISTED.split())

MOST_PLACES = 12
"""Places in one article after which a run of words is a refrain and seeds nothing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch that stands in two articles.

    `here` and `there` are its characters. `words` counts the words that are the same, `own` those among
    them with content outside quotations in both articles, `quoted` those with content inside one. `clause`
    is whether they hold a verb: without one they only name a thing ("a spokesman for the port").
    """

    here: Span
    there: Span
    words: int
    own: int
    quoted: int
    clause: bool = True


MOST_PARTNERS = 24
"""Articles with which one is compared: those with which it shares most runs of words."""

MOST_BESIDE = 8
"""Holders of one run of words, first of all and next in order, for which a holder counts it as shared."""

Pair = tuple[str, str]


def find_passages(articles: Sequence[Words]) -> dict[Pair, tuple[Passage, ...]]:
    """Shared passages by pair of article ids, the pair in the order given; pairs without any are absent.

    Copies of one text are looked at once.
    """
    printed: dict[object, Words] = {}
    first = {w.article: printed.setdefault((w.folded, w.spans, w.quoted, w.content), w) for w in articles}
    places = {words.article: _runs_of_words(words) for words in printed.values()}
    known: dict[Pair, tuple[Passage, ...]] = {}
    found = {}
    for pair in _partners({article: places[words.article] for article, words in first.items()}):
        here, there = (first[article] for article in pair)
        texts = (here.article, there.article)
        if texts not in known:
            runs = _runs(_seeds(places[here.article], places[there.article]))
            passages = (_measured(here, there, run) for run in runs)
            known[texts] = tuple(p for p in passages if p.words >= SHORTEST and p.own + p.quoted >= CONTENT)
        if known[texts]:
            found[pair] = known[texts]
    return found


RunPlaces = dict[tuple[str, ...], list[int]]


def _runs_of_words(words: Words) -> RunPlaces:
    """Where each run of `SEED` words begins; refrains left out."""
    places: RunPlaces = defaultdict(list)
    for at in range(len(words) - SEED + 1):
        places[words.folded[at : at + SEED]].append(at)
    return {run: at for run, at in places.items() if len(at) <= MOST_PLACES}


def _partners(places: Mapping[str, RunPlaces]) -> list[Pair]:
    """Pairs of articles that share runs of words, each article with those it shares most with.

    In a story of few articles these are all pairs that share any.
    """
    articles = list(places)
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for run in places[article]:
            holders[run].append(number)
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    for held, times in Counter(tuple(held) for held in holders.values() if len(held) > 1).items():
        for at, number in enumerate(held):
            near = held[max(MOST_BESIDE, at - MOST_BESIDE) : at]
            for other in (*held[: min(at, MOST_BESIDE)], *near):
                shared[number][other] += times
                shared[other][number] += times
    chosen = {
        (min(number, other), max(number, other))
        for number, counts in shared.items()
        for other, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_PARTNERS]
    }
    return [(articles[one], articles[other]) for one, other in sorted(chosen)]


def _seeds(here: RunPlaces, there: RunPlaces) -> list[tuple[int, int]]:
    """Places (word here, word there) of the runs of words that both hold."""
    if len(there) < len(here):
        return [(a, b) for run, at in there.items() if run in here for b in at for a in here[run]]
    return [(a, b) for run, at in here.items() if run in there for a in at for b in there[run]]


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
        clause=any(map(_is_verb, here.folded[run[0][0] : run[-1][0] + 1])),
    )


def _is_verb(word: str) -> bool:
    return word in VERB_OF or word in _AUXILIARIES or (len(word) > 4 and word.endswith(("ed", "ing")))
