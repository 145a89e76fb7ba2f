"""What is known while an article is read from top to bottom: its sentences, and who has spoken so far.

Comes in:   a `Reading`.
Goes out:   a `Scene`, to which each resolved attribution is added.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from tellings.attribute.mentions import Gender
from tellings.attribute.quotes import quoted_spans, runs_of
from tellings.records import Attribution, Reading, Span

_MARKS = "\"“‘'"
_STOPS = ".!?\"”’'"
MOST_BETWEEN = 4
"""Paragraphs, of quotations and captions, over which a speaker goes on."""
Key = tuple[str, ...]
"""What tells speakers apart: ("person", number), ("body", name), ("unnamed", article, words) ..."""


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution whose speaker is known."""

    key: Key
    at: int
    paragraph: int
    content: tuple[Span, ...]
    gender: Gender | None = None
    plural: bool = False
    human: bool = True
    nested: bool = False


@dataclass(slots=True)
class Scene:
    """One article with the statements resolved so far, in order of place."""

    reading: Reading
    said: list[Said] = field(default_factory=list)
    _starts: list[int] = field(init=False)
    _runs: list[list[Span]] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._starts = [sentence.span.start for sentence in self.reading.sentences]

    @property
    def article(self) -> str:
        """The article's id."""
        return self.reading.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.reading.article.text

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that `place` stands in, or of the one before it; 0 at the least."""
        return max(0, bisect_right(self._starts, place) - 1)

    def sentence_start(self, number: int) -> int:
        """Where a sentence begins; the beginning of the text for numbers below 0."""
        if number < 0 or not self._starts:
            return 0
        return self._starts[min(number, len(self._starts) - 1)]

    def opens_sentence(self, place: int) -> bool:
        """Whether a sentence begins at `place`."""
        return self.sentence_start(self.sentence_at(place)) == place

    def paragraph_at(self, place: int) -> int:
        """The paragraph that `place` stands in."""
        if not self._starts:
            return 0
        return self.reading.sentences[self.sentence_at(place)].paragraph

    def quotation_at(self, place: int) -> list[Span]:
        """The quotation, as the spans of its paragraphs, within whose marks `place` stands; else no span."""
        if self._runs is None:
            self._runs = list(runs_of(self.text, quoted_spans(self.text)))
        before = bisect_right(self._runs, place, key=lambda run: run[0].start)
        run = self._runs[before - 1] if before else []
        return run if any(span.start <= place < span.end for span in run) else []

    def last_said(self, before: int) -> Said | None:
        """The last statement made before a place that is not itself part of what somebody says."""
        near = [said for said in self.said[-12:] if said.at < before and not said.nested]
        return max(near, key=lambda said: said.at, default=None)

    def goes_on(self, before: int, start: int) -> bool:
        """Whether only quotations and captions stand in the paragraphs between two places, at most a few."""
        first, last = self.paragraph_at(before), self.paragraph_at(start)
        if not 0 <= last - first <= MOST_BETWEEN:
            return False
        between: dict[int, list[Span]] = {}
        for sentence in self.reading.sentences[self.sentence_at(before) : self.sentence_at(start)]:
            if first < sentence.paragraph < last:
                between.setdefault(sentence.paragraph, []).append(sentence.span)
        return all(
            self.text[spans[0].start] in _MARKS or self.text[spans[-1].end - 1] not in _STOPS
            for spans in between.values()
        )

    def around(self, span: Span) -> Said | None:
        """The innermost statement so far whose content covers `span`: it reports what is said there."""
        covering = [said for said in self.said[-12:] if any(part.covers(span) for part in said.content)]
        return min(covering, key=lambda said: sum(p.end - p.start for p in said.content), default=None)


def begin_of(attribution: Attribution) -> int:
    """Where the first of an attribution's words stands."""
    return min(
        (role[0].start for role in (attribution.source, attribution.cue, attribution.content) if role),
        default=0,
    )


def place_of(attribution: Attribution) -> int:
    """Where an attribution is made: at its cue, its source or its content."""
    for role in (attribution.cue, attribution.source, attribution.content):
        if role:
            return role[0].start
    return 0
