"""Attributions by their words, before and behind a rule of the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tellings.read.sentences import find_sentences
from tellings.records import Attribution, Sentence, Span

Found = tuple[str, str, tuple[str, ...]]
"""Source, cue and contents."""
Rule = Callable[[Sequence[Attribution], str, Sequence[Sentence]], tuple[Attribution, ...]]


def told_behind(rule: Rule, text: str, found: Sequence[Found]) -> list[Found]:
    """What a rule makes of a text in which the network saw what was `found`."""
    before = [
        Attribution(
            source=(_place(text, source),) if source else (),
            cue=(_place(text, cue),),
            content=tuple(_place(text, part) for part in content),
        )
        for source, cue, content in found
    ]
    return [
        (
            " ".join(span.words_in(text) for span in each.source),
            " ".join(span.words_in(text) for span in each.cue),
            tuple(span.words_in(text) for span in each.content),
        )
        for each in rule(before, text, find_sentences(text))
    ]


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
