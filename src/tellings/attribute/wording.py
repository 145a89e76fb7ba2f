"""How one telling's words depart from another's.

Comes in:   the words of two tellings of one utterance, and the texts they stand in.
Goes out:   `Drift`s: cut, changed, inserted, each with exact words in both articles.

What a telling openly leaves off is no drift: whole sentences where its quotation ends or is broken, and
what lies around a fragment that is quoted within another sentence. Between two tellings that differ by words
of their own nobody can say which one is right: short additions are given to the shorter telling, and words
that the longer one lacks are given to it as a cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tellings.attribute.aligning import Difference, differences
from tellings.attribute.spoken import is_contracted, is_one_wording, only_goes_on
from tellings.attribute.told_words import ToldWord, hull, is_ellipsis_behind
from tellings.attribute.words import fold
from tellings.records import Drift, DriftKind, Span

MOST_CHANGED = 8
"""Words that may stand for others; a longer stretch of other words is another part of what was said."""
MOST_INSERTED = 3
"""Words without brackets that a telling adds; of a longer stretch the other telling is said to cut it."""
MOST_AT_EDGES = 3
"""Words that may stand for others where a telling begins or ends."""
_ENDS = ".!?,"
_LONGEST_ENDING = 3


class Telling(NamedTuple):
    """The words of one article's telling, and its text."""

    words: Sequence[ToldWord]
    text: str

    def swaps(self, start: int, end: int) -> bool:
        """Whether words `[start, end)` can be changed words: few, and no sentence of their own."""
        run = self.words[start:end]
        return len(run) <= MOST_CHANGED and not any(word.begins for word in run[1:])

    def whole_sentences(self, start: int, end: int) -> bool:
        """Whether words `[start, end)` begin and end with sentences."""
        return self.words[start].begins and (end == len(self.words) or self.words[end].begins)

    def is_bracketed(self, start: int, end: int) -> bool:
        """Whether there are words `[start, end)` and all stand in square brackets."""
        return start < end and all(word.bracketed for word in self.words[start:end])

    def printed(self, start: int, end: int) -> str:
        """Words `[start, end)` as they stand in the text."""
        return hull(self.words, start, end, self.text).words_in(self.text) if start < end else ""

    def right_behind(self, at: int) -> str:
        """The letters and marks right behind the word before the place `at`, folded."""
        if not 0 < at <= len(self.words):
            return ""
        end = self.words[at - 1].word.end
        return fold(self.text[end : end + _LONGEST_ENDING])

    def gap(self, at: int) -> str:
        """What parts the word from the one before it."""
        return self.words[at].gap if at < len(self.words) else "none"

    def pieces(self, start: int, end: int) -> Iterator[tuple[ToldWord, Span]]:
        """The first word and the span of each stretch of `[start, end)` within one quotation."""
        first = start
        for at in range(start + 1, end + 1):
            if at == end or self.words[at].gap == "break" or self._is_other(at, first):
                yield self.words[first], hull(self.words, first, at, self.text)
                first = at

    def _is_other(self, at: int, than: int) -> bool:
        return self.words[at].statement is not self.words[than].statement

    def beside(self, at: int) -> tuple[ToldWord, Span]:
        """The words on both sides of the place before `at`; of a break, the word behind it."""
        behind = self.words[min(at, len(self.words) - 1)]
        if 0 < at < len(self.words) and self.words[at].gap != "break" and not self._is_other(at, at - 1):
            return behind, Span(self.words[at - 1].word.start, behind.word.end)
        return behind, behind.word.span


def departures(told: Telling, whole: Telling) -> Iterator[Drift]:
    """Cuts, changes and insertions of one telling against another."""
    found = differences(told.words, whole.words)
    if not found:
        return
    yield from _before(told, whole, found[0])
    for difference in found[1:-1]:
        yield from _within(told, whole, difference)
    yield from _behind(told, whole, found[-1])


def _within(told: Telling, whole: Telling, at: Difference) -> Iterator[Drift]:
    a1, a2, b1, b2 = at
    if _is_one_wording(told, whole, at):
        return
    if a1 == a2 or b1 == b2:
        yield from _cut_or_added(told, whole, at)
    elif _shows_a_cut(told, a1, a2) and b2 - b1 > a2 - a1:
        yield from _cut(told, a1, whole, b1, b2, marked=True)
    elif _shows_a_cut(whole, b1, b2) and a2 - a1 > b2 - b1:
        yield from _cut(whole, b1, told, a1, a2, marked=True)
    elif told.whole_sentences(a1, a2) and whole.whole_sentences(b1, b2) and a2 - a1 > MOST_AT_EDGES:
        return
    elif told.swaps(a1, a2) and whole.swaps(b1, b2):
        yield from _changed(told, whole, at)


