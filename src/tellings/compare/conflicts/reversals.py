"""What later reports tell to have been undone, and plans that were called off.

Comes in:   the `Nodes` of a story.
Goes out:   updates: "the pier was closed" in one article and "the pier has reopened" in a later one; "a rally
            set for Wednesday" and that it was postponed.
Left out:   what an article tells to have been undone itself, what is denied or may only be, and deeds done to
            other things: to share who did it ("the store removed …", "the store reinstates …") or where
            ("trains to Kessel", "flights to Kessel") is not enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, whole, within
from tellings.compare.conflicts.polarity import polarity_of
from tellings.compare.nodes import Nodes
from tellings.compare.words import Word
from tellings.languages.en.cues import BEFORE_CIRCUMSTANCES, FINITE_HELPERS
from tellings.languages.en.labels import EMPTY_NOUNS
from tellings.languages.en.numbers import SMALL_NUMBERS
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.undoing import BEHIND_PLANNED, CALLED_OFF, PLANNED, UNDONE
from tellings.languages.en.units import MEASURES
from tellings.records import Span

_BESIDE = 4
_MOST = 60
_ALIKE = 0.3
_LEAST_RARITY = 0.3
_PLANS = len(UNDONE)
_BEHIND_PLANNED = frozenset(BEHIND_PLANNED)
_PREPOSITIONS = frozenset((*BEFORE_CIRCUMSTANCES, "between", "for", "of", "with", "within"))
_PARTS = frozenset((*EMPTY_NOUNS, "all", "majority", "many", "most", "some"))
_PASSIVE = frozenset(("are", "be", "been", "being", "is", "was", "were"))
_BEFORE_VERB = frozenset((*FINITE_HELPERS, "be", "been", "being", "re")) - {"that"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed in an assertion: the pair it is of, its verb with auxiliaries, and the nouns beside it.

    `undergoing` are the words beside it for what it is done to.
    """

    assertion: Assertion
    pair: int
    verb: Span
    nouns: tuple[Word, ...]
    undergoing: tuple[Word, ...]

    @property
    def things(self) -> frozenset[str]:
        """The stems of the nouns beside it."""
        return frozenset(map(_thing, self.nouns))

    @property
    def done_to(self) -> frozenset[str]:
        """The stems of what it is done to."""
        return frozenset(map(_thing, self.undergoing))

    @property
    def names(self) -> frozenset[str]:
        """Those of them that are names."""
        return frozenset(_thing(noun) for noun in self.undergoing if noun.capital)

    def around(self, things: AbstractSet[str]) -> Span:
        """The verb and the nearest noun of these things, names only where there is no other."""
        first = self.assertion.cite.span.start
        nearest = min(
            (noun for noun in self.nouns if _thing(noun) in things),
            key=lambda noun: (noun.capital and noun.start > first, _apart(self.verb, noun)),
        )
        end = nearest.end
        for noun in sorted(self.nouns, key=lambda noun: noun.start):
            end = noun.end if noun.start == end + 1 else end
        return Span(min(self.verb.start, nearest.start), max(self.verb.end, end))

    def all_but(self, other: Span) -> Span:
        """The verb and the nouns beside it that stand on its side of other words."""
        before = self.verb.start < other.start
        kept = [n for n in self.nouns if (n.end <= other.start if before else n.start >= other.end)]
        starts, ends = [noun.start for noun in kept], [noun.end for noun in kept]
        return Span(min([self.verb.start, *starts]), max([self.verb.end, *ends]))


def _apart(verb: Span, noun: Word) -> int:
    return max(verb.start - noun.end, noun.start - verb.end)


def _thing(noun: Word) -> str:
    return noun.stem.removesuffix("s")


def find_reversals(nodes: Nodes, classes: Classes) -> Iterator[Found]:
    """Updates, one for a pair of deeds and a thing."""
    before: dict[int, list[_Told]] = defaultdict(list)
    after: dict[int, list[_Told]] = defaultdict(list)
    for assertion in nodes.pool.assertions:
        polarity = polarity_of(assertion.words)
        for place, word in enumerate(assertion.words):
            for pair, undoes in _pairs(assertion.words, place):
                if word.root in polarity.denied or (undoes and word.root in polarity.possible):
                    continue
                told = _told(assertion, place, pair, nodes, classes)
                if told.things:
                    (after if undoes else before)[pair].append(told)
    for pair, undoing in after.items():
        yield from _of_pair(nodes.pool, before[pair][:_MOST], undoing[:_MOST])


def _of_pair(pool: Pool, before: Sequence[_Told], after: Sequence[_Told]) -> Iterator[Found]:
    told: set[str] = set()
    for late in after:
        early = [one for one in before if _is_undone(one, late, after, pool) and not one.things & told]
        if early and not late.things & told:
            told |= late.things
            same = [late, *(o for o in after if o is not late and o.things & late.things)]
            yield _update(pool, early, same)


