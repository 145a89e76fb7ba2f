"""Quotations within quotations.

Comes in:   the attributions of a text.
Goes out:   attributions of what a quoted speaker quotes in turn: "The two ministers said: 'Never.'" Their
            source and cue stand within the outer content, so the outer speaker is who they came through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellings.languages.en.cues import SAYING_VERBS
from tellings.records import Attribution, Span

_SAYING = "|".join(sorted(SAYING_VERBS, key=len, reverse=True))
_INNER = re.compile(
    rf"(?P<source>[^.!?…:;,‘'“”\"]{{1,90}}?)\s(?P<cue>{_SAYING})(?: (?:him|her|me|us|them))?\s?[:,]\s?"
    r"(?P<content>‘[^‘“”\"]{2,400}?’|'[^'“”\"]{2,400}?')(?![a-z])"
)
LONGEST_SOURCE = 10
"""Words before the verb; more are not a name or a description."""


def quoted_within(text: str, told: Sequence[Attribution]) -> Iterator[Attribution]:
    """What the contents of `told` quote, where nobody has marked it."""
    contents = {part for attribution in told for part in attribution.content}
    for outer in sorted(contents):
        for found in _INNER.finditer(text, outer.start, outer.end):
            content = Span(*found.span("content"))
            if outer.covers(content) and content not in contents and content != outer:
                source = _source(text, Span(*found.span("source")))
                yield Attribution(
                    source=(source,) if source else (),
                    cue=(Span(*found.span("cue")),),
                    content=(content,),
                    form="direct",
                )


def _source(text: str, span: Span) -> Span | None:
    words = span.words_in(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, span.end) if 0 < len(words.split()) <= LONGEST_SOURCE else None