def _cut_or_added(told: Telling, whole: Telling, at: Difference) -> Iterator[Drift]:
    a1, a2, b1, b2 = at
    for one, start, end, other, place, is_told in (
        (told, a1, a2, whole, b1, True),
        (whole, b1, b2, told, a1, False),
    ):
        if start == end or is_contracted(one.words[start:end], other.right_behind(place)):
            continue
        if only_goes_on(one.words[start:end]) and not one.is_bracketed(start, end):
            continue
        broken = other.gap(place) == "break" and one.whole_sentences(start, end)
        added = is_told and end - start <= MOST_INSERTED and other.gap(place) == "none"
        if one.is_bracketed(start, end) or (added and not broken):
            yield from _inserted(one, start, end, other, place)
        elif not broken:
            yield from _cut(other, place, one, start, end, marked=other.gap(place) == "ellipsis")


def _before(told: Telling, whole: Telling, at: Difference) -> Iterator[Drift]:
    """Where the tellings begin. A quotation that begins with a capital claims to begin a sentence."""
    _, a, _, b = at
    if a and b:
        yield from _changed_at_edge(told, whole, at, told.words[0].begins and whole.words[0].begins)
        return
    for one, one_at, other, other_at in ((told, a, whole, b), (whole, b, told, a)):
        if one_at or not other_at:
            continue
        start = max((n for n in range(other_at + 1) if other.words[n].begins), default=0)
        named = other.words[other_at].word.is_name_like
        if other.is_bracketed(0, other_at):
            yield from _inserted(other, 0, other_at, one, 0)
        elif only_goes_on(other.words[start:other_at]):
            continue
        elif one.words[0].begins and not named and other.words[start].begins and start < other_at:
            yield from _cut(one, 0, other, start, other_at, marked=False)


def _behind(told: Telling, whole: Telling, at: Difference) -> Iterator[Drift]:
    """Where the tellings end. A quotation that begins and ends as a sentence does claims to be whole."""
    a, _, b, _ = at
    if a < len(told.words) and b < len(whole.words):
        ended = not any(w.begins for w in (*told.words[a:], *whole.words[b:]))
        yield from _changed_at_edge(told, whole, at, ended)
        return
    for one, other, other_at in ((told, whole, b), (whole, told, a)):
        if other_at == len(other.words):
            continue
        end = next((n for n in range(other_at, len(other.words)) if other.words[n].begins), len(other.words))
        if end > other_at and other.is_bracketed(other_at, end):
            yield from _inserted(other, other_at, end, one, len(one.words))
        elif end > other_at and _is_whole(one):
            marked = is_ellipsis_behind(one.words[-1], one.text)
            yield from _cut(one, len(one.words), other, other_at, end, marked=marked)


def _is_whole(telling: Telling) -> bool:
    """Whether a telling reads as a sentence from its beginning to its end."""
    last = telling.words[-1]
    ended = telling.text[last.word.end : last.word.end + 1] in tuple(_ENDS)
    return telling.words[0].begins and (ended or is_ellipsis_behind(last, telling.text))


def _changed_at_edge(told: Telling, whole: Telling, at: Difference, whole_edges: bool) -> Iterator[Drift]:
    a1, a2, b1, b2 = at
    few = max(a2 - a1, b2 - b1) <= MOST_AT_EDGES
    same = _is_one_wording(told, whole, at)
    bracketed = told.is_bracketed(a1, a2) or whole.is_bracketed(b1, b2)
    if few and not same and (bracketed or whole_edges):
        yield from _changed(told, whole, at)


def _shows_a_cut(telling: Telling, start: int, end: int) -> bool:
    return any(telling.gap(at) == "ellipsis" for at in range(start, end + 1))


def _is_one_wording(told: Telling, whole: Telling, at: Difference) -> bool:
    here, there = told.words[at.a1 : at.a2], whole.words[at.b1 : at.b2]
    return is_one_wording(here, there, told.printed(at.a1, at.a2), whole.printed(at.b1, at.b2))


def _changed(told: Telling, whole: Telling, at: Difference) -> Iterator[Drift]:
    here = next(told.pieces(at.a1, at.a2))
    there = next(whole.pieces(at.b1, at.b2))
    if whole.is_bracketed(at.b1, at.b2):
        here, there = there, here
    yield _drift("changed", here, there)


def _inserted(one: Telling, start: int, end: int, other: Telling, place: int) -> Iterator[Drift]:
    for piece in one.pieces(start, end):
        yield _drift("inserted", piece, other.beside(place))


def _cut(one: Telling, place: int, other: Telling, start: int, end: int, *, marked: bool) -> Iterator[Drift]:
    """`one` lacks words of the other; an ellipsis there shows it or not."""
    for piece in other.pieces(start, end):
        yield _drift("cut", one.beside(place), piece, marked=marked)


def _drift(
    kind: DriftKind, here: tuple[ToldWord, Span], there: tuple[ToldWord, Span], marked: bool | None = None
) -> Drift:
    return Drift(
        kind=kind,
        statement=here[0].statement.id,
        span=here[1],
        other_statement=there[0].statement.id,
        other_span=there[1],
        marked=marked,
    )
