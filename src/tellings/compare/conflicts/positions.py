"""The same thing affirmed and denied.

Comes in:   the assertions of a story and how close they are in meaning.
Goes out:   conflicts of position: a predicate with its complement ("asked … for help") that some accounts or
            speakers affirm and others deny, or that one puts in words opposed to the other's ("approved … the
            bridge", "rejected … the bridge"). When all denials were published later or earlier than all that
            affirm, the position changed: an update.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, Place, is_later, whole
from tellings.compare.conflicts.labels import label_of
from tellings.compare.conflicts.one_thing import (
    in_one_breath,
    in_one_voice,
    in_other_order,
    of_one_sentence,
    of_one_thing,
)
from tellings.compare.conflicts.predications import (
    Key,
    Predication,
    affirmed_among,
    deeds_of,
    deniable,
    denials_in,
    merely_possible,
    polarity_in,
    sense_of,
)
from tellings.compare.nodes import Nodes
from tellings.records import Nature

_CLOSE = 0.45
_CLOSEST = 0.65
_SURELY = 0.8
_SAME_WORDS = 0.8
"""From this likeness on two reports of one voice are of the same words, one with a "not" too many."""
_LEAST_RARITY = 0.6
_MOST_HOLDERS = 60
_SAME = (0.6, 0.25)
"""So likely must two assertions tell the same to be of one thing: for nouns, for verbs."""


def find_positions(nodes: Nodes, neighbours: Neighbours, classes: Classes) -> Iterator[Found]:
    """Conflicts of position."""
    pool = nodes.pool
    denying: dict[Key, list[Predication]] = defaultdict(list)
    for assertion in pool.assertions:
        for key, holder in denials_in(assertion, classes):
            rare = nodes.rarity.get(holder.head.stem, 0) + nodes.rarity.get(holder.complement.stem, 0)
            told = replace(holder, kind=classes.of(assertion, holder.head))
            one_way = _holds(assertion, key[0], True)
            if rare >= _LEAST_RARITY and one_way and in_one_breath(told, pool) and deniable(told):
                denying[key].append(told)
    affirming = affirmed_among(pool.assertions, denying, classes)
    found: dict[tuple[str, bool, bool], list[Found]] = defaultdict(list)
    for key, holders in denying.items():
        for denials in _worded_alike(holders):
            for affirmations in _worded_alike(affirming.get(key, [])):
                one = _conflict(
                    pool,
                    key[0],
                    denials[:_MOST_HOLDERS],
                    affirmations[:_MOST_HOLDERS],
                    neighbours,
                    classes,
                )
                if one:
                    worded = bool(denials[0].negator), bool(affirmations[0].negator)
                    found[key[0], *worded].append(one)
    of_one_sense = [one for group in found.values() for one in merged(group, pool, any)]
    yield from merged(of_one_sense, pool, all)


def _worded_alike(holders: Sequence[Predication]) -> Iterator[list[Predication]]:
    """Those with a "not" apart from those with the opposite word: "not arrested", "released"."""
    for negated in (True, False):
        group = [holder for holder in holders if bool(holder.negator) == negated]
        if group:
            yield group


def _conflict(
    pool: Pool,
    sense: str,
    denying: Sequence[Predication],
    affirming: Sequence[Predication],
    neighbours: Neighbours,
    classes: Classes,
) -> Found | None:
    def close(one: Predication, other: Predication) -> bool:
        if not _of_one_kind(one, other) or of_one_sentence(one.assertion, other.assertion):
            return False
        if one.assertion.article == other.assertion.article and "yet" in {
            w.lower for w in other.assertion.words
        }:
            return False  # "had not been closed yet", and then it was
        cosine = neighbours.cosine(one.assertion, other.assertion)
        if cosine < _SAME_WORDS and in_one_voice(one.assertion, other.assertion, pool):
            return False
        if not of_one_thing(one, other, classes):
            return False
        if in_other_order(one, other):
            return cosine >= _CLOSEST
        return cosine >= _CLOSE or neighbours.same(one.assertion, other.assertion) >= _SURELY

    near = [
        holder
        for holder in affirming
        if in_one_breath(holder, pool)
        and _holds(holder.assertion, sense, False)
        and any(close(holder, denial) for denial in denying)
    ]
    facing = [denial for denial in denying if any(close(holder, denial) for holder in near)]
    if any(of_one_sentence(one.assertion, other.assertion) for one, other in product(near, facing)):
        return None  # who tells both in one breath tells of a change, or of two things
    if not any(
        neighbours.same(one.assertion, other.assertion) >= _SAME[one.kind == "verb"]
        for one, other in product(near, facing)
        if close(one, other)
    ):
        return None
    best = max(
        ((one, other) for one, other in product(near, facing) if close(one, other)),
        key=lambda pair: neighbours.same(pair[0].assertion, pair[1].assertion),
    )
    affirmed, denied = (label_of(holder, pool, classes) for holder in best)
    if denied.casefold() == affirmed.casefold():
        return None  # what turns one of them round stands too far off to be shown
    sides = (
        FoundSide(value=denied, places=_with_allies(facing, sense, True, neighbours)),
        FoundSide(value=affirmed, places=_with_allies(near, sense, False, neighbours)),
    )
    articles = {place.cite.article for side in sides for place in side.places}
    plain = facing[0].negator is not None or near[0].negator is not None
    if facing[0].negator is None and near[0].negator is not None:
        denied, affirmed = affirmed, denied
    return Found(
        kind="position",
        nature=nature_of(sides[0], sides[1], pool),
        reason=("some deny what others affirm: " if plain else "some say the reverse of what others say: ")
        + f"“{denied}” against “{affirmed}”",
        confidence=(0.55 if plain else 0.4) - (0.0 if len(articles) > 1 else 0.15),
        sides=sides,
    )


def _with_allies(
    holders: Sequence[Predication], sense: str, denied: bool, neighbours: Neighbours
) -> tuple[Place, ...]:
    """The holders' assertions, and those telling the same that hold the head in the same sense."""
    places = {holder.assertion.index: whole(holder.assertion) for holder in holders}
    for holder in holders:
        for ally in neighbours.allies(holder.assertion):
            if ally.index not in places and _holds(ally, sense, denied) and _words_it_so(ally, holder):
                places[ally.index] = whole(ally)
    return tuple(places.values())


