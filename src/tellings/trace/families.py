"""Which articles of a story are one text.

Comes in:   the articles, their words, credits and derivations.
Goes out:   the derivations that carry a text and not phrases only, families of articles whose text is visibly
            one, and how much of an article stands in others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tellings.records import Article, Credit, Derivation, Span
from tellings.trace.credits import is_own_name
from tellings.trace.derivations import OWN_IN_SHORT, OWN_WORDS, PART_OF_SHORT, covered
from tellings.trace.words import Words

REWORKED_SHARE = 0.2
"""Part of an article's words in shared passages from which it has no reporting of its own."""

_OF_A_PHRASE = 3
"""Words of substance from which a shared stretch is more than the name of what the story is about."""

Shared = tuple[str, Sequence[tuple[Span, Span]]]
"""Another article, and the passages shared with it (span here, span there)."""


def carries(
    link: Derivation,
    article: Article,
    other: Article,
    words: Mapping[str, Words],
    credits: Mapping[str, Sequence[Credit]],
) -> bool:
    """Whether what two texts share is more than quotations and phrases that every account of a story prints.

    An article can have those from where the other one has them. Where one names the other, it is enough.
    """
    named = any(is_own_name(c.name, other) for c in credits[article.id] if c.kind != "photo")
    own = sum(n for here, _ in link.passages if (n := _own_words(here, words[article.id])) >= _OF_A_PHRASE)
    shorter = min(len(words[article.id]), len(words[other.id]))
    return named or own >= OWN_WORDS or own >= max(OWN_IN_SHORT, PART_OF_SHORT * shorter)


def _own_words(passage: Span, words: Words) -> int:
    """Words of substance outside quotations within a passage."""
    first = bisect_left(words.spans, passage.start, key=lambda span: span.start)
    last = bisect_left(words.spans, passage.end, key=lambda span: span.start)
    return sum(words.content[at] and not words.quoted[at] for at in range(first, last))


def families_of(
    articles: Sequence[Article], words: Mapping[str, Words], derivations: Mapping[str, Sequence[Derivation]]
) -> list[tuple[str, ...]]:
    """Groups of articles that are one text, or of one article, each in the story's order.

    A shared sentence makes two articles rest on one another in part; only a good part of the shorter one
    makes them one family, so that a chain of single sentences does not tie a whole story together.
    """
    parent = {article.id: article.id for article in articles}

    def root(a: str) -> str:
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        return a

    for here, links in derivations.items():
        for link in links:
            shared = covered(link.passages, words[here])
            if shared >= REWORKED_SHARE * min(len(words[here]), len(words[link.article])):
                parent[root(here)] = root(link.article)
    families: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        families[root(article.id)].append(article.id)
    return [tuple(family) for family in families.values()]


def head_of(family: Sequence[str], derivations: Mapping[str, Sequence[Derivation]]) -> str:
    """The article from which most of the family derives, and which derives least itself."""
    used = Counter(d.article for a in family for d in derivations[a])
    return max(family, key=lambda a: (used[a] - len(derivations[a]), -family.index(a)))


def both_ways(derivations: Mapping[str, Sequence[Derivation]]) -> dict[str, list[Shared]]:
    """For each article what it shares, whichever way the derivation is written."""
    found: dict[str, list[Shared]] = {article: [] for article in derivations}
    for article, links in derivations.items():
        for link in links:
            found[article].append((link.article, link.passages))
            found[link.article].append((article, tuple((there, here) for here, there in link.passages)))
    return found


def share_of(article: str, words: Mapping[str, Words], shared: Mapping[str, Sequence[Shared]]) -> float:
    """Part of the article's words that stand in another one."""
    pairs = [pair for _, passages in shared[article] for pair in passages]
    return covered(pairs, words[article]) / max(1, len(words[article]))


def sharing(
    family: Sequence[str], shared: Mapping[str, Sequence[Shared]]
) -> Iterator[tuple[str, list[Span]]]:
    """Each article that shares passages with the family, of it or not, and those passages in it."""
    for article in family:
        for other, passages in shared[article]:
            yield other, [there for _, there in passages]
