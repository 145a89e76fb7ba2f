"""Positions as single assertions report them.

Comes in:   the wordings of a story and who holds what in them.
Goes out:   `Held` positions: the holder, what it is about, for or against, and the day. They are stances
            ("would welcome", "opposes") and what somebody will not do, with every deed of the same verb.
Left out:   what is told of a time before without a date ("had welcomed").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.polarity import is_negator, polarity_of
from tellings.compare.holders import Holder, Holders
from tellings.compare.nodes import Nodes
from tellings.compare.words import Word, root_of, stem_of
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.positions import (
    BEFORE_THAT,
    BEING,
    BETWEEN_HOLDER_AND_VERB,
    STANDS,
    WITHOUT_OBJECT,
)
from tellings.records import Span

DOING = "doing: "
"""Opens the sense of a position that is a deed and no stance; the verb's root follows."""
ISO_DAY = 10
_WINDOW = 5
_LEAST_RARITY = 0.6

_BETWEEN = frozenset(BETWEEN_HOLDER_AND_VERB)
_BEFORE_THAT = frozenset(BEFORE_THAT)
_BEING = frozenset(BEING)
_WILL = frozenset(("shall", "will", "would"))
_NOT_DONE = frozenset((*_WILL, "could", "should", "to"))
_WITHOUT_OBJECT = frozenset(root_of(verb) for verb in WITHOUT_OBJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A position as one assertion reports it; `value` runs from the holder to the last complement."""

    assertion: Assertion
    holder: Holder
    sense: str
    affirms: bool
    about: frozenset[str]
    value: Span
    day: str | None


def held_positions(nodes: Nodes, classes: Classes) -> Iterator[Held]:
    """Every position that an assertion reports: stances in order of the text, then refusals and deeds."""
    holders = Holders(nodes.pool)
    for assertion in nodes.pool.assertions:
        yield from _positions_in(assertion, nodes, holders)
    yield from _refusals_and_deeds(nodes, holders, classes)


def _positions_in(assertion: Assertion, nodes: Nodes, holders: Holders) -> Iterator[Held]:
    """Each verb of a stance with the holder right before it and what it is about behind it."""
    polarity = polarity_of(assertion.words)
    for place, head in enumerate(assertion.words):
        if head.stem in _stances():
            sense, reverse = _stances()[head.stem]
            affirms = (head.root in polarity.denied) == reverse
            held = _held(assertion, place, sense, affirms, nodes, holders)
            if held is not None:
                yield held


def _held(
    assertion: Assertion, place: int, sense: str, affirms: bool, nodes: Nodes, holders: Holders
) -> Held | None:
    """The position told by the verb at a place, where it is plain who holds it and what it is about."""
    head = assertion.words[place]
    before = _up_to_holder(head, assertion.words[:place], headline=assertion.headline)
    holder = holders.before(assertion, before[0].start if before else head.start)
    about = _about(assertion.words[place + 1 :], head, nodes)
    if head.root in _WITHOUT_OBJECT:
        about.insert(0, head)
    if holder is None or not about:
        return None
    day = _day(assertion, nodes.pool)
    if day is None and any(word.lower in _BEFORE_THAT for word in before):
        return None
    return Held(
        assertion=assertion,
        holder=holder,
        sense=sense,
        affirms=affirms,
        about=frozenset(
            word.root for word in (*about, head) if word is not head or head.root in _WITHOUT_OBJECT
        ),
        value=Span(min(holder.start, head.start), about[-1].end),
        day=day or (None if _told_before(before) else _published(assertion, nodes.pool)),
    )


def _refusals_and_deeds(nodes: Nodes, holders: Holders, classes: Classes) -> Iterator[Held]:
    """What somebody will not do, and every deed of the same verb: "will not send", "sent"."""
    deeds: dict[str, list[tuple[Assertion, int]]] = defaultdict(list)
    refused: set[str] = set()
    for assertion in nodes.pool.assertions:
        for place, word in enumerate(assertion.words):
            if not word.tells or word.stem in _stances():
                continue
            before = _up_to_holder(word, assertion.words[:place], headline=assertion.headline)
            if not _refuses(before):
                deeds[word.root].append((assertion, place))
            elif classes.of(assertion, word) == "verb":
                held = _held(assertion, place, f"{DOING}{word.root}", False, nodes, holders)
                if held is not None:
                    refused.add(word.root)
                    yield held
    for root in refused:
        for assertion, place in deeds[root]:
            if _is_done(assertion, place) and classes.of(assertion, assertion.words[place]) == "verb":
                held = _held(assertion, place, f"{DOING}{root}", True, nodes, holders)
                if held is not None:
                    yield held


def _refuses(before: Sequence[Word]) -> bool:
    """Whether what stands before a verb says that it will not be done."""
    lower = {word.lower for word in before}
    return bool(lower & {"won't", "wouldn't"}) or bool(lower & _WILL and lower & {"not", "never"})


def _is_done(assertion: Assertion, place: int) -> bool:
    """Whether a verb tells of a deed that was done: a past form without a negator, or one in a headline."""
    head = assertion.words[place]
    before = _up_to_holder(head, assertion.words[:place], headline=assertion.headline)
    if any(is_negator(word.lower) or word.lower in _NOT_DONE for word in before):
        return False
    past = head.lower in VERB_OF or head.lower.endswith("ed")
    return past or (assertion.headline and head.lower.endswith("s"))


@lru_cache(maxsize=1)
def _stances() -> dict[str, tuple[str, bool]]:
    """For the stem of each verb of a stance its question, and whether it is against."""
    table: dict[str, tuple[str, bool]] = {}
    for supporting, opposing in STANDS:
        for words, against in ((supporting, False), (opposing, True)):
            table.update({stem_of(word): (supporting[0], against) for word in words})
    return table


def _up_to_holder(head: Word, words: Sequence[Word], *, headline: bool) -> list[Word]:
    """The auxiliaries, negators and adverbs right before a verb; in a headline "to" stands for "will"."""
    small = _BETWEEN | _BEFORE_THAT | (_BEING if head.lower.endswith("ing") else frozenset())
    small |= frozenset(["to"]) if headline else frozenset()
    between: list[Word] = []
    for word in reversed(words):
        if word.lower not in small and not is_negator(word.lower) and not word.lower.endswith("ly"):
            break
        between.insert(0, word)
    return between


def _told_before(words: Sequence[Word]) -> bool:
    return any(word.lower in _BEFORE_THAT for word in words)


def _about(words: Sequence[Word], head: Word, nodes: Nodes) -> list[Word]:
    """What the stance is on: the next telling words, if they are not common to the whole story."""
    telling = [
        word for word in words if word.tells and not word.is_number and word.lower not in CALENDAR_WORDS
    ][:_WINDOW]
    rare = nodes.rarity.get(head.stem, 0.0)
    return [word for word in telling if rare + nodes.rarity.get(word.stem, 0.0) >= _LEAST_RARITY]


def _day(assertion: Assertion, pool: Pool) -> str | None:
    """The day on which it was said, or else the one day that its sentence names."""
    said_on = assertion.statement.said_on if assertion.statement else None
    if said_on:
        return said_on
    reading = pool.readings[assertion.article]
    sentence = reading.sentences[assertion.sentence].span
    days = {day.value for day in reading.dates if len(day.value) == ISO_DAY and sentence.covers(day.span)}
    return days.pop() if len(days) == 1 else None


def _published(assertion: Assertion, pool: Pool) -> str | None:
    published = pool.readings[assertion.article].article.published
    return published[:ISO_DAY] if published else None
