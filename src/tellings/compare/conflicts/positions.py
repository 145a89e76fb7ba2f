"""The same thing affirmed and denied.

Comes in:   the assertions of a story and how close they are in meaning.
Goes out:   conflicts of position: a predicate with its complement ("asked … for help") that some accounts or
            speakers affirm and others deny, or that one puts in words opposed to the other's ("approved … the
            bridge", "rejected … the bridge"). When all denials were published later or earlier than all that
            affirm, the position changed: an update.
Left out:   possibilities against facts ("may ask" / "did not ask"), denials that hold only until something
            ("none since the war"), and nouns that are denied to be something ("not a bishop" says nothing of
            bishops), but for those of which it is said that there are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes, WordClass
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, Place, day_of, is_later, whole
from tellings.compare.conflicts.polarity import Polarity, is_negator, polarity_of, senses
from tellings.compare.nodes import Nodes
from tellings.compare.words import Word, stem_of
from tellings.languages.en.negation import DENIALS, EMPTY_HEADS
from tellings.languages.en.opposites import STANCES
from tellings.languages.en.units import MEASURES
from tellings.records import Nature, Span

_WINDOW = 5
_CLOSE = 0.45
_CLOSEST = 0.65
_SAME_WORDS = 0.8
"""From this likeness on two reports of one voice are of the same words, one with a "not" too many."""
_LEAST_RARITY = 0.6
_MOST_HOLDERS = 60
ISO_DAY = len("2016-05-29")
_SAME = (0.6, 0.25)
"""So likely must two assertions tell the same to be of one thing: for nouns, for verbs."""
_HAVING = frozenset(("are", "be", "been", "had", "has", "have", "is", "was", "were"))
_LONGEST_PHRASE = 70
_BREAKS = frozenset(["and", "but", "when", "where", "which", "while", "who"])
_EXCEPTIONS = frozenset(["since", "until", "till", "before", "first", "last", "other", "another"])

_EMPTY_HEADS = frozenset(EMPTY_HEADS)

_STANCES = frozenset(stem_of(word) for word in STANCES)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Holder:
    """An assertion with a head word and its complement close by; `negator` when a negation turns them
    round, `kind` is the class of the head.
    """

    assertion: Assertion
    head: Word
    complement: Word
    negator: Word | None = None
    kind: WordClass = "verb"

    def printed(self, pool: Pool) -> str:
        """The words from the first to the last of them."""
        words = [word for word in (self.head, self.complement, self.negator) if word]
        span = Span(min(word.start for word in words), max(word.end for word in words))
        return span.words_in(pool.readings[self.assertion.article].article.text)


def find_positions(nodes: Nodes, neighbours: Neighbours, classes: Classes) -> Iterator[Found]:
    """Conflicts of position."""
    pool = nodes.pool
    denying: dict[Key, list[_Holder]] = defaultdict(list)
    for assertion in pool.assertions:
        for key, holder in _denials(assertion, classes):
            rare = nodes.rarity.get(holder.head.stem, 0) + nodes.rarity.get(key[1], 0)
            told = replace(holder, kind=classes.of(assertion, holder.head))
            if rare >= _LEAST_RARITY and _in_one_breath(told, pool) and _deniable(told):
                denying[key].append(told)
    affirming = _affirmed(pool.assertions, denying, classes)
    found: dict[str, list[Found]] = defaultdict(list)
    for key, holders in denying.items():
        one = _conflict(
            pool,
            key[0],
            holders[:_MOST_HOLDERS],
            affirming.get(key, [])[:_MOST_HOLDERS],
            neighbours,
            classes,
        )
        if one:
            found[key[0]].append(one)
    of_one_sense = [one for group in found.values() for one in merged(group, pool, any)]
    yield from merged(of_one_sense, pool, all)


def _deniable(holder: _Holder) -> bool:
    """Whether what is denied is told of somebody: a verb, or a noun after "there is no", "had no"."""
    if holder.kind == "verb":
        return _denies_a_deed(holder)
    if holder.kind != "noun":
        return False
    words = holder.assertion.words
    place = next(n for n, word in enumerate(words) if word is holder.head)
    before = tuple(word.lower for word in words[max(0, place - 2) : place])
    return len(before) == 2 and before[0] in _HAVING and before[1] == "no"


def _sense(stem: str) -> tuple[str, bool]:
    return senses().get(stem, (stem, False))


def _denials(assertion: Assertion, classes: Classes) -> Iterator[tuple[Key, _Holder]]:
    """What is denied: a head under a negation, or a word whose sense is the reverse of its group's."""
    if _is_excepted(assertion):
        return
    polarity = polarity_of(assertion.words)
    telling = [word for word in assertion.words if word.tells]
    for place, head in enumerate(telling):
        sense, reverse = _sense(head.stem)
        denied = head.stem in polarity.denied
        if denied == reverse or _merely_possible(head, polarity) or head.lower in _EMPTY_HEADS:
            continue
        negator = _negator_before(assertion, head) if denied else None
        if denied and (negator is None or _heads_between(assertion, negator, head, classes)):
            continue
        if head.lower == "opposed" and _word_before(assertion, head) == "as":
            continue  # "as opposed to"
        for complement in telling[place + 1 : place + 1 + _WINDOW]:
            if complement.stem != head.stem and not (complement.capital and head.capital):
                yield (sense, complement.stem), _Holder(assertion, head, complement, negator)


