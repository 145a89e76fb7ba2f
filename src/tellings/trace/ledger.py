"""The origin ledger, changed by hand.

Comes in:   a `Traced` story, and which article rests on what another one rests on, or does not; who owns
            which outlet.
Goes out:   the story with its ledger changed. Each change is a `Reason` of its own kind, cited at both ends
            by the first sentences of the two articles; all that counts origins later counts anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from tellings.records import Origin, Reading, Reason, ReasonKind, Span, Traced
from tellings.trace.bodies import name_key
from tellings.trace.credits import is_own_name
from tellings.trace.origins import label


def linked(story: Traced, article: str, other: str) -> Traced:
    """`article` rests on the first origin of `other`, and is no origin by itself any more."""
    target = next((origin for origin in story.origins if other in origin.articles), None)
    if target is None or article in target.articles:
        return story
    joined = replace(
        target,
        articles=_in_order({*target.articles, article}, story),
        reasons=(*target.reasons, _reason("by-hand", article, other, story)),
    )
    kept = (joined if origin is target else origin for origin in story.origins)
    return replace(story, origins=tuple(origin for origin in kept if origin.articles != (article,)))


def unlinked(story: Traced, article: str, other: str) -> Traced:
    """`article` does not rest on what `other` rests on; without any origin left it is one by itself."""
    kept = [
        _left_by(article, origin) if {article, other} <= set(origin.articles) else origin
        for origin in story.origins
    ]
    if not any(article in origin.articles for origin in kept):
        name = label(story.story.reading_of(article).article)
        kept.append(Origin(id=_free_id(kept), name=name, kind="outlet", articles=(article,)))
    return replace(story, origins=tuple(kept))


def with_owners(story: Traced, owners: Mapping[str, str]) -> Traced:
    """The own reports of outlets that belong to one owner are one origin. `owners` maps outlet to owner."""
    for articles in _by_owner(story, owners):
        own = {article: origin for article in articles if (origin := _own_report(article, story)) is not None}
        if len({origin.id for origin in own.values()}) < 2:
            continue
        first, *others = own
        target = own[first]
        joined = replace(
            target,
            articles=_in_order({a for origin in own.values() for a in origin.articles}, story),
            reasons=(
                *(reason for origin in dict.fromkeys(own.values()) for reason in origin.reasons),
                *(_reason("same-owner", article, first, story) for article in others),
            ),
        )
        gone = {origin.id for origin in own.values()} - {target.id}
        kept = (joined if origin is target else origin for origin in story.origins)
        story = replace(story, origins=tuple(origin for origin in kept if origin.id not in gone))
    return story


def _by_owner(story: Traced, owners: Mapping[str, str]) -> list[list[str]]:
    """The articles of each owner, in the order of the story."""
    found: dict[str, list[str]] = defaultdict(list)
    for reading in story.readings:
        owner = next(
            (owner for outlet, owner in owners.items() if is_own_name(outlet, reading.article)), None
        )
        if owner:
            found[name_key(owner)].append(reading.article.id)
    return list(found.values())


def _own_report(article: str, story: Traced) -> Origin | None:
    """The origin that an article is by itself, or with others that take from it."""
    name = label(story.story.reading_of(article).article)
    return next((o for o in story.origins if o.name == name and article in o.articles), None)


def _left_by(article: str, origin: Origin) -> Origin:
    return replace(
        origin,
        articles=tuple(one for one in origin.articles if one != article),
        reasons=tuple(r for r in origin.reasons if article not in (r.article, r.other_article)),
    )


def _reason(kind: ReasonKind, article: str, other: str, story: Traced) -> Reason:
    return Reason(
        kind=kind,
        article=article,
        span=_first_sentence(story.story.reading_of(article)),
        other_article=other,
        other_span=_first_sentence(story.story.reading_of(other)),
    )


def _first_sentence(reading: Reading) -> Span:
    return reading.sentences[0].span if reading.sentences else Span(0, len(reading.article.text))


def _in_order(articles: set[str], story: Traced) -> tuple[str, ...]:
    return tuple(reading.article.id for reading in story.readings if reading.article.id in articles)


def _free_id(origins: list[Origin]) -> str:
    ids = {origin.id for origin in origins}
    return next(f"o{n}" for n in range(len(ids) + 1, 2 * len(ids) + 3) if f"o{n}" not in ids)
