"""The same words told by several articles are one utterance.

Comes in:   statements, speakers, and the readings for texts and sentence vectors.
Goes out:   groups of statements that report one utterance, each group of at least two articles.

Candidates come from an index of word triples and telling terms, never from all pairs. Groups grow from the
surest pair on, and two groups join only when they agree on the whole, so that one bad pair chains nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from tellings.attribute.contents import Content, Rarity, contents_of
from tellings.attribute.likeness import SAME, likeness
from tellings.attribute.scene import Scene
from tellings.attribute.standing import Standings
from tellings.records import Reading, Speaker, Statement

COMMONEST = 120
"""A word triple or term in more statements than this proposes no candidates."""
FEWEST_TERMS = 2
"""Common terms that make two statements candidates."""
AGREE = 0.5
"""The part of the pairs between two groups that must be alike for the groups to join."""


def same_words(
    statements: Sequence[Statement], speakers: Sequence[Speaker], readings: Sequence[Reading]
) -> list[list[int]]:
    """Groups of places in `statements` that report the same utterance, in order of place."""
    contents = contents_of(statements, {r.article.id: r.article.text for r in readings})
    rarity = Rarity(contents)
    standings = Standings(speakers)
    vectors = _vectors(statements, readings)
    alike: dict[tuple[int, int], float] = {}
    for one, other in _candidates(contents):
        a, b = contents[one], contents[other]
        standing = standings.between(a.statement.speaker, b.statement.speaker)
        cosine = float(vectors[one] @ vectors[other]) if one in vectors and other in vectors else None
        score = likeness(a, b, standing, rarity, cosine)
        if score >= SAME:
            alike[one, other] = score
    groups = _grouped(alike, statements)
    return [group for group in groups if len({statements[at].article for at in group}) > 1]


def _candidates(contents: Sequence[Content]) -> Iterator[tuple[int, int]]:
    """Pairs of statements of different articles that share a word triple, a whole short content, or terms."""
    shared: Counter[tuple[int, int]] = Counter()
    for places, worth in _postings(contents):
        if len(places) <= COMMONEST:
            for number, one in enumerate(places):
                for other in places[number + 1 :]:
                    if contents[one].statement.article != contents[other].statement.article:
                        shared[one, other] += worth
    for pair, count in shared.items():
        if count >= FEWEST_TERMS:
            yield pair


def _postings(contents: Sequence[Content]) -> Iterator[tuple[list[int], int]]:
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    by_term: dict[str, list[int]] = defaultdict(list)
    for at, content in enumerate(contents):
        words = content.words
        keys = {words[n : n + 3] for n in range(len(words) - 2)} if len(words) > 2 else {words}
        for key in keys:
            by_words[key].append(at)
        for term in content.terms:
            by_term[term].append(at)
    for key, places in by_words.items():
        if key:
            yield places, FEWEST_TERMS
    for places in by_term.values():
        yield places, 1


def _vectors(
    statements: Sequence[Statement], readings: Sequence[Reading]
) -> Mapping[int, np.ndarray[tuple[int], np.dtype[np.float32]]]:
    """The mean vector of the sentences that each content stands in, where the reader gave them.

    What all sentences of the story have in common is taken out: of what it tells, all of them speak.
    """
    given = [reading.vectors for reading in readings if len(reading.vectors)]
    if not given:
        return {}
    common = np.concatenate(given).mean(axis=0)
    scenes = {reading.article.id: Scene(reading) for reading in readings}
    found = {}
    for at, statement in enumerate(statements):
        scene = scenes[statement.article]
        if scene.reading.sentences and len(scene.reading.vectors):
            rows = [
                row
                for part in statement.content
                for row in range(scene.sentence_at(part.start), scene.sentence_at(part.end - 1) + 1)
            ]
            vector = scene.reading.vectors[rows].mean(axis=0) - common
            length = float(np.linalg.norm(vector))
            if length:
                found[at] = vector / length
    return found


def _grouped(alike: Mapping[tuple[int, int], float], statements: Sequence[Statement]) -> list[list[int]]:
    """Grow groups along the likest pairs first."""
    group_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for (one, other), _ in sorted(alike.items(), key=lambda entry: (-entry[1], entry[0])):
        for at in (one, other):
            if at not in group_of:
                group_of[at] = at
                members[at] = [at]
        a, b = group_of[one], group_of[other]
        if a != b and _agree(members[a], members[b], alike, statements):
            members[a] += members.pop(b)
            for at in members[a]:
                group_of[at] = a
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _agree(
    one: Sequence[int],
    other: Sequence[int],
    alike: Mapping[tuple[int, int], float],
    statements: Sequence[Statement],
) -> bool:
    pairs = [
        (min(a, b), max(a, b)) for a in one for b in other if statements[a].article != statements[b].article
    ]
    return bool(pairs) and sum(pair in alike for pair in pairs) >= AGREE * len(pairs)
