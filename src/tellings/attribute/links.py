"""Addresses at the end of a post are no words of whoever posted it.

Comes in:   an attribution and the text.
Goes out:   the attribution, what it tells cut before "https://..." and "pic.twitter.com/..." at its end; None
            where it tells nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from tellings.records import Attribution, Span

_STARTS = ("http://", "https://", "pic.twitter.com/", "t.co/", "www.")


def without_links(attribution: Attribution, text: str) -> Attribution | None:
    """The attribution without the addresses that its content ends with."""
    *parts, last = attribution.content
    words = last.words_in(text).rstrip()
    while words.rpartition(" ")[2].rpartition("\n")[2].startswith(_STARTS):
        words = words[: len(words) - len(words.split()[-1])].rstrip()
    if words:
        parts.append(Span(last.start, last.start + len(words)))
    if parts == list(attribution.content):
        return attribution
    return replace(attribution, content=tuple(parts)) if parts else None
