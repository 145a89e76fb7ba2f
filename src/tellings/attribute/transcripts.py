"""Transcripts: every turn is its speaker's own words.

Comes in:   a reading of a text whose turns open with a name in capitals and a colon.
Goes out:   the same reading with an attribution for each sentence of a turn that reports nobody else. The
            name is the source; there is no cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tellings.records import Attribution, Reading, Sentence, Span

FEWEST_TURNS = 3
"""Fewer labelled turns do not make a transcript: "WASHINGTON: ..." may open a paragraph of any article."""
_LABEL = re.compile(
    r"^(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4})(?:, [A-Z][A-Z ,.'’-]{1,60})?:(?=\s)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks, and the characters from there to the next turn."""

    name: Span
    words: Span


def is_turn(attribution: Attribution) -> bool:
    """Whether the attribution is one that `with_turns` makes: a name, words, and no cue between."""
    return bool(attribution.source) and not attribution.cue and attribution.form == "direct"


def turns_of(text: str) -> list[Turn]:
    """The turns of a transcript; none when the text is something else."""
    labels = list(_LABEL.finditer(text))
    if len(labels) < FEWEST_TURNS:
        return []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    return [
        Turn(Span(*label.span("name")), Span(label.end(), end))
        for label, end in zip(labels, ends, strict=True)
    ]


def with_turns(reading: Reading) -> Reading:
    """The reading with what the speakers of a transcript say in their own voice."""
    turns = turns_of(reading.article.text)
    if not turns:
        return reading
    reported = [part for a in reading.attributions if a.source for part in (*a.source, *a.cue)]
    named = [a for a in reading.attributions if a.source]
    told = [*named, *_told(turns, reading.sentences, {part.start for part in reported})]
    told.sort(key=lambda a: (a.content[0], a.cue))
    return replace(reading, attributions=tuple(told))


def _told(turns: list[Turn], sentences: tuple[Sentence, ...], reported: set[int]) -> Iterator[Attribution]:
    """Each sentence of each turn that does not itself say who said something."""
    at = 0
    for turn in turns:
        while at < len(sentences) and sentences[at].span.end <= turn.words.start:
            at += 1
        while at < len(sentences) and sentences[at].span.start < turn.words.end:
            sentence = sentences[at].span
            content = Span(max(sentence.start, turn.words.start), min(sentence.end, turn.words.end))
            if not any(start in reported for start in range(content.start, content.end)):
                own = _trimmed(content, sentence)
                yield Attribution(source=(turn.name,), cue=(), content=(own,), form="direct")
            at += 1


def _trimmed(content: Span, sentence: Span) -> Span:
    """A sentence that shares its line with the label begins behind the blank."""
    return Span(content.start + 1, content.end) if content.start > sentence.start else content
