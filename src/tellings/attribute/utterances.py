"""The same words told by several articles are one utterance.

Comes in:   statements, speakers, and the readings for texts and sentence vectors.
Goes out:   groups of statements that report one utterance, each group of at least two articles.

Statements in the same words of one speaker are taken once, as a `Wording`. Candidates come from an index of
word triples and telling terms, never from all pairs. Groups grow from the surest pair on, and two groups join
only when they agree on the whole, so that one bad pair chains nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from tellings.attribute.contents import Content, Rarity, contents_of
from tellings.attribute.likeness import MOST_TERMS, SAME, likeness
from tellings.attribute.scene import Scene
from tellings.attribute.standing import Standings
from tellings.attribute.wordings import Wording, wordings_of
from tellings.records import Reading, Speaker, Statement

COMMONEST = 120
"""A word triple or term in more wordings than this proposes no candidates."""
FEWEST_TERMS = 2
"""Common terms that make two wordings candidates."""
AGREE = 0.4
"""How alike the statements of two groups must be on average, pair by pair, for the groups to join."""

Pair = tuple[int, int]


def same_words(
    statements: Sequence[Statement], speakers: Sequence[Speaker], readings: Sequence[Reading]
) -> list[list[int]]:
    """Groups of places in `statements` that report the same utterance, in order of place."""
    contents = contents_of(statements, {r.article.id: r.article.text for r in readings})
    rarity = Rarity(contents)
    standings = Standings(speakers)
    wordings = wordings_of(contents, standings)
    vectors = _vectors([wording.content.statement for wording in wordings], readings)
    alike: dict[Pair, float] = {}
    crossing: set[Pair] = set()
    for one, other in _candidates(wordings):
        a, b = wordings[one].content, wordings[other].content
        standing = standings.between(a.statement.speaker, b.statement.speaker)
        cosine = float(vectors[one] @ vectors[other]) if one in vectors and other in vectors else None
        score = likeness(a, b, standing, rarity, cosine)
        if score:
            alike[one, other] = score
        if standing == "other":
            crossing.add((one, other))
    groups = _grouped(_each_to_its_own(alike, crossing, wordings), wordings)
    told = [sorted(at for number in group for at in wordings[number].places) for group in groups]
    return sorted(group for group in told if len({statements[at].article for at in group}) > 1)


def _each_to_its_own(
    alike: Mapping[Pair, float], crossing: AbstractSet[Pair], wordings: Sequence[Wording]
) -> dict[Pair, float]:
    """The likenesses without those across two speakers where words within words are meant.

    "The driver told him that he blacked out" holds what the passenger says and what the driver says: each
    belongs to the same speaker's words in the other article.
    """
    met: dict[int, list[int]] = defaultdict(list)
    for pair, score in alike.items():
        if score >= SAME and pair not in crossing:
            for at, other in (pair, pair[::-1]):
                met[at].append(other)

    def is_nested(at: int, other: int) -> bool:
        return any(wordings[at].overlaps(wordings[near]) for near in met[other] if near != at)

    return {
        (one, other): score
        for (one, other), score in alike.items()
        if (one, other) not in crossing or not (is_nested(one, other) or is_nested(other, one))
    }


def _candidates(wordings: Sequence[Wording]) -> Iterator[Pair]:
    """Pairs of wordings of different articles that share a word triple, a whole short content, or terms."""
    shared: Counter[Pair] = Counter()
    for places, worth in _postings([wording.content for wording in wordings]):
        if len(places) <= COMMONEST:
            for number, one in enumerate(places):
                for other in places[number + 1 :]:
                    shared[one, other] += worth
    for (one, other), count in shared.items():
        if count >= FEWEST_TERMS and wordings[one].meets(wordings[other]):
            yield one, other


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
            if len(content.terms) <= MOST_TERMS:
                by_term[f"{term} of {content.statement.speaker}"].append(at)
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


def _grouped(alike: Mapping[Pair, float], wordings: Sequence[Wording]) -> list[list[int]]:
    """Grow groups along the likest pairs first; a wording like no other is a group alone."""
    group_of = list(range(len(wordings)))
    members = {at: [at] for at in group_of}
    for (one, other), score in sorted(alike.items(), key=lambda entry: (-entry[1], entry[0])):
        if score < SAME:
            break
        a, b = group_of[one], group_of[other]
        if a != b and _agree(members[a], members[b], alike, wordings):
            for at in members[b]:
                group_of[at] = a
            members[a] += members.pop(b)
    return list(members.values())


def _agree(
    one: Sequence[int], other: Sequence[int], alike: Mapping[Pair, float], wordings: Sequence[Wording]
) -> bool:
    """Whether two groups tell the same on the whole, and none of the words stand within the other's."""
    across = [(a, b) for a in one for b in other]
    if any(wordings[a].overlaps(wordings[b]) for a, b in across):
        return False
    met = [(alike.get((min(a, b), max(a, b)), 0.0), wordings[a].meets(wordings[b])) for a, b in across]
    pairs = sum(times for _, times in met)
    return pairs > 0 and sum(score * times for score, times in met) >= AGREE * pairs
