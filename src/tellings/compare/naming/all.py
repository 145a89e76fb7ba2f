"""Every finder of names in turn, and which differences are worth a line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from math import sqrt

from rapidfuzz.distance import Levenshtein

from tellings.compare.conflicts.found import Neighbours
from tellings.compare.naming.aliases import is_described
from tellings.compare.naming.aligned import find_aligned
from tellings.compare.naming.alike import Alike
from tellings.compare.naming.deeds import find_deeds
from tellings.compare.naming.figures import find_printed_figures
from tellings.compare.naming.forms import only_shortens
from tellings.compare.naming.labels import find_labels
from tellings.compare.naming.named_kinds import find_named_kinds
from tellings.compare.naming.offices import find_offices
from tellings.compare.naming.people import find_people
from tellings.compare.naming.roles import find_roles
from tellings.compare.naming.sources import find_sources
from tellings.compare.naming.spellings import find_spelled_names
from tellings.compare.naming.swaps import find_swaps
from tellings.compare.naming.uses import Concept, Quotations, Use, as_naming, by_name, key_of
from tellings.compare.phrases import find_phrases
from tellings.compare.scorer import Alignment
from tellings.compare.words import root_of
from tellings.languages.en.labels import DEED_LABELS, LABELS
from tellings.records import Naming

_DEEDS = frozenset(DEED_LABELS)
_MOST_CONCEPTS = 80
_LEAST_WORTH = 0.1
_OF_ONE_ARTICLE = 0.3
_SPELLED = 0.75


def find_naming(alignment: Alignment) -> tuple[Naming, ...]:
    """The concepts whose names differ most from article to article, first."""
    pool = alignment.nodes.pool
    phrases = find_phrases(pool)
    alike = Alike(alignment)
    found: Iterable[Concept] = (
        *find_labels(pool, phrases, alike),
        *find_people(pool),
        *find_roles(pool, phrases),
        *find_sources(pool),
        *find_named_kinds(pool, phrases),
        *find_offices(pool),
        *find_printed_figures(pool, alike),
        *find_spelled_names(pool, Neighbours(alignment)),
        *find_aligned(alignment, phrases),
        *find_deeds(alignment, phrases),
        *find_swaps(alignment, phrases),
    )
    quotations = Quotations(pool)
    ranked = sorted(((_worth(concept, quotations), concept) for concept in found), key=lambda pair: -pair[0])
    chosen = [concept for worth, concept in _distinct(ranked) if worth >= _LEAST_WORTH and _tells(concept)]
    return tuple(as_naming(concept, pool, quotations) for concept in chosen[:_MOST_CONCEPTS])


def _tells(concept: Concept) -> bool:
    """Whether the names say something by their difference.

    Those of a person are more than full and short forms, others more than inflections of one word.
    """
    names = {use.name for use in concept.uses}
    if concept.proper:
        return any(name[0].islower() for name in names) or not only_shortens(names)
    return len({tuple(map(root_of, key_of(name).split())) for name in names}) > 1


def _worth(concept: Concept, quotations: Quotations) -> float:
    """Interest, times how differently the articles choose, times how many of them choose at all."""
    names = by_name(concept.uses)
    articles = {use.article for use in concept.uses}
    if len(names) < 2:
        return 0.0
    if len(articles) < 2:
        return _OF_ONE_ARTICLE * concept.interest if _tells_in_one(concept, names, quotations) else 0.0
    sets = [{use.article for use in uses} for uses in names.values()]
    shared = set.intersection(*sets)
    difference = 1 - len(shared) / len(articles)
    return concept.interest * (0.2 + difference) * sqrt(min(len(articles), 6))


def _tells_in_one(concept: Concept, names: dict[str, list[Use]], quotations: Quotations) -> bool:
    """Whether the names tell something though they stand in one article.

    A proper name may be spelled in two ways, or stand beside what its bearer is called without it; another
    thing may be named otherwise in the article's own words than in the quotations within it.
    """
    if concept.proper:
        named = set(key_of(concept.label).split())
        described = [name for name in names if not named & set(name.split())]
        return any(_are_spellings(*pair) for pair in combinations(names, 2)) or bool(
            described and len(names) > len(described) + 1
        )
    voices = [{quotations.hold(use) for use in uses} for uses in names.values()]
    return {True} in voices and {False} in voices


def _are_spellings(one: str, other: str) -> bool:
    mine, theirs = one.split(), other.split()
    return (
        len(mine) == len(theirs) > 1
        and mine[:-1] == theirs[:-1]
        and Levenshtein.normalized_similarity(mine[-1], theirs[-1]) >= _SPELLED
    )


def _distinct(ranked: Iterable[tuple[float, Concept]]) -> list[tuple[float, Concept]]:
    """Concepts without those that say what a better one says: two that are proper are joined.

    Proper concepts are of one thing if they share their label, two names or one of several words that is no
    description ("the team doctor" may be two people), others if they share two names.
    """
    kept: list[tuple[float, Concept]] = []
    holding: dict[str, set[int]] = defaultdict(set)
    labelled: dict[str, set[int]] = defaultdict(set)
    for worth, concept in ranked:
        names = by_name(concept.uses)
        shared: Counter[int] = Counter()
        if concept.proper:
            shared.update(place for place in labelled[key_of(concept.label)] for _ in range(2))
        for name, uses in names.items():
            for place in holding.get(name, ()):
                whole = " " in name and concept.proper and kept[place][1].proper
                shared[place] += 2 if whole and not is_described(uses[0].name) else 1
        place = min((place for place, weight in shared.items() if weight > 1), default=len(kept))
        if place < len(kept) and _are_apart(concept, kept[place][1]):
            place = len(kept)
        if place == len(kept):
            kept.append((worth, concept))
        elif (concept.proper and kept[place][1].proper) or _is_of(concept, kept[place][1]):
            joined = _joined(kept[place][1], concept)
            kept[place] = (kept[place][0], joined)
            names = by_name(joined.uses)
        else:
            continue
        for name in names:
            holding[name].add(place)
        if concept.proper:
            labelled[key_of(concept.label)].add(place)
    return kept


def _are_apart(one: Concept, other: Concept) -> bool:
    """Whether one is of a group of words and the other of a person or a body: both can be told."""
    return one.proper != other.proper and bool({one.label, other.label} & LABELS.keys())


def _is_of(one: Concept, other: Concept) -> bool:
    """Whether half of the names of a concept that is not proper are the other's too; two deeds stay two."""
    if {one.label, other.label} <= _DEEDS:
        return False
    mine, theirs = by_name(one.uses).keys(), by_name(other.uses).keys()
    least = min(len(names) for names, concept in ((mine, one), (theirs, other)) if not concept.proper)
    return 2 * len(mine & theirs) >= least


def _joined(one: Concept, other: Concept) -> Concept:
    """The uses of both."""
    uses = {(use.article, use.span): use for use in (*one.uses, *other.uses)}
    return replace(one, uses=tuple(uses.values()))
