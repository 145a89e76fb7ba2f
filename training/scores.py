"""Scores while training.

Comes in:   examples with what was predicted for them.
Goes out:   F1 of the pieces in each role; exact span F1 of entities.
"""

from __future__ import annotations

from tellings.read.labels import ENTITY_TYPES, ROLES
from training.data import Example, piece_span, role_spans


def _f1(right: int, made: int, gold: int) -> float:
    return 2 * right / (made + gold) if made + gold else 0.0


def role_f1(made: list[tuple[Example, list[tuple[int, int, int]]]]) -> dict[str, float]:
    """F1 of the pieces in each role, against the first annotator."""
    counts = {name: [0, 0, 0] for name in ROLES}
    for example, predicted in made:
        assert example.versions
        gold = [(*piece_span(example.pieces, (a, b)), k) for a, b, k in role_spans(example.versions[0])]
        for kind, name in enumerate(ROLES):
            g = {i for a, b, k in gold if k == kind for i in range(a, b)}
            p = {i for a, b, k in predicted if k == kind for i in range(a, b)}
            counts[name] = [x + y for x, y in zip(counts[name], (len(g & p), len(p), len(g)), strict=True)]
    return {name: _f1(*c) for name, c in counts.items()}


def span_f1(made: list[tuple[Example, list[tuple[int, int, int]]]]) -> float:
    """F1 of exact entity spans with their types; what lies on blank characters is not counted."""
    right = n_made = n_gold = 0
    for example, predicted in made:
        assert example.entities is not None
        blank = [piece_span(example.pieces, b) for b in example.blank]
        free = lambda s, blank=blank: not any(s[0] < b and a < s[1] for a, b in blank)  # noqa: E731
        gold = {(*piece_span(example.pieces, (a, b)), ENTITY_TYPES.index(k)) for a, b, k in example.entities}
        gold, own = {s for s in gold if free(s)}, {s for s in predicted if free(s)}
        right, n_made, n_gold = right + len(gold & own), n_made + len(own), n_gold + len(gold)
    return _f1(right, n_made, n_gold)
