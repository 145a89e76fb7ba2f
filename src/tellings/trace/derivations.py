"""Which article's text is visibly that of another.

Comes in:   the readings of a story, their words, their shared passages and their credits.
Goes out:   `Derivation` records by article id: copy or rewrite, from which article, with the passages.
Left open:  which of two texts with the same words was first, where no date, credit or length tells.

Two reporters at one press conference print the same quotations. So words inside quotation marks alone make no
derivation: the wording around them must be shared too, or one of the two must name the other as its source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from tellings.records import Article, Credit, Derivation, Span
from tellings.trace.bodies import is_agency, name_key
from tellings.trace.credits import is_own_name
from tellings.trace.passages import Pair, Passage
from tellings.trace.words import Words

OWN_WORDS = 9
"""Content words outside quotations that two texts must share to be one text reworked."""

OWN_BESIDE_QUOTES = 4
"""The same where quotations are shared too; a shared quoted word then counts half."""

OWN_IN_A_CLAUSE = 3
SAME_IN_A_CLAUSE = 7
"""One of the passages beside shared quotations holds so many content words, and words in all, where the two
share little: two who quote one statement may both write "killed in two countries".
"""

MORE_THAN_A_NAME = 8
"""Content words from which a shared passage without a verb counts: fewer only name what both tell of."""

MUCH = 0.14
"""Part of the shorter text from which such names count too: so much is not shared by chance."""

OWN_IN_SHORT = 5
SAME_IN_SHORT = 12
PART_OF_SHORT = 0.04
"""A brief shares a whole sentence: so many content words, words in all, and part of its length."""

OWN_WHEN_CREDITED = 5
SAME_WHEN_CREDITED = 10
"""Content words, and words in all, that are enough where one article names the other one's outlet."""

WIRE_VOCABULARY = 0.4
"""Part of a wire's content words that an article holds which cites that agency and reworks that wire."""

BESIDE = 60
"""Characters around a shared passage in which an agency is named as the source of that passage."""

COPY_SHARE = 0.5
"""Part of an article's words from which it is a copy and not a rewrite."""


def find_derivations(
    articles: Mapping[str, Article],
    words: Mapping[str, Words],
    passages: Mapping[Pair, Sequence[Passage]],
    credits: Mapping[str, Sequence[Credit]],
    senders: frozenset[str] = frozenset(),
) -> dict[str, tuple[Derivation, ...]]:
    """Derivations by the id of the article that derives; every article has an entry.

    `senders` are names that datelines show to be those of agencies.
    """
    found: dict[str, list[Derivation]] = {article: [] for article in articles}
    agencies = {article: _signed_by(credits[article], senders) for article in articles}
    for pair, shared in passages.items():
        if _is_one_text(pair, shared, articles, words, credits):
            later, link = _derivation(pair, shared, articles, words, credits, senders)
            found[later].append(link)
            if link.kind == "copy":
                one, other = pair
                agencies[one] = agencies[other] = agencies[one] | agencies[other]
    for (one, other), shared in passages.items():
        for here, there in ((one, other), (other, one)):
            linked = any(d.article in (one, other) for a in (one, other) for d in found[a])
            reworks = agencies[there] & _cited(credits[here]) - agencies[here]
            if not linked and reworks and _holds(words[here], words[there]) >= WIRE_VOCABULARY:
                found[here].append(_link(here, there, (one, other), shared, words))
    return {article: tuple(sorted(d, key=lambda d: -d.share)) for article, d in found.items()}


def _is_one_text(
    pair: Pair,
    shared: Sequence[Passage],
    articles: Mapping[str, Article],
    words: Mapping[str, Words],
    credits: Mapping[str, Sequence[Credit]],
) -> bool:
    one, other = pair
    cites = any(_credits_outlet(credits[a], articles[b]) for a, b in ((one, other), (other, one)))
    return is_same_text(shared, min(len(words[one]), len(words[other])), credited=cites)


def _derivation(
    pair: Pair,
    shared: Sequence[Passage],
    articles: Mapping[str, Article],
    words: Mapping[str, Words],
    credits: Mapping[str, Sequence[Credit]],
    senders: frozenset[str],
) -> tuple[str, Derivation]:
    """The article that derives, and from what."""
    later, earlier = _direction(pair, shared, articles, words, credits, senders)
    return later, _link(later, earlier, pair, shared, words)


def _link(
    later: str, earlier: str, pair: Pair, shared: Sequence[Passage], words: Mapping[str, Words]
) -> Derivation:
    share = min(1.0, sum(p.words for p in shared) / max(1, len(words[later])))
    return Derivation(
        article=earlier,
        kind="copy" if share >= COPY_SHARE else "rewrite",
        share=round(share, 3),
        passages=tuple(sorted((p.here, p.there) if later == pair[0] else (p.there, p.here) for p in shared)),
    )