def _denies_a_deed(holder: _Holder) -> bool:
    """Whether a word like "denied" denies the verb: "denied asking", "refused to ask"."""
    if holder.negator is None or holder.negator.lower not in DENIALS or holder.head.lower.endswith("ing"):
        return True
    between = (
        word.lower
        for word in holder.assertion.words
        if holder.negator.end <= word.start and word.end <= holder.head.start
    )
    return not {"that", "to"}.isdisjoint(between)


def _is_excepted(assertion: Assertion) -> bool:
    """Whether a denial in it may hold only for a time or for some: "not the first", "none since"."""
    return any(word.lower in _EXCEPTIONS for word in assertion.words)


def _word_before(assertion: Assertion, word: Word) -> str:
    before = [other for other in assertion.words if other.end <= word.start]
    return before[-1].lower if before else ""


def _denied_between(assertion: Assertion, one: Word, other: Word) -> bool:
    """Whether a negator stands between two words: "gave no details"."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    return any(start <= word.start < end and is_negator(word.lower) for word in assertion.words)


def _merely_possible(head: Word, polarity: Polarity) -> bool:
    """Whether the head may or might be so; what somebody would welcome is a stance all the same."""
    return head.stem in polarity.possible and head.stem not in _STANCES


def _negator_before(assertion: Assertion, head: Word) -> Word | None:
    before = [word for word in assertion.words if word.start < head.start and is_negator(word.lower)]
    return before[-1] if before else None


def _heads_between(assertion: Assertion, negator: Word, head: Word, classes: Classes) -> bool:
    """Whether another telling word stands between a negator and what is to be its head.

    After "denied that" only a verb is in the way: "denied that the army had asked" denies the asking.
    """
    between = [word for word in assertion.words if negator.end <= word.start and word.end <= head.start]
    telling = [word for word in between if word.tells]
    if between and between[0].lower == "that":
        return any(classes.of(assertion, word) == "verb" for word in telling)
    return bool(telling)


def _affirmed(
    assertions: Sequence[Assertion], denying: dict[Key, list[_Holder]], classes: Classes
) -> dict[Key, list[_Holder]]:
    """For each denied key, the assertions that affirm the head with its complement close by."""
    complements: dict[str, set[str]] = defaultdict(set)
    for sense, complement in denying:
        complements[sense].add(complement)
    holders: dict[Key, list[_Holder]] = defaultdict(list)
    for assertion in assertions:
        polarity = polarity_of(assertion.words)
        telling = [word for word in assertion.words if word.tells]
        for place, head in enumerate(telling):
            sense, reverse = _sense(head.stem)
            if sense not in complements or _merely_possible(head, polarity):
                continue
            denied = head.stem in polarity.denied
            if denied != reverse or (denied and _is_excepted(assertion)):
                continue
            for other in telling[max(0, place - _WINDOW) : place + 1 + _WINDOW]:
                if (
                    other.stem in complements[sense]
                    and other.stem != head.stem
                    and not _denied_between(assertion, head, other)
                ):
                    known = holders[sense, other.stem]
                    if not known or known[-1].assertion is not assertion:
                        known.append(_Holder(assertion, head, other, kind=classes.of(assertion, head)))
    return holders


def _conflict(
    pool: Pool,
    sense: str,
    denying: Sequence[_Holder],
    affirming: Sequence[_Holder],
    neighbours: Neighbours,
    classes: Classes,
) -> Found | None:
    def close(one: _Holder, other: _Holder) -> bool:
        if one.kind != other.kind or _one_sentence(one.assertion, other.assertion):
            return False
        cosine = neighbours.cosine(one.assertion, other.assertion)
        if cosine < _SAME_WORDS and _in_one_voice(one.assertion, other.assertion, pool):
            return False
        if not _of_one_thing(one, other, classes):
            return False
        return cosine >= (_CLOSEST if _in_other_order(one, other) else _CLOSE)

    near = [
        holder
        for holder in affirming
        if _in_one_breath(holder, pool) and any(close(holder, denial) for denial in denying)
    ]
    facing = [denial for denial in denying if any(close(holder, denial) for holder in near)]
    if any(_one_sentence(one.assertion, other.assertion) for one, other in product(near, facing)):
        return None  # who tells both in one breath tells of a change, or of two things
    if not any(
        neighbours.same(one.assertion, other.assertion) >= _SAME[one.kind == "verb"]
        for one, other in product(near, facing)
        if close(one, other)
    ):
        return None
    denied, affirmed = facing[0].printed(pool), near[0].printed(pool)
    if denied.casefold() == affirmed.casefold():
        return None  # what turns one of them round stands too far off to be shown
    sides = (
        FoundSide(value=denied, places=_with_allies(facing, sense, True, neighbours)),
        FoundSide(value=affirmed, places=_with_allies(near, sense, False, neighbours)),
    )
    articles = {place.cite.article for side in sides for place in side.places}
    plain = facing[0].negator is not None
    return Found(
        kind="position",
        nature=nature_of(sides[0], sides[1], pool),
        reason=("some deny what others affirm: " if plain else "some say the reverse of what others say: ")
        + f"“{denied}” against “{affirmed}”",
        confidence=(0.55 if plain else 0.4) - (0.0 if len(articles) > 1 else 0.15),
        sides=sides,
    )


def _in_other_order(one: _Holder, other: _Holder) -> bool:
    return (one.head.start < one.complement.start) != (other.head.start < other.complement.start)


def _in_one_breath(holder: _Holder, pool: Pool) -> bool:
    """Whether head and complement stand in one short phrase: no quotation mark, stop or "and" in it."""
    printed = holder.printed(pool)
    if len(printed) > _LONGEST_PHRASE or any(mark in printed for mark in '"“”…;:.'):
        return False
    return not _BREAKS & frozenset(printed.lower().split()[1:])


def _one_sentence(one: Assertion, other: Assertion) -> bool:
    return one.article == other.article and one.sentence == other.sentence


def _in_one_voice(one: Assertion, other: Assertion, pool: Pool) -> bool:
    """Whether somebody says both on one day: he turns against what he names."""
    if not one.statement or not other.statement or one.statement.speaker is None:
        return False
    days = {day_of(whole(assertion), pool)[:ISO_DAY] for assertion in (one, other)}
    return one.statement.speaker == other.statement.speaker and len(days) == 1


def _of_one_thing(one: _Holder, other: _Holder, classes: Classes) -> bool:
    """Whether the complements are not parts of two things: "the abortion plank", "abortion".

    What is denied with an adjective ("no permanent protection") is not denied without it, and words opposed
    to each other are of one thing where those who do it, or to whom it is done, have a word in common.
    """
    if _parted(one, other, classes):
        return False
    objects = _object(one, classes), _object(other, classes)
    if None not in objects and objects[0] != objects[1]:
        return False
    denial, affirmation = (one, other) if one.negator else (other, one)
    if _adjectives(denial, classes) - _adjectives(affirmation, classes):
        return False
    mine, theirs = _before(one), _before(other)
    reverse = not one.negator and not other.negator
    return not reverse or not mine or not theirs or bool(mine & theirs)


def _parted(one: _Holder, other: _Holder, classes: Classes) -> bool:
    """Whether a noun directly behind one of the complements makes it part of another thing."""
    behind = [_word_behind(holder) for holder in (one, other)]
    if one.complement.capital or len({word.stem if word else None for word in behind}) == 1:
        return False
    return any(
        word is not None and classes.of(holder.assertion, word) == "noun"
        for holder, word in zip((one, other), behind, strict=True)
    )


def _word_behind(holder: _Holder) -> Word | None:
    """The word directly behind the complement, but for the measure of a time ("days after")."""
    words = (word for word in holder.assertion.words if word.start == holder.complement.end + 1)
    return next((word for word in words if word.lower.removesuffix("s") not in MEASURES), None)


def _object(holder: _Holder, classes: Classes) -> str | None:
    """The last of the first nouns between the head and a complement behind it: "records" in "collect phone
    records of Americans".
    """
    found: str | None = None
    for word in holder.assertion.words:
        if holder.head.end <= word.start < holder.complement.start:
            if classes.of(holder.assertion, word) == "noun":
                found = word.stem
            elif found:
                break
    return found


def _adjectives(holder: _Holder, classes: Classes) -> frozenset[str]:
    """The stems of adjectives between head and complement."""
    start, end = sorted((holder.head.start, holder.complement.start))
    return frozenset(
        word.stem
        for word in holder.assertion.words
        if start < word.start < end and not word.capital and classes.of(holder.assertion, word) == "adjective"
    )


def _before(holder: _Holder) -> frozenset[str]:
    """The stems of what tells something before the head."""
    words = (w for w in holder.assertion.words if w.tells and w.end <= holder.head.start)
    return frozenset(word.stem.removesuffix("s") for word in words)


def _with_allies(
    holders: Sequence[_Holder], sense: str, denied: bool, neighbours: Neighbours
) -> tuple[Place, ...]:
    """The holders' assertions, and those telling the same that hold the head in the same sense."""
    places = {holder.assertion.index: whole(holder.assertion) for holder in holders}
    for holder in holders:
        for ally in neighbours.allies(holder.assertion):
            if ally.index not in places and _holds(ally, sense, denied):
                places[ally.index] = whole(ally)
    return tuple(places.values())


def _holds(assertion: Assertion, sense: str, denied: bool) -> bool:
    """Whether the assertion holds a word of this sense, and every such word denied (or affirmed)."""
    polarity = polarity_of(assertion.words)
    signs = {
        (word.stem in polarity.denied) != _sense(word.stem)[1]
        for word in assertion.words
        if word.tells and _sense(word.stem)[0] == sense
    }
    return signs == {denied}


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