def _is_undone(one: _Told, late: _Told, after: Sequence[_Told], pool: Pool) -> bool:
    """Whether the later one undoes the other: of one thing, and told by no article that knew it already."""
    if not one.things & late.things:
        return False
    if not one.done_to & late.done_to or (one.names and late.names and not one.names & late.names):
        return False
    mine, theirs = one.assertion, late.assertion
    if one.pair == _PLANS and mine.article == theirs.article:
        return mine.sentence == theirs.sentence
    if any(o.assertion.article == mine.article and o.things & one.things for o in after):
        return False
    return (
        _not_before(theirs, mine, pool)
        and float(pool.vectors[mine.index] @ pool.vectors[theirs.index]) >= _ALIKE
    )


def _not_before(late: Assertion, early: Assertion, pool: Pool) -> bool:
    """Whether an article was published no earlier than another, by what is known of both."""
    one, other = (pool.readings[a.article].article.published for a in (late, early))
    if not one or not other:
        return False
    length = min(len(one), len(other))
    return one[:length] >= other[:length]


def _told(assertion: Assertion, place: int, pair: int, nodes: Nodes, classes: Classes) -> _Told:
    """What is told at a place: the verb there and the nouns beside it that are not common to the story."""
    words = assertion.words
    first = place
    while first and words[first - 1].lower in _BEFORE_VERB and words[first].start - words[first - 1].end == 1:
        first -= 1

    def telling(run: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(
            word
            for word in run
            if word.tells
            and not word.is_number
            and word.lower not in SMALL_NUMBERS
            and word.lower not in CALENDAR_WORDS
            and word.lower.removesuffix("s") not in MEASURES
        )

    before, after = _run(words, place, -1), _run(words, place, 1)
    named = tuple(
        word for word in telling((*before, *after)) if classes.of(assertion, word) in ("noun", "name")
    )
    nouns = tuple(word for word in named if nodes.rarity.get(word.stem, 0.0) >= _LEAST_RARITY)
    if pair == _PLANS:
        undergoing = nouns
    else:
        passive = any(word.lower in _PASSIVE for word in words[first:place])
        behind = () if passive else telling(_to_preposition(after))
        inverted = () if passive else tuple(w for w in _behind_helper(before[::-1]) if w in named)
        undergoing = behind or inverted or telling(_to_preposition(before[::-1]))
    return _Told(assertion, pair, Span(words[first].start, words[place].end), nouns, undergoing)


def _behind_helper(run: Sequence[Word]) -> Sequence[Word]:
    """The words behind the last helper of a run: "only then were these apps reinstated"."""
    helpers = [place for place, word in enumerate(run) if word.lower in _PASSIVE]
    return run[helpers[-1] + 1 :] if helpers else ()


def _to_preposition(run: Sequence[Word]) -> Sequence[Word]:
    """The words of a run, in order of the text, before what leads to where, when and of what.

    Of "most of the sailors" it is the sailors.
    """
    counted = [n for n, word in enumerate(run[1:], 1) if word.lower == "of" and run[n - 1].lower in _PARTS]
    start = counted[0] + 1 if counted else 0
    return list(takewhile(lambda word: word.lower not in _PREPOSITIONS, run[start:]))


def _run(words: Sequence[Word], place: int, step: int) -> list[Word]:
    """Up to four telling words on one side of a word."""
    found: list[Word] = []
    at = place + step
    while 0 <= at < len(words) and sum(word.tells for word in found) < _BESIDE:
        found.append(words[at])
        at += step
    return found


def _pairs(words: Sequence[Word], place: int) -> list[tuple[int, bool]]:
    """The pairs that a word belongs to, and whether it undoes."""
    low = _whole_word(words, place)
    following = words[place + 1].lower if place + 1 < len(words) else ""
    if low in PLANNED:
        return [(_PLANS, False)] if following in _BEHIND_PLANNED else []
    return _table().get(low, [])


def _whole_word(words: Sequence[Word], place: int) -> str:
    """A word with the "re-" or, of a hospital, with the "to a" before it."""
    low, before = words[place].lower, [word.lower for word in words[max(0, place - 2) : place]]
    if before[-1:] == ["re"] and words[place].start - words[place - 1].end == 1:
        return f"re{low}"
    return "to hospital" if low.removesuffix("s") == "hospital" and "to" in before else low


@cache
def _table() -> dict[str, list[tuple[int, bool]]]:
    table: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for number, groups in enumerate((*UNDONE, ((), CALLED_OFF))):
        for undoes, group in enumerate(groups):
            for word in group:
                table[word].append((number, bool(undoes)))
    return dict(table)


def _update(pool: Pool, early: Sequence[_Told], late: Sequence[_Told]) -> Found:
    if early[0].pair == _PLANS:
        said = "what was planned was called off"
        spans = early[0].all_but(late[0].verb), late[0].verb
        places = [[within(early[0].assertion, spans[0])], [within(late[0].assertion, spans[1])]]
    else:
        said = "what was told first was undone later"
        shared = early[0].things & late[0].things
        spans = early[0].around(shared), late[0].around(shared)
        places = [[whole(told.assertion) for told in group] for group in (early, late)]
    values = [
        " ".join(span.words_in(pool.readings[told.assertion.article].article.text).split())
        for told, span in zip((early[0], late[0]), spans, strict=True)
    ]
    return Found(
        kind="other",
        nature="update",
        reason=f"{said}: “{values[0]}”, then “{values[1]}”",
        confidence=0.5,
        sides=tuple(
            FoundSide(value=value, places=tuple(where)) for value, where in zip(values, places, strict=True)
        ),
    )
