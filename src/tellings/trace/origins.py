"""The origin ledger: how many independent origins a story rests on, and why.

Comes in:   the articles of a story, their words, credits and derivations.
Goes out:   `Origin` records in the order of their first article, ids "o1", "o2" ...; every article rests on
            one at least, and each reason is a place in a text.

How it counts:
- Articles whose text is visibly one text share one origin: the agency that one of them names for it, or,
  where none is named, the article it is fullest or earliest in.
- An agency or outlet that several articles credit is one origin.
- An article with words of its own beside what it takes rests on itself too; a copy or a rewrite does not.
- An outlet is one voice: what it reports by itself in several articles is one origin. An agency's initials in
  its own datelines ("(UWS)" in an article of the Union Wire Service) name nobody else.
- Credits for pictures, and the press without a name ("local media"), are no origin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from tellings.languages.en.agencies import PLATFORMS
from tellings.records import Article, Credit, Derivation, Origin, Reason
from tellings.trace.bodies import is_agency, name_key
from tellings.trace.credits import is_own_name
from tellings.trace.derivations import named_beside
from tellings.trace.families import (
    REWORKED_SHARE,
    Shared,
    both_ways,
    carries,
    families_of,
    head_of,
    share_of,
    sharing,
)
from tellings.trace.names import find_press_names
from tellings.trace.words import Words

MOST_PASSAGES = 3
"""Passages shown as reasons for one pair of articles, the longest."""

NAMED = 2
"""Mentions that name an agency for a text; a signature, or a credit beside the text, counts as two."""


@dataclass(slots=True)
class _Draft:
    """An origin while it is being put together."""

    name: str
    articles: set[str] = field(default_factory=set)
    reasons: list[Reason] = field(default_factory=list)


def find_origins(
    articles: Sequence[Article],
    words: Mapping[str, Words],
    credits: Mapping[str, Sequence[Credit]],
    derivations: Mapping[str, Sequence[Derivation]],
    senders: frozenset[str] = frozenset(),
) -> tuple[Origin, ...]:
    """The ledger of the story. `senders` are names that datelines show to be those of agencies."""
    by_id = {article.id: article for article in articles}
    derivations = {
        article.id: [
            link
            for link in derivations[article.id]
            if carries(link, article, by_id[link.article], words, credits)
        ]
        for article in articles
    }
    senders |= {a.outlet for a in articles if a.outlet and any(is_own_name(name, a) for name in senders)}
    families = families_of(articles, words, derivations)
    shared = both_ways(derivations)
    drafts: dict[str, _Draft] = {}
    in_outlet = cache(lambda name: [article for article in articles if is_own_name(name, article)])
    main: dict[str, str] = {}
    """Key of the origin that stands for an article's text, the one others that take from it rest on."""
    for family in families:
        head = head_of(family, derivations)
        agency = _agency_of(family, credits, shared, senders) or _own_agency(by_id[head], senders)
        name = _in_full(agency, articles) if agency else label(by_id[head])
        key = _key_of(name) if agency else _own_key(by_id[head])
        main.update(dict.fromkeys(family, key))
        drafts.setdefault(key, _Draft(name)).articles.update(family)
    for article in articles:
        for link in derivations[article.id]:
            draft = drafts[main[link.article]]
            draft.articles.add(article.id)
            draft.reasons += _shared_text(article.id, link)
        for credit in credits[article.id]:
            if _names_an_origin(credit, article):
                key, name = _credited(credit, article, in_outlet(credit.name), main, senders)
                draft = drafts.setdefault(key, _Draft(name))
                draft.articles.add(article.id)
                draft.reasons.append(Reason(kind="credit", article=article.id, span=credit.span))
        if not _rests_on_others(article, main, words, credits, shared, senders):
            drafts.setdefault(_own_key(article), _Draft(label(article))).articles.add(article.id)
    return _numbered(drafts.values(), [a.id for a in articles], senders)


def _rests_on_others(
    article: Article,
    main: Mapping[str, str],
    words: Mapping[str, Words],
    credits: Mapping[str, Sequence[Credit]],
    shared: Mapping[str, Sequence[Shared]],
    senders: frozenset[str],
) -> bool:
    """Whether an article is signed by an agency, or its text is mostly another one's, copied or reworked."""
    if main[article.id].startswith("name:") and _own_agency(article, senders):
        return True
    if any(c.kind in ("wire", "byline-agency") and is_agency(c.name, senders) for c in credits[article.id]):
        return True
    return main[article.id] != _own_key(article) and share_of(article.id, words, shared) >= REWORKED_SHARE


