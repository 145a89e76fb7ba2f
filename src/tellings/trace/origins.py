"""The origin ledger: how many independent origins a story rests on, and why.

Comes in:   the articles of a story, their words, credits and derivations.
Goes out:   `Origin` records in the order of their first article, ids "o1", "o2" ...; every article rests on
            one at least, and each reason is a place in a text.

How it counts:
- Articles whose text is visibly one text share one origin: the agency that one of them names for it, or,
  where none is named, the article it is fullest or earliest in.
- An agency or outlet that several articles credit is one origin.
- An article with words of its own beside what it takes rests on itself too; a copy or a rewrite does not.
- Credits for pictures, and the press without a name ("local media"), are no origin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tellings.records import Article, Credit, Derivation, Origin, Reason, Span
from tellings.trace.bodies import is_agency, name_key
from tellings.trace.credits import is_own_name
from tellings.trace.derivations import covered, named_beside
from tellings.trace.names import find_press_names
from tellings.trace.words import Words

REWORKED_SHARE = 0.2
"""Part of an article's words in shared passages from which it has no reporting of its own."""

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
) -> tuple[Origin, ...]:
    """The ledger of the story."""
    by_id = {article.id: article for article in articles}
    families = _families(articles, words, derivations)
    drafts: dict[str, _Draft] = {}
    main: dict[str, str] = {}
    """Key of the origin that stands for an article's text, the one others that take from it rest on."""
    for article in articles:
        family = next((f for f in families if article.id in f), (article.id,))
        head = _head(family, derivations)
        agency = _agency_of(family, credits, derivations)
        main[article.id] = f"name:{name_key(agency)}" if agency else f"article:{head}"
        draft = drafts.setdefault(main[article.id], _Draft(agency or label(by_id[head])))
        draft.articles.add(article.id)
    for article in articles:
        for link in derivations[article.id]:
            draft = drafts[main[link.article]]
            draft.articles.add(article.id)
            draft.reasons += _shared_text(article.id, link)
        for credit in credits[article.id]:
            if credit.kind != "photo" and not _is_unnamed(credit.name):
                key, name = _credited(credit, article, articles, main)
                draft = drafts.setdefault(key, _Draft(name))
                draft.articles.add(article.id)
                draft.reasons.append(Reason(kind="credit", article=article.id, span=credit.span))
        if not _rests_on_others(article.id, main, words, credits, derivations):
            drafts.setdefault(f"article:{article.id}", _Draft(label(article))).articles.add(article.id)
    return _numbered(drafts.values(), [a.id for a in articles])


def _rests_on_others(
    article: str,
    main: Mapping[str, str],
    words: Mapping[str, Words],
    credits: Mapping[str, Sequence[Credit]],
    derivations: Mapping[str, Sequence[Derivation]],
) -> bool:
    """Whether an article is signed by an agency, or its text is mostly another one's, copied or reworked."""
    if any(c.kind in ("wire", "byline-agency") and is_agency(c.name) for c in credits[article]):
        return True
    return main[article] != f"article:{article}" and _share(article, words, derivations) >= REWORKED_SHARE


def label(article: Article) -> str:
    """What to call an article as an origin: its outlet, its headline, its file."""
    return article.outlet or article.title or (article.path or article.url or article.id).rpartition("/")[2]


# ---------------------------------------------------------------- families of one text


def _families(
    articles: Sequence[Article], words: Mapping[str, Words], derivations: Mapping[str, Sequence[Derivation]]
) -> list[tuple[str, ...]]:
    """Groups of articles that are one text, each in the story's order.

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
    return [tuple(family) for family in families.values() if len(family) > 1]


def _head(family: Sequence[str], derivations: Mapping[str, Sequence[Derivation]]) -> str:
    """The article from which most of the family derives, and which derives least itself."""
    used = Counter(d.article for a in family for d in derivations[a])
    return max(family, key=lambda a: (used[a] - len(derivations[a]), -family.index(a)))


def _share(
    article: str, words: Mapping[str, Words], derivations: Mapping[str, Sequence[Derivation]]
) -> float:
    """Part of the article's words that stand in another one, whichever way the derivation is written."""
    pairs = [pair for d in derivations[article] for pair in d.passages]
    for links in derivations.values():
        pairs += [(there, here) for d in links if d.article == article for here, there in d.passages]
    return covered(pairs, words[article]) / max(1, len(words[article]))


def _agency_of(
    family: Sequence[str],
    credits: Mapping[str, Sequence[Credit]],
    derivations: Mapping[str, Sequence[Derivation]],
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
            c.name for c in credits[article] if c.kind in ("wire", "byline-agency") and is_agency(c.name)
        }
        cited = {c.name for c in credits[article] if c.kind == "cited-report" and is_agency(c.name)}
        for agency in sorted(signed | cited):
            name(agency, NAMED if agency in signed else 1)
    for article, passages in _sharing(family, derivations):
        for agency in sorted(named_beside(passages, credits[article])):
            name(agency, NAMED)
    if not weight:
        return None
    key, most = max(weight.items(), key=lambda item: (item[1], item[0]))
    return names[key] if most >= NAMED else None


def _sharing(
    family: Sequence[str], derivations: Mapping[str, Sequence[Derivation]]
) -> Iterator[tuple[str, list[Span]]]:
    """Each article that shares passages with the family, of it or not, and those passages in it."""
    for article, links in derivations.items():
        for link in links:
            if link.article in family:
                yield article, [here for here, _ in link.passages]
            if article in family:
                yield link.article, [there for _, there in link.passages]


def _shared_text(article: str, link: Derivation) -> list[Reason]:
    longest = sorted(link.passages, key=lambda pair: pair[0].start - pair[0].end)[:MOST_PASSAGES]
    return [
        Reason(kind="shared-text", article=article, span=here, other_article=link.article, other_span=there)
        for here, there in longest
    ]


# ---------------------------------------------------------------- credits


def _credited(
    credit: Credit, article: Article, articles: Sequence[Article], main: Mapping[str, str]
) -> tuple[str, str]:
    """The key and name of the origin that a credit names: an article of the story, or a body outside it."""
    for other in articles:
        if other.id != article.id and is_own_name(credit.name, other):
            return main[other.id], label(other)
    return f"name:{name_key(credit.name)}", credit.name


def _is_unnamed(name: str) -> bool:
    found = find_press_names(name)
    return any(n.kind == "unnamed" for n in found) or "agencies" in name.lower()


def _numbered(drafts: Iterable[_Draft], order: Sequence[str]) -> tuple[Origin, ...]:
    place = {article: i for i, article in enumerate(order)}
    kept = sorted(drafts, key=lambda d: (min(place[a] for a in d.articles), -len(d.articles), d.name))
    return tuple(
        Origin(
            id=f"o{i}",
            name=draft.name,
            kind="agency" if is_agency(draft.name) else "outlet",
            articles=tuple(sorted(draft.articles, key=place.__getitem__)),
            reasons=tuple(dict.fromkeys(draft.reasons)),
        )
        for i, draft in enumerate(kept, 1)
    )
