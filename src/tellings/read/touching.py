"""Which attributions touch which sentences.

Comes in:   attributions and sentences, both of one text.
Goes out:   for each sentence the places of the attributions that have words in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tellings.records import Attribution, Sentence


def by_sentence(
    attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> Mapping[int, Sequence[int]]:
    """Places in `attributions` by place in `sentences`; nothing for a sentence that none of them touches."""
    spans = sorted(
        (span, number)
        for number, each in enumerate(attributions)
        for span in (*each.source, *each.cue, *each.content)
    )
    found: dict[int, list[int]] = defaultdict(list)
    first = 0
    for span, number in spans:
        while first < len(sentences) and sentences[first].span.end <= span.start:
            first += 1
        at = first
        while at < len(sentences) and sentences[at].span.start < span.end:
            if number not in found[at]:
                found[at].append(number)
            at += 1
    return found
