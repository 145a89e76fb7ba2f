"""What an edit added, changed and dropped.

Comes in:   two versions of an article as read, and the dossier of its story.
Goes out:   an `Edit`: sentences of the two versions side by side, and the story's claims that each touches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.fuzz import ratio

from tellings.records import Reading, Span
from tellings.store.views import Change, Edit

if TYPE_CHECKING:
    from tellings.dossier import ClaimModel, Story

_REWORDED = 60.0
"""Likeness (0..100) from which two sentences are one that was changed."""
_SAME_CLAIM = 0.7
"""Cosine from which a dropped sentence told a claim that others still tell."""


def edit_between(
    earlier: tuple[int, Reading], later: tuple[int, Reading], dossier: Story | None, others: Sequence[Reading]
) -> Edit:
    """From one version (its number, its reading) to another; `others` are the story's other articles."""
    before, after = earlier[1], later[1]
    pairs = list(_pairs(before, after))
    claims = dossier.claims if dossier else ()
    changes = []
    for old, new in pairs:
        touched: list[str] = []
        if new is not None:
            touched += _claims_at(after.article.id, after.sentences[new].span, claims)
        if old is not None:
            touched += _claims_like(before, old, others, claims)
        changes.append(_change(before, after, old, new, tuple(dict.fromkeys(touched))))
    return Edit(article=after.article.id, earlier=earlier[0], later=later[0], changes=tuple(changes))


def _pairs(before: Reading, after: Reading) -> Iterator[tuple[int | None, int | None]]:
    """Sentences that are not in both: the old one, the new one, or both where one became the other."""
    old, new = _sentences(before), _sentences(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        free = list(range(i1, i2))
        for j in range(j1, j2):
            best = max(free, key=lambda i: ratio(old[i], new[j]), default=None)
            if best is not None and ratio(old[best], new[j]) >= _REWORDED:
                free.remove(best)
                yield best, j
            else:
                yield None, j
        for i in free:
            yield i, None


def _sentences(reading: Reading) -> list[str]:
    return [" ".join(s.span.words_in(reading.article.text).split()) for s in reading.sentences]


def _change(
    before: Reading, after: Reading, old: int | None, new: int | None, claims: tuple[str, ...]
) -> Change:
    gone = None if old is None else before.sentences[old].span
    come = None if new is None else after.sentences[new].span
    return Change(
        kind="changed" if gone and come else "added" if come else "dropped",
        before=gone,
        after=come,
        words_before=gone.words_in(before.article.text) if gone else None,
        words_after=come.words_in(after.article.text) if come else None,
        claims=claims,
    )


def _claims_at(article: str, span: Span, claims: Sequence[ClaimModel]) -> list[str]:
    """The claims with a mention in these words."""
    return [
        claim.id
        for claim in claims
        if any(
            m.article == article and m.span[0] < span.end and span.start < m.span[1] for m in claim.mentions
        )
    ]


def _claims_like(
    before: Reading, sentence: int, others: Sequence[Reading], claims: Sequence[ClaimModel]
) -> list[str]:
    """The claims that others still tell as the sentence told them."""
    vector = before.vectors[sentence]
    found = []
    for other in others:
        if other.article.id == before.article.id or not len(other.vectors):
            continue
        for at in np.flatnonzero(other.vectors @ vector >= _SAME_CLAIM).tolist():
            found += _claims_at(other.article.id, other.sentences[at].span, claims)
    return found