def _signed_by(credits: Sequence[Credit], senders: frozenset[str]) -> frozenset[str]:
    """Keys of the agencies that sign an article as a whole."""
    return frozenset(
        name_key(c.name)
        for c in credits
        if c.kind in ("wire", "byline-agency") and is_agency(c.name, senders)
    )


def _holds(here: Words, wire: Words) -> float:
    """Part of the wire's content words that stand here too."""
    ours, its = ({w for w, c in zip(x.folded, x.content, strict=True) if c} for x in (here, wire))
    return len(ours & its) / max(1, len(its))


def _cited(credits: Sequence[Credit]) -> frozenset[str]:
    return frozenset(name_key(c.name) for c in credits if c.kind == "cited-report")


def is_same_text(shared: Sequence[Passage], shorter: int, *, credited: bool = False) -> bool:
    """Whether shared passages show one text reworked. `shorter` is the words of the shorter article."""
    same = sum(p.words for p in shared)
    much = same >= MUCH * shorter
    told = [p for p in shared if p.clause or p.own >= MORE_THAN_A_NAME or much]
    beside = much or any(p.own >= OWN_IN_A_CLAUSE and p.words >= SAME_IN_A_CLAUSE for p in told)
    own = sum(p.own for p in told)
    quoted = sum(p.quoted for p in shared)
    return (
        own >= OWN_WORDS
        or (beside and own >= OWN_BESIDE_QUOTES and own + quoted / 2 >= OWN_WORDS)
        or (own >= OWN_IN_SHORT and same >= SAME_IN_SHORT and own >= PART_OF_SHORT * shorter)
        or (credited and own >= OWN_WHEN_CREDITED and same >= SAME_WHEN_CREDITED)
        or (credited and own + quoted / 2 >= OWN_WORDS)
    )


def _credits_outlet(credits: Sequence[Credit], other: Article) -> bool:
    return any(c.kind != "photo" and is_own_name(c.name, other) for c in credits)


def _direction(
    pair: Pair,
    shared: Sequence[Passage],
    articles: Mapping[str, Article],
    words: Mapping[str, Words],
    credits: Mapping[str, Sequence[Credit]],
    senders: frozenset[str],
) -> tuple[str, str]:
    """(the article that derives, the one it derives from)."""
    one, other = articles[pair[0]], articles[pair[1]]
    for a, b in ((one, other), (other, one)):
        if _credits_outlet(credits[a.id], b) and not _credits_outlet(credits[b.id], a):
            return a.id, b.id
    dated = _order(one.published, other.published)
    if dated:
        return (other.id, one.id) if dated < 0 else (one.id, other.id)
    for a, b in ((one, other), (other, one)):
        if _signed_by(credits[b.id], senders) and not _signed_by(credits[a.id], senders):
            return a.id, b.id
    for a, b in ((one, other), (other, one)):
        if _is_the_wire(b, credits[b.id], senders) and not _is_the_wire(a, credits[a.id], senders):
            return a.id, b.id
    here, there = [p.here for p in shared], [p.there for p in shared]
    if named_beside(here, credits[one.id], senders) and not named_beside(there, credits[other.id], senders):
        return one.id, other.id
    if named_beside(there, credits[other.id], senders) and not named_beside(here, credits[one.id], senders):
        return other.id, one.id
    return (other.id, one.id) if len(words[one.id]) >= len(words[other.id]) else (one.id, other.id)


def _is_the_wire(article: Article, credits: Sequence[Credit], senders: frozenset[str]) -> bool:
    """Whether an article that an agency signs stands in no other outlet."""
    signed = _signed_by(credits, senders)
    return bool(signed) and (article.outlet is None or name_key(article.outlet) in signed)


def named_beside(
    passages: Iterable[Span], credits: Sequence[Credit], senders: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Names of the agencies that an article credits inside or beside passages of its own."""
    named = [c for c in credits if c.kind != "photo" and is_agency(c.name, senders)]
    if not named:
        return frozenset()
    near = [Span(p.start - BESIDE, p.end + BESIDE) for p in passages]
    return frozenset(c.name for c in named if any(p.overlaps(c.span) for p in near))


def _order(one: str | None, other: str | None) -> int:
    """-1 where `one` was published first, 1 where `other` was, 0 where the dates do not tell."""
    if not one or not other:
        return 0
    length = min(len(one), len(other))
    a, b = one[:length], other[:length]
    return (a > b) - (a < b)


def covered(passages: Sequence[tuple[Span, Span]], words: Words) -> int:
    """How many of an article's words stand in passages (given as pairs, the article's own span first)."""
    count = reached = 0
    for start, end in sorted(here for here, _ in passages):
        first = bisect_left(words.spans, max(start, reached), key=_start)
        count += bisect_left(words.spans, end, key=_start) - first if end > reached else 0
        reached = max(reached, end)
    return count


def _start(span: Span) -> int:
    return span.start