def _key_of(name: str) -> str:
    return f"name:{name_key(name)}"


def _own_key(article: Article) -> str:
    """The key of the origin that an article is by itself: its outlet's, where that is known."""
    return f"outlet:{name_key(article.outlet)}" if article.outlet else f"article:{article.id}"


def _in_full(agency: str, articles: Sequence[Article]) -> str:
    """The agency's name as an outlet of the story, where it is one: "UWS" is the Union Wire Service."""
    return next((a.outlet for a in articles if a.outlet and is_own_name(agency, a)), agency)


def label(article: Article) -> str:
    """What to call an article as an origin: its outlet, its headline, its file."""
    return article.outlet or article.title or (article.path or article.url or article.id).rpartition("/")[2]


# ---------------------------------------------------------------- whose text it is


def _agency_of(
    family: Sequence[str],
    credits: Mapping[str, Sequence[Credit]],
    shared: Mapping[str, Sequence[Shared]],
    senders: frozenset[str],
) -> str | None:
    """The agency that a text comes from, when an article that holds part of it says so.

    It signs an article of the family, or two of them name it, or one article names it beside a passage
    that it shares with the family.
    """
    weight: Counter[str] = Counter()
    names: dict[str, str] = {}

    def name(agency: str, points: int) -> None:
        key = name_key(agency)
        names[key] = max(names.get(key, ""), agency, key=len)
        weight[key] += points

    for article in family:
        signed = {
            c.name
            for c in credits[article]
            if c.kind in ("wire", "byline-agency") and is_agency(c.name, senders)
        }
        cited = {c.name for c in credits[article] if c.kind == "cited-report" and is_agency(c.name, senders)}
        for agency in sorted(signed | cited):
            name(agency, NAMED if agency in signed else 1)
    for article, passages in sharing(family, shared):
        for agency in sorted(named_beside(passages, credits[article], senders)):
            name(agency, NAMED)
    if not weight:
        return None
    key, most = max(weight.items(), key=lambda item: (item[1], item[0]))
    return names[key] if most >= NAMED else None


def _own_agency(article: Article, senders: frozenset[str]) -> str | None:
    """The outlet of the article, where that is an agency."""
    return article.outlet if article.outlet and is_agency(article.outlet, senders) else None


def _shared_text(article: str, link: Derivation) -> list[Reason]:
    longest = sorted(link.passages, key=lambda pair: pair[0].start - pair[0].end)[:MOST_PASSAGES]
    return [
        Reason(kind="shared-text", article=article, span=here, other_article=link.article, other_span=there)
        for here, there in longest
    ]


# ---------------------------------------------------------------- credits


def _credited(
    credit: Credit,
    article: Article,
    named: Sequence[Article],
    main: Mapping[str, str],
    senders: frozenset[str],
) -> tuple[str, str]:
    """The key and name of the origin that a credit names: an article of the story, or a body outside it.

    `named` are the articles of the outlet that it names.
    """
    for other in named:
        if other.id != article.id:
            return main[other.id], label(other)
    name = _own_agency(article, senders) if article in named else None
    return _key_of(name or credit.name), name or credit.name


def _names_an_origin(credit: Credit, article: Article) -> bool:
    """Whether a credit names somebody else who vouches for the words, and not only where they stand."""
    return (
        credit.kind != "photo"
        and not _is_unnamed(credit.name)
        and credit.name not in PLATFORMS
        and not (credit.kind == "cited-report" and is_own_name(credit.name, article))
    )


def _is_unnamed(name: str) -> bool:
    found = find_press_names(name)
    return any(n.kind == "unnamed" for n in found) or "agencies" in name.lower()


def _numbered(drafts: Iterable[_Draft], order: Sequence[str], senders: frozenset[str]) -> tuple[Origin, ...]:
    place = {article: i for i, article in enumerate(order)}
    kept = sorted(drafts, key=lambda d: (min(place[a] for a in d.articles), -len(d.articles), d.name))
    return tuple(
        Origin(
            id=f"o{i}",
            name=draft.name,
            kind="agency" if is_agency(draft.name, senders) else "outlet",
            articles=tuple(sorted(draft.articles, key=place.__getitem__)),
            reasons=tuple(dict.fromkeys(draft.reasons)),
        )
        for i, draft in enumerate(kept, 1)
    )
