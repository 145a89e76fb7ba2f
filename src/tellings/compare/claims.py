"""Claims: what is asserted, and by which articles.

Comes in:   the `Alignment` of a story's wordings.
Goes out:   `Claim`s: what several articles tell alike, none of them denying what another affirms; what one
            article alone tells becomes a claim when it looks like news.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tellings.compare.assertions import Assertion
from tellings.compare.classes import Classes
from tellings.compare.clusters import Apart, cluster, near_of
from tellings.compare.modality import Manner, manners_of
from tellings.compare.nodes import Nodes
from tellings.compare.opposed import stances_of, tell_apart
from tellings.compare.reads_alone import cuts_a_quotation, opens_a_sentence
from tellings.compare.scorer import Alignment
from tellings.compare.ties import Ties
from tellings.languages.en.boilerplate import UNDER_PICTURES
from tellings.languages.en.openers import LEANING_OPENERS, PRONOUN_OPENERS
from tellings.read.closing import told_from
from tellings.records import SURE_FROM, Cite, Claim, Mention, Span

_UNDER = re.compile(UNDER_PICTURES, re.IGNORECASE)
_LEANING = frozenset((*PRONOUN_OPENERS, *LEANING_OPENERS))
_SINGLES_PER_ARTICLE = 6
_PLAIN_LENGTH = (8, 32)
_FEWEST_WORDS = 4
_MOST_COMPARED = 60
_NEARLY = 0.9
"""What part of the most support a mention must reach to stand for a claim."""
_BY_WORDS = 0.2
"""How much of the support is words in common; the rest is how surely the others tell the same."""
_OF_A_PIECE = 0.6
"""How much the news in a clause counts that cannot be read without what stands before it."""


def find_claims(alignment: Alignment, classes: Classes | None = None) -> list[Claim]:
    """Claims told by several articles, the most widely told first, then what only one article tells.

    What would be summed up by the same words is one claim. `classes`, if given, are those already known.
    """
    nodes, classes = alignment.nodes, classes or Classes()
    manners = manners_of(nodes.pool, classes)
    near = near_of(alignment)
    groups = [_assertions(nodes, group) for group in cluster(near, _apart(nodes, manners, classes))]
    groups += [list(twins) for twins in nodes.twins if len({a.article for a in twins}) > 1]
    shared = [group for group in _distinct(groups) if len({a.article for a in group}) > 1]
    shared.sort(key=lambda group: (-len({a.article for a in group}), group[0].sentence, group[0].index))
    single = [[a] for a in _newsworthy(nodes, {a.index for group in shared for a in group})]
    ties = Ties(nodes, near)
    summaries = _Summaries(nodes, _central(shared), ties)
    summed_up: dict[Cite, dict[int, Assertion]] = {}
    central: dict[Cite, Assertion] = {}
    for group in (*shared, *single):
        in_order = sorted(group, key=lambda a: a.index)
        summary, chosen = summaries.of(in_order)
        central.setdefault(summary, chosen)
        summed_up.setdefault(summary, {}).update((a.index, a) for a in in_order)
    return [
        _claim(f"c{n}", summary, central[summary], list(told.values()), nodes, manners, ties)
        for n, (summary, told) in enumerate(summed_up.items(), start=1)
    ]


def _apart(nodes: Nodes, manners: Sequence[Manner], classes: Classes) -> Apart:
    """Whether two wordings are against one another, and so no tellings of one fact."""
    stances = stances_of(nodes.pool, manners, classes)
    firsts = [stances[assertion.index] for assertion in nodes.first]
    return lambda left, right, same: tell_apart(firsts[left], firsts[right], same)


def _assertions(nodes: Nodes, group: Iterable[int]) -> list[Assertion]:
    return [assertion for node in group for assertion in nodes.twins[node]]


def _distinct(groups: list[list[Assertion]]) -> list[list[Assertion]]:
    """Groups none of which lies wholly within another."""
    kept: list[list[Assertion]] = []
    holding: dict[int, list[set[int]]] = defaultdict(list)
    for group in sorted(groups, key=len, reverse=True):
        members = {a.index for a in group}
        if any(members <= known for known in holding[group[0].index]):
            continue
        kept.append(group)
        for index in members:
            holding[index].append(members)
    return kept


def _newsworthy(nodes: Nodes, told: set[int]) -> list[Assertion]:
    """What only one article tells: its most telling assertions, in order of place."""
    by_article: dict[int, list[tuple[float, Assertion]]] = defaultdict(list)
    for node, assertion in enumerate(nodes.first):
        if assertion.index in told or len(nodes.twins[node]) > 1 or assertion.headline:
            continue
        if len(assertion.words) < _FEWEST_WORDS:
            continue
        by_article[assertion.article].append((_news_in(assertion, nodes), assertion))
    chosen = []
    for ranked in by_article.values():
        ranked.sort(key=lambda pair: (-pair[0], pair[1].index))
        chosen += [assertion for _, assertion in ranked[:_SINGLES_PER_ARTICLE]]
    return sorted(chosen, key=lambda assertion: assertion.index)


def _news_in(assertion: Assertion, nodes: Nodes) -> float:
    """Names, numbers, rare words and a place near the top make an assertion news."""
    rare = sum(sorted((nodes.rarity[stem] for stem in assertion.stems), reverse=True)[:8]) / 8
    long_enough = min(len(assertion.words), _PLAIN_LENGTH[0]) / _PLAIN_LENGTH[0]
    facts = 0.3 * min(len(assertion.names), 4) + 0.3 * min(len(assertion.numbers), 2)
    news = long_enough * (rare + facts + (0.6 if assertion.lead else 0.0))
    return news if opens_a_sentence(nodes.pool.words_of(assertion)) else news * _OF_A_PIECE


def _central(groups: Sequence[Sequence[Assertion]]) -> dict[int, int]:
    """How many shared claims each article tells."""
    counts: dict[int, int] = defaultdict(int)
    for group in groups:
        for article in {a.article for a in group}:
            counts[article] += 1
    return counts


def _claim(
    name: str,
    summary: Cite,
    central: Assertion,
    group: Sequence[Assertion],
    nodes: Nodes,
    manners: Sequence[Manner],
    ties: Ties,
) -> Claim:
    in_order = sorted(group, key=lambda a: a.index)
    told = ties.to(central, group, among=group[:_MOST_COMPARED])
    sure = {a.index: round(tie, 2) for a, tie in zip(group, told, strict=True)}
    tellers = {a.cite.article for a in group if sure[a.index] >= SURE_FROM}
    return Claim(
        id=name,
        summary=summary,
        status="agreed" if len(tellers) > 1 else "single",
        origins=nodes.pool.story.traced.origins_of(tellers),
        mentions=tuple(
            Mention(
                article=a.cite.article,
                span=a.cite.span,
                statement=a.statement.id if a.statement else None,
                polarity=manners[a.index].polarity,
                modality=manners[a.index].modality,
                confidence=sure[a.index],
            )
            for a in in_order
        ),
    )


class _Summaries:
    """Chooses for each claim of a story the words that stand for it, no sentence twice where that can be."""

    def __init__(self, nodes: Nodes, central: dict[int, int], ties: Ties) -> None:
        self._pool, self._central, self._ties = nodes.pool, central, ties
        self._taken: set[tuple[int, int]] = set()

    def of(self, group: Sequence[Assertion]) -> tuple[Cite, Assertion]:
        """The words that stand for a claim, and the assertion that they are or hold.

        They are a whole sentence of plain length, no headline or caption, of an article that tells much, and
        the others bear them out about as well as any. A clause that no sentence of the group can stand for is
        shown with the sentence around it.
        """
        group = group[:_MOST_COMPARED]
        support = {assertion.index: self._support(assertion, group) for assertion in group}
        enough = _NEARLY * max(support[a.index] for a in _in_the_text(group))
        new = [a for a in group if (a.article, a.sentence) not in self._taken and not a.headline] or group
        chosen = min(new, key=lambda a: (support[a.index] < enough, *self._rank(a)))
        self._taken.add((chosen.article, chosen.sentence))
        if opens_a_sentence(self._pool.words_of(chosen)):
            return chosen.cite, chosen
        reading = self._pool.readings[chosen.article]
        whole = reading.sentences[chosen.sentence].span
        return Cite(chosen.cite.article, Span(told_from(reading.article.text, whole), whole.end)), chosen

    def _support(self, assertion: Assertion, group: Sequence[Assertion]) -> float:
        """How surely the other articles of the group tell the same, and in how much the same words, 0..1."""
        best: dict[int, float] = {}
        for other in group:
            if other.article != assertion.article:
                tie = self._ties.between(assertion, other)
                best[other.article] = max(best.get(other.article, 0.0), tie)
        borne_out = sum(best.values()) / max(1, len(best))
        return (1 - _BY_WORDS) * borne_out + _BY_WORDS * _in_common(assertion, group)

    def _rank(self, assertion: Assertion) -> tuple[bool, bool, bool, int, int, int]:
        words = self._pool.words_of(assertion)
        length = len(assertion.words)
        misfit = max(_PLAIN_LENGTH[0] - length, 0) + max(length - _PLAIN_LENGTH[1], 0)
        return (
            bool(_UNDER.search(words)) or self._goes_on_behind_its_title(assertion, words),
            not opens_a_sentence(words) or cuts_a_quotation(words) or assertion.headline,
            assertion.words[0].lower in _LEANING,
            misfit,
            -self._central.get(assertion.article, 0),
            assertion.index,
        )

    def _goes_on_behind_its_title(self, assertion: Assertion, words: str) -> bool:
        """Whether title and caption are run together: "Lock gate bursts Image Crews at the canal"."""
        title = self._pool.readings[assertion.article].article.title or ""
        return bool(title) and len(words) > len(title) + 1 and words.startswith(title)


def _in_the_text(group: Sequence[Assertion]) -> Sequence[Assertion]:
    """The mentions that are no headlines, or all where there are only headlines."""
    return [assertion for assertion in group if not assertion.headline] or group


def _in_common(assertion: Assertion, group: Sequence[Assertion]) -> float:
    """What share of its words and of theirs other articles' mentions have in common with it, 0..1."""
    own = assertion.stems
    others = [other.stems for other in group if other.article != assertion.article]
    shared = (2 * len(own & stems) / max(1, len(own) + len(stems)) for stems in others)
    return sum(shared) / max(1, len(others))
