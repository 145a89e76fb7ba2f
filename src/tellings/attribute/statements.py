"""Attributions become statements.

Comes in:   readings whose attributions have the content of one statement each, and their speakers.
Goes out:   `Statement`s in order of article and place: form, date, and the outlet they came through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tellings.attribute.quotes import form_of, quoted_spans
from tellings.attribute.scene import Scene
from tellings.attribute.transcripts import is_turn
from tellings.attribute.via import came_through
from tellings.attribute.when import said_when
from tellings.attribute.words import words_of
from tellings.languages.en.sources import FIRST_PERSON
from tellings.records import Attribution, Provenance, Reading, Span, Speaker, Statement

MOST_BESIDE = 3
"""Words beside a statement that an outlet passes on: "that", "on Friday"."""
_FIRST_PERSON = frozenset((*FIRST_PERSON, "me", "us"))
_OUTLETS = ("wire", "cited-report")
DEEPEST = 16
"""How many contents may hold one another."""


def make_statements(
    readings: Sequence[Reading],
    provenance: Mapping[str, Provenance],
    speakers: Sequence[Speaker],
    who: Sequence[Sequence[str | None]],
) -> tuple[Statement, ...]:
    """The statements of a story; `who` holds the speaker's id of each attribution of each reading."""
    names = {speaker.id: speaker.name for speaker in speakers}
    found: list[Statement] = []
    for reading, ids in zip(readings, who, strict=True):
        found += _of_article(reading, provenance.get(reading.article.id), ids, names, len(found))
    return tuple(found)


def _of_article(
    reading: Reading,
    provenance: Provenance | None,
    ids: Sequence[str | None],
    names: Mapping[str, str],
    so_far: int,
) -> Iterator[Statement]:
    text = reading.article.text
    scene = Scene(reading)
    quoted = quoted_spans(text)
    outers = _outers(reading.attributions)
    relays = _relays(reading.attributions, outers, provenance, scene)
    kept = [number for number in range(len(reading.attributions)) if number not in relays]
    for place, number in enumerate(kept, so_far + 1):
        attribution, speaker = reading.attributions[number], ids[number]
        outer = outers.get(number)
        teller = ids[outer] if outer is not None else None
        via = names[teller] if teller and teller != speaker else came_through(attribution, scene, provenance)
        nested_in = reading.attributions[outer].content if outer is not None else ()
        yield Statement(
            id=f"s{place}",
            article=reading.article.id,
            speaker=speaker,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            form=attribution.form
            if is_turn(attribution)
            else form_of(text, attribution.content, quoted, nested_in),
            said_on=said_when(attribution, scene),
            via=via,
        )


def _outers(attributions: Sequence[Attribution]) -> dict[int, int]:
    """The place of the innermost attribution in whose content another one stands, by the other's place."""
    parts = sorted(
        (part.start, -part.end, at)
        for at, attribution in enumerate(attributions)
        for part in attribution.content
    )
    holding: dict[int, int] = {}
    still_open: list[tuple[int, int]] = []
    for start, minus_end, at in parts:
        still_open = [(end, outer) for end, outer in still_open[-DEEPEST:] if end > start]
        for end, outer in reversed(still_open):
            if outer != at and end >= -minus_end and _holds(attributions[outer], attributions[at]):
                holding.setdefault(at, outer)
                break
        still_open.append((-minus_end, at))
    return holding


def _relays(
    told: Sequence[Attribution], outers: Mapping[int, int], provenance: Provenance | None, scene: Scene
) -> frozenset[int]:
    """Attributions that pass on what others say and no more: a credited outlet's, or a turn of a transcript.

    "The Gull reported that Orlow said the pier would hold": Orlow's words, which came through the Gull.
    """
    credits = [credit.span for credit in provenance.credits if credit.kind in _OUTLETS] if provenance else []
    within: dict[int, list[Attribution]] = defaultdict(list)
    for inner, outer in outers.items():
        within[outer].append(told[inner])
    return frozenset(
        outer
        for outer, inners in within.items()
        if (_is_impersonal_turn(told[outer], inners, scene.text) or _is_credited(told[outer], credits))
        and _are_all_of(inners, told[outer], scene.text)
    )


def _is_impersonal_turn(attribution: Attribution, inners: Sequence[Attribution], text: str) -> bool:
    """Whether a turn says no "I" or "me" of its own: "Orlow told me" is what the speaker lived through."""
    others = [part for inner in inners for part in inner.content]
    words = (word for part in attribution.content for word in words_of(text, part))
    own = (word.low for word in words if not any(part.covers(word.span) for part in others))
    return is_turn(attribution) and _FIRST_PERSON.isdisjoint(own)


def _is_credited(attribution: Attribution, credits: Sequence[Span]) -> bool:
    return any(span.overlaps(credit) for span in attribution.source for credit in credits)


def _are_all_of(inners: Sequence[Attribution], outer: Attribution, text: str) -> bool:
    """Whether a content holds no more than whole statements of others, each from its source on."""
    told: list[Span] = []
    for inner in inners:
        if not inner.source or not inner.cue or not _is_in_order(inner):
            continue
        told += [Span(inner.source[0].start, inner.cue[0].end), *inner.content]
    left = (word for part in outer.content for word in words_of(text, part) if word.is_word)
    beside = sum(not any(part.covers(word.span) for part in told) for word in left)
    return bool(told) and beside <= MOST_BESIDE


def _is_in_order(inner: Attribution) -> bool:
    return inner.source[0].end <= inner.cue[0].start and inner.cue[0].end <= inner.content[0].start


def _holds(outer: Attribution, inner: Attribution) -> bool:
    if outer.content == inner.content:
        return False
    anchor = (inner.cue or inner.source or inner.content)[0]
    return any(part.covers(anchor) for part in outer.content)
