"""Who could not be reached at first, and was quoted later.

Comes in:   the assertions and statements of a story.
Goes out:   updates: "the prosecutor did not respond to a request for comment" in one article, and what the
            prosecutor said in one published later.
Left out:   those who are quoted nowhere later than the last article that did not reach them, and words of
            theirs that somebody else passes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, whole
from tellings.compare.words import Word, stem_of
from tellings.languages.en.silence import ASKED, FOR_OTHERS, NOT_REACHED, SILENT
from tellings.records import Span

_REACH = 12
_MOST_PLACES = 4
_FOR_OTHERS = frozenset(stem_of(word) for word in FOR_OTHERS)


@dataclass(frozen=True, slots=True)
class _Silence:
    """Somebody who is said not to have answered: the stems of his name or office."""

    assertion: Assertion
    span: Span
    who: frozenset[str]


def find_silences(pool: Pool) -> Iterator[Found]:
    """One update at most for each who was silent at first."""
    silent: dict[frozenset[str], list[_Silence]] = defaultdict(list)
    for assertion in pool.assertions:
        silence = _silence(assertion)
        if silence is not None:
            silent[silence.who].append(silence)
    said = _told(pool) if silent else []
    for who, silences in silent.items():
        unanswered = {_published(pool, silence.assertion) for silence in silences}
        told = [
            assertion
            for assertion, words in said
            if who <= words and all(_is_later(_published(pool, assertion), day) for day in unanswered)
        ]
        if told:
            yield _update(pool, silences, list(dict.fromkeys(told))[:_MOST_PLACES])


def _update(pool: Pool, silences: Sequence[_Silence], told: Sequence[Assertion]) -> Found:
    first = silences[0]
    text = pool.readings[first.assertion.article].article.text
    unanswered = " ".join(first.span.words_in(text).split())
    return Found(
        kind="other",
        nature="update",
        reason=f"quoted later, and at first “{unanswered}”",
        confidence=0.6,
        sides=(
            FoundSide(value=unanswered, places=tuple(whole(silence.assertion) for silence in silences)),
            FoundSide(value=" ".join(pool.words_of(told[0]).split()), places=tuple(map(whole, told))),
        ),
    )


def _told(pool: Pool) -> list[tuple[Assertion, frozenset[str]]]:
    """The assertions that tell that somebody said something, with the stems of the source, and of a person's
    name.
    """
    story = pool.story
    people = {speaker.id: speaker.name for speaker in story.speakers if speaker.kind == "person"}
    framing: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        framing[assertion.cite.article].append(assertion)
    told = []
    for statement in story.statements:
        if statement.speaker is None or statement.via is not None or not statement.source:
            continue
        source = statement.source[0]
        text = pool.story.traced.story.reading_of(statement.article).article.text
        words = f"{people.get(statement.speaker, '')} {source.words_in(text)}"
        around = (a for a in framing[statement.article] if a.cite.span.covers(source))
        told += [(assertion, frozenset(map(stem_of, _bare(words)))) for assertion in around]
    return told


def _bare(words: str) -> list[str]:
    bare = (word.strip(".,’'“”\"()").removesuffix("’s").removesuffix("'s").lower() for word in words.split())
    return [word for word in bare if word]


def _published(pool: Pool, assertion: Assertion) -> str:
    return pool.readings[assertion.article].article.published or ""


def _is_later(one: str, other: str) -> bool:
    """Whether one time of publication is known to be after another."""
    length = min(len(one), len(other))
    return one[:length] > other[:length]


def _silence(assertion: Assertion) -> _Silence | None:
    words = assertion.words
    for place in range(1, len(words)):
        end = _end_of_cue(words, place)
        if end is None:
            continue
        who = [word for word in words[:place] if word.tells]
        named = frozenset(word.stem for word in who) - _FOR_OTHERS
        if named and len(named) <= _MOST_PLACES:
            return _Silence(assertion, Span(words[0].start, words[end].end), named)
    return None


def _end_of_cue(words: Sequence[Word], place: int) -> int | None:
    """Where the words end that begin at a place and tell that somebody has not answered."""
    lower = [word.lower for word in words[place : place + _REACH]]
    for cue, needs_asked in _cues():
        if tuple(lower[: len(cue)]) == cue:
            asked = next((n for n, word in enumerate(lower) if word in ASKED), None)
            if asked is not None:
                return place + asked
            if not needs_asked:
                return place + len(cue) - 1
    return None


@cache
def _cues() -> tuple[tuple[tuple[str, ...], bool], ...]:
    return (
        *((tuple(cue.split()), True) for cue in SILENT),
        *((tuple(cue.split()), False) for cue in NOT_REACHED),
    )
