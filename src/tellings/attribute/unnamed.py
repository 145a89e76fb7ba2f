"""Unnamed sources of different articles that are one.

Comes in:   speakers, statements, and the groups of statements that tell the same words.
Goes out:   the same, with unnamed sources joined where their descriptions agree and they say the same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.words import fold, singular
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.records import Speaker, Statement

AGREE = 0.5
"""The part of two descriptions' telling words that must be common."""
_PLAIN = frozenset(FUNCTION_WORDS)


def join_unnamed(
    speakers: Sequence[Speaker], statements: Sequence[Statement], groups: Sequence[Sequence[int]]
) -> tuple[tuple[Speaker, ...], tuple[Statement, ...]]:
    """Join "a senior harbour official" and "a senior harbour figure" where both say the same words."""
    by_id = {speaker.id: speaker for speaker in speakers}
    into: dict[str, str] = {}
    for group in groups:
        said = {statements[at].speaker for at in group}
        unnamed = [speaker for speaker in speakers if speaker.id in said and speaker.kind == "anonymous"]
        for number, one in enumerate(unnamed):
            for other in unnamed[number + 1 :]:
                if other.id not in into and _describe_one(one, other):
                    into[other.id] = into.get(one.id, one.id)
    for gone, kept in into.items():
        by_id[kept] = _joined(by_id[kept], by_id[gone])
    told = tuple(replace(s, speaker=into.get(s.speaker, s.speaker)) if s.speaker else s for s in statements)
    return tuple(by_id[s.id] for s in speakers if s.id not in into), told


def _describe_one(one: Speaker, other: Speaker) -> bool:
    return any(
        _agree(_words(a), _words(b)) for a in (one.name, *one.aliases) for b in (other.name, *other.aliases)
    )


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > 1 and len(one & other) >= AGREE * len(one | other)


def _words(form: str) -> frozenset[str]:
    words = (singular(word.strip(".,;:'\"()")) for word in fold(form).split())
    return frozenset(word for word in words if word and word not in _PLAIN)


def _joined(kept: Speaker, gone: Speaker) -> Speaker:
    forms = [form for form in (gone.name, *gone.aliases) if form != kept.name and form not in kept.aliases]
    return replace(kept, aliases=(*kept.aliases, *forms))
