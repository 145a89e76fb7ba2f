"""What somebody stood for over time.

Comes in:   the wordings of a story and who says them.
Goes out:   `PositionLine`s: for one holder (a speaker, a country, a body) and one proposition, each reported
            position with its day and its reporter; a step that reverses the one before it is marked. They are
            stances ("would welcome", "opposes") and what somebody will not do, and then does.
Left out:   holders who never change, positions that nothing dates, and what is told of a time before without
            a date ("had welcomed"): a wrong reversal would cost more than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

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
from tellings.records import Cite, PositionLine, PositionStep, Span, Stand

_WINDOW = 5
_LEAST_RARITY = 0.6
_CLOSE = 0.45
_MOST_STANDS = 200
_DOING = "doing: "
_ISO_DAY = 10

_BETWEEN = frozenset(BETWEEN_HOLDER_AND_VERB)
_BEFORE_THAT = frozenset(BEFORE_THAT)
_BEING = frozenset(BEING)
_WILL = frozenset(("shall", "will", "would"))
_NOT_DONE = frozenset((*_WILL, "could", "should", "to"))
_WITHOUT_OBJECT = frozenset(root_of(verb) for verb in WITHOUT_OBJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A position as one assertion reports it; `value` runs from the holder to the last complement."""

    assertion: Assertion
    holder: Holder
    sense: str
    affirms: bool
    about: frozenset[str]
    value: Span
    day: str | None


def find_position_lines(nodes: Nodes) -> tuple[PositionLine, ...]:
    """Every line in which a holder's position turns, those with most reports first."""
    by_holder: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    holders = Holders(nodes.pool)
    for assertion in nodes.pool.assertions:
        for held in _positions_in(assertion, nodes, holders):
            by_holder[held.holder.key, held.sense].append(held)
    for held in _refusals_and_deeds(nodes, holders):
        by_holder[held.holder.key, held.sense].append(held)
    lines = [
        line
        for group in by_holder.values()
        for about in _of_one_matter(_with_days(group[:_MOST_STANDS]), nodes.pool)
        if (line := _line(about, nodes.pool)) is not None
    ]
    lines.sort(key=lambda line: -sum(len(step.stands) for step in line.steps))
    return tuple(replace(line, id=f"l{number}") for number, line in enumerate(lines, start=1))


# ---------------------------------------------------------------- one assertion


def _positions_in(assertion: Assertion, nodes: Nodes, holders: Holders) -> Iterator[_Held]:
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
) -> _Held | None:
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
    return _Held(
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


def _refusals_and_deeds(nodes: Nodes, holders: Holders) -> Iterator[_Held]:
    """What somebody will not do, and every deed of the same verb: "will not send", "sent"."""
    classes = Classes()
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
                held = _held(assertion, place, f"{_DOING}{word.root}", False, nodes, holders)
                if held is not None:
                    refused.add(word.root)
                    yield held
    for root in refused:
        for assertion, place in deeds[root]:
            if _is_done(assertion, place) and classes.of(assertion, assertion.words[place]) == "verb":
                held = _held(assertion, place, f"{_DOING}{root}", True, nodes, holders)
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
    days = {day.value for day in reading.dates if len(day.value) == _ISO_DAY and sentence.covers(day.span)}
    return days.pop() if len(days) == 1 else None


def _published(assertion: Assertion, pool: Pool) -> str | None:
    published = pool.readings[assertion.article].article.published
    return published[:_ISO_DAY] if published else None


# ---------------------------------------------------------------- one line


def _with_days(group: Sequence[_Held]) -> list[_Held]:
    """A headline without a day takes that of the same position in its article's text."""
    days: dict[tuple[int, bool], set[str]] = defaultdict(set)
    for held in group:
        if held.day:
            days[held.assertion.article, held.affirms].add(held.day)
    return [
        held
        if held.day or len(known := days[held.assertion.article, held.affirms]) != 1
        else replace(held, day=next(iter(known)))
        for held in group
    ]


def _of_one_matter(group: Sequence[_Held], pool: Pool) -> Iterator[list[_Held]]:
    """Positions on one matter: they share a word of it, and their assertions are close in meaning."""
    left = list(group)
    while left:
        seed = left[0]
        vectors = pool.vectors[[held.assertion.index for held in left]]
        near = vectors @ pool.vectors[seed.assertion.index] >= _CLOSE
        matter = [
            held
            for held, close in zip(left, near.tolist(), strict=True)
            if held is seed or (close and held.about & seed.about)
        ]
        yield matter
        left = [held for held in left if held not in matter]


def _line(matter: Sequence[_Held], pool: Pool) -> PositionLine | None:
    """The steps in order of time; None where the position never turns from one day to another."""
    by_step: dict[tuple[str, bool], list[_Held]] = defaultdict(list)
    for held in matter:
        if held.day:
            by_step[held.day, held.affirms].append(held)
    days = [day for day, _ in by_step]
    if len(set(days)) != len(days):
        return None  # both at one day: at odds, which is no change
    ordered = sorted(by_step.items())
    turns = [one[0][1] != other[0][1] for one, other in pairwise(ordered)]
    if not any(turns):
        return None
    if matter[0].sense.startswith(_DOING) and ordered[0][0][1]:
        return None  # done before it was refused: what is refused is something else
    steps = tuple(
        _step(day, affirms, group, pool, turned)
        for ((day, affirms), group), turned in zip(ordered, [False, *turns], strict=True)
    )
    first = ordered[0][1][0]
    speaker = next((held.holder.speaker for held in matter if held.holder.speaker), None)
    cite = Cite(first.assertion.cite.article, first.holder.named)
    return PositionLine(id="", holder=cite, speaker=speaker, steps=steps)


def _step(day: str, affirms: bool, group: Sequence[_Held], pool: Pool, turned: bool) -> PositionStep:
    first = next((held for held in group if not held.assertion.headline), group[0])
    stands = {held.assertion.cite: _stand(held, day) for held in group}
    return PositionStep(
        value=Cite(first.assertion.cite.article, first.value),
        affirms=affirms,
        held_on=day,
        stands=tuple(stands.values()),
        origins=pool.story.traced.origins_of({cite.article for cite in stands}),
        reverses=turned,
    )


def _stand(held: _Held, day: str) -> Stand:
    """The report; whoever says it of the holder is its reporter."""
    statement = held.assertion.statement
    speaker = statement.speaker if statement else None
    return Stand(
        cite=held.assertion.cite,
        held_on=day,
        reporter=speaker if speaker != held.holder.speaker else None,
    )
