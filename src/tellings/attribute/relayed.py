"""What somebody said according to another: “The pier will hold,” Ann Orlow said, according to the Gull.

Comes in:   the attributions of an article, its quotations and the scene.
Goes out:   the attributions, such a quotation with the speaker whom the words behind it name. Whoever stands
            behind "according to" only passed it on, nor did he say what the quotation goes on with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tellings.attribute.scene import Scene
from tellings.read.frames import frame_of
from tellings.records import Attribution, Span

_ACCORDING = re.compile(r",? according to (?=\S)")


@dataclass(frozen=True, slots=True)
class _Relayed:
    """The words of one sentence within marks, who is named behind them, and who passed them on."""

    words: Span
    source: Span
    cue: Span
    by: Span

    @property
    def frame(self) -> Span:
        """From the quotation to the end of its sentence."""
        return Span(self.words.start, self.by.end)

    @property
    def told(self) -> Attribution:
        """The quotation as its speaker's words."""
        return Attribution(source=(self.source,), cue=(self.cue,), content=(self.words,), form="direct")


def with_relayed(told: Sequence[Attribution], quoted: Sequence[Span], scene: Scene) -> list[Attribution]:
    """The attributions, quotations that somebody passed on given to their speakers."""
    relayed = list(_relayed(quoted, scene))
    if not relayed:
        return list(told)
    return [*(one.told for one in relayed), *(own for each in told for own in _beside(each, relayed))]


def _relayed(quoted: Sequence[Span], scene: Scene) -> Iterator[_Relayed]:
    text = scene.text
    for match in _ACCORDING.finditer(text) if scene.reading.sentences else ():
        sentence = scene.reading.sentences[scene.sentence_at(match.start())].span
        at = bisect_left(quoted, match.start(), key=lambda span: span.end) - 1
        if at < 0 or quoted[at].end <= sentence.start:
            continue
        framed = frame_of(text, Span(quoted[at].end, match.start()))
        if framed is not None:
            words = Span(max(quoted[at].start, sentence.start), quoted[at].end)
            yield _Relayed(words, *framed, Span(match.end(), sentence.end))


def _beside(each: Attribution, relayed: Sequence[_Relayed]) -> Iterator[Attribution]:
    """Another attribution without the quotation and its frame; what it goes on with is its speaker's."""
    one = next((one for span in (*each.source, *each.content) if (one := _at(span, relayed))), None)
    if one is None or any(one.words.covers(cue) for cue in each.cue):
        yield each
        return
    rest = tuple(part for part in each.content if not one.frame.overlaps(part))
    if rest and (len(rest) < len(each.content) or any(one.by.overlaps(span) for span in each.source)):
        yield replace(each, source=(one.source,), cue=(one.cue,), content=rest)
    elif rest:
        yield each


def _at(span: Span, relayed: Sequence[_Relayed]) -> _Relayed | None:
    """The quotation passed on in whose sentence a span stands."""
    at = bisect_left(relayed, span.end, key=lambda one: one.words.start) - 1
    return relayed[at] if at >= 0 and relayed[at].frame.overlaps(span) else None
