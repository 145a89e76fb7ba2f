"""Quotations that no attribution holds.

Comes in:   the attributions of an article, its quotations and the scene.
Goes out:   an attribution for each sentence or clause that stands in quotation marks and was attributed to
            nobody: with the verb of saying that stands beside it, or without a cue where the sentence is
            nothing but the quotation.

A title, a term or a word held at arm's length is no statement: fewer words than a clause has, or no verb of
saying beside a quotation that is only a part of its sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tellings.attribute.marks import Covers
from tellings.attribute.quotes import runs_of
from tellings.attribute.scene import Scene
from tellings.attribute.verbs import is_saying
from tellings.attribute.words import Word, words_of
from tellings.languages.en.sources import FIRST_PERSON
from tellings.records import Attribution, Span

FEWEST_WORDS = 4
"""A quotation of fewer words that nobody is named for may be a title or a term."""
FEWEST_AMONG = 2
"""Words of a sentence of a longer quotation."""
FEWEST_BESIDE = 5
"""Words of a quotation within a longer sentence."""
BESIDE = 8
"""Words between a quotation and the verb of saying in its sentence."""
GAP = 12
"""Characters before a quotation in which a colon is looked for."""
_INNER_MARKS = "\"“‘'"
_EDGES = " \t\n\"“”„«»‘’'.,!?…-–—"


def loose_quotations(
    told: Sequence[Attribution], quoted: Sequence[Span], scene: Scene
) -> Iterator[Attribution]:
    """An attribution for each quotation that `told` does not hold."""
    taken = sorted(part for attribution in told for part in _told_of(attribution, quoted))
    starts = [part.start for part in taken]
    for run in runs_of(scene.text, quoted):
        for quotation in run:
            for span in _passages(quotation, taken, starts, scene):
                yield from _said(span, scene, among_others=span != run[0] or len(run) > 1)


def without_own_clauses(
    told: Sequence[Attribution], loose: Sequence[Attribution], text: str
) -> list[Attribution]:
    """The attributions but for "I think" within a quotation that is told as a whole."""
    whole = Covers(tuple(part for each in loose for part in each.content))
    return [each for each in told if not (_is_own(each, text) and whole.at(Span(*_hull(each))))]


def _is_own(attribution: Attribution, text: str) -> bool:
    """Whether "I" say it, in no inner marks."""
    source, marked = attribution.source, text[attribution.content[0].start] in _INNER_MARKS
    own = len(source) == 1 and source[0].words_in(text).lower() in FIRST_PERSON
    return own and bool(attribution.cue) and not marked


def _hull(attribution: Attribution) -> tuple[int, int]:
    """From where a cue begins to where what it tells does."""
    cue, told = attribution.cue[0], attribution.content[0]
    return min(cue.start, told.start), max(cue.end, told.start + 1)


def _told_of(attribution: Attribution, quoted: Sequence[Span]) -> Iterator[Span]:
    """The parts of a content but for speech within a quotation: “Then the fitter said they should stop.”"""
    for part in attribution.content:
        around = _quotation_of(part, quoted)
        if around is None or around.start == part.start or not _holds_cue(around, attribution):
            yield part


def _holds_cue(quotation: Span, attribution: Attribution) -> bool:
    return any(quotation.covers(cue) for cue in attribution.cue)


def _quotation_of(part: Span, quoted: Sequence[Span]) -> Span | None:
    at = bisect_left(quoted, part.end, key=lambda span: span.end)
    return quoted[at] if at < len(quoted) and quoted[at].covers(part) else None


def _passages(quotation: Span, taken: Sequence[Span], starts: Sequence[int], scene: Scene) -> Iterator[Span]:
    """The quotation, or where somebody told a part of it, each run of its sentences that nobody has told."""
    if not _is_taken(quotation, taken, starts):
        yield quotation
        return
    sentences = scene.reading.sentences
    low = bisect_left(sentences, quotation.start, key=lambda s: s.span.end - 1)
    run: Span | None = None
    for sentence in sentences[low:]:
        if sentence.span.start >= quotation.end:
            break
        span = Span(max(sentence.span.start, quotation.start), min(sentence.span.end, quotation.end))
        if not _is_taken(span, taken, starts):
            run = Span(run.start, span.end) if run else span
        elif run:
            yield run
            run = None
    if run:
        yield run


def _said(span: Span, scene: Scene, *, among_others: bool) -> Iterator[Attribution]:
    """A passage that is told; `among_others`: it is one of several of a quotation."""
    sentence = _around(span, scene)
    words = len(span.words_in(scene.text).split())
    around = scene.text[sentence.start : span.start] + scene.text[span.end : sentence.end]
    if not around.strip(_EDGES):
        cue = _introducing(sentence, scene)
        if words >= (FEWEST_AMONG if among_others else FEWEST_WORDS) or cue:
            yield Attribution(source=(), cue=cue, content=(span,), form="direct")
    elif words >= FEWEST_BESIDE:
        verb = _beside(span, sentence, scene.text)
        if verb is not None:
            yield Attribution(source=(), cue=(verb.span,), content=(span,), form="direct")


def _around(span: Span, scene: Scene) -> Span:
    """From the beginning of the sentence where a passage begins to the end of the one where it ends."""
    sentences = scene.reading.sentences
    if not sentences:
        return span
    last = sentences[scene.sentence_at(span.end - 1)].span.end
    return Span(min(scene.sentence_start(scene.sentence_at(span.start)), span.start), max(last, span.end))


def _introducing(sentence: Span, scene: Scene) -> tuple[Span, ...]:
    """The verb of saying in "The mayor wrote:" right before a quotation on its own line."""
    gap = scene.text[max(0, sentence.start - GAP) : sentence.start]
    end = sentence.start - len(gap) + len(gap.rstrip())
    if not gap.rstrip().endswith(":"):
        return ()
    start = scene.sentence_start(scene.sentence_at(end - 1))
    verbs = [word for word in words_of(scene.text, Span(start, end)) if is_saying(word)]
    return (verbs[-1].span,) if verbs else ()


def _beside(span: Span, sentence: Span, text: str) -> Word | None:
    """The verb of saying that stands nearest to a quotation in its sentence."""
    before = words_of(text, Span(sentence.start, span.start))[-BESIDE:]
    behind = words_of(text, Span(span.end, sentence.end))[:BESIDE]
    near = [(len(before) - at, word) for at, word in enumerate(before) if is_saying(word)]
    near += [(at + 1, word) for at, word in enumerate(behind) if is_saying(word)]
    return min(near)[1] if near else None


def _is_taken(span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.end)
    return any(span.overlaps(part) for part in taken[max(0, at - 6) : at])