def _holds(assertion: Assertion, sense: str, denied: bool) -> bool:
    """Whether the assertion holds a word of this sense, and every such word denied (or affirmed).

    "If the gates were closed" affirms nothing.
    """
    polarity = polarity_in(assertion)
    heads = [word for word in assertion.words if word.tells and sense_of(word.root)[0] == sense]
    signs = {(word.root in polarity.denied) != sense_of(word.root)[1] for word in heads}
    return signs == {denied} and not any(merely_possible(word, polarity) for word in heads)


def _words_it_so(ally: Assertion, holder: Predication) -> bool:
    """Whether the ally has the complement, and the sense in a word like the holder's, none opposed to it."""
    roots = {word.root for word in ally.words if word.tells}
    sense = sense_of(holder.head.root)
    return holder.complement.root in roots and any(sense_of(root) == sense for root in roots)


def _of_one_kind(one: Predication, other: Predication) -> bool:
    """Whether both heads are verbs or both nouns, or one is the noun of the other: "no request", "asked"."""
    if one.kind == other.kind:
        return True
    noun, verb = (one, other) if one.kind == "noun" else (other, one)
    return noun.kind == "noun" and verb.kind == "verb" and verb.head.root in deeds_of(noun.head.root)


def merged(
    conflicts: Sequence[Found], pool: Pool, enough: Callable[[Iterable[bool]], bool]
) -> Iterator[Found]:
    """Conflicts that share assertions on enough of their sides (`any`, `all`) become one, the largest first.

    Of two conflicts that meet crosswise the larger is kept.
    """
    kept: list[Found] = []
    for found in sorted(conflicts, key=lambda one: -sum(len(side.places) for side in one.sides)):
        for number, known in enumerate(kept):
            meet = enough(
                [_meet(mine, theirs) for mine, theirs in zip(known.sides, found.sides, strict=True)]
            )
            crossed = _meet(known.sides[0], found.sides[1]) or _meet(known.sides[1], found.sides[0])
            if meet and not crossed:
                kept[number] = _joined(known, found, pool)
            if meet or crossed:
                break
        else:
            kept.append(found)
    yield from kept


def _meet(one: FoundSide, other: FoundSide) -> bool:
    return bool({p.assertion.index for p in one.places} & {p.assertion.index for p in other.places})


def _joined(one: Found, other: Found, pool: Pool) -> Found:
    sides = tuple(
        replace(mine, places=tuple({p.assertion.index: p for p in (*mine.places, *theirs.places)}.values()))
        for mine, theirs in zip(one.sides, other.sides, strict=True)
    )
    return replace(one, sides=sides, nature=nature_of(sides[0], sides[1], pool))


def nature_of(one: FoundSide, other: FoundSide, pool: Pool) -> Nature:
    """An update where one side was told only after the other, else a contradiction."""
    return "update" if is_later(one, other, pool) or is_later(other, one, pool) else "contradiction"
