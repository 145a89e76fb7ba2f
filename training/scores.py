"""Scores while training, in the same terms as the public measures.

Comes in:   examples with what was predicted for them.
Goes out:   token F1 of each role and relation F1; exact span F1 of entities.
"""

from __future__ import annotations

import re
from typing import Any

from tellings.read.labels import ENTITY_TYPES
from training.data import Example, piece_span

TOKEN = re.compile(r"\w+|[^\w\s]")


def _f1(right: int, made: int, gold: int) -> float:
    return 2 * right / (made + gold) if made + gold else 0.0


def attribution_f1(made: list[tuple[Example, list[dict[str, Any]]]]) -> dict[str, float]:
    """Token F1 of source, cue, content, and F1 of relations (half the content, sources touch)."""
    counts = {name: [0, 0, 0] for name in ("source", "cue", "content", "relation")}
    for example, predicted in made:
        tokens = [m.span() for m in TOKEN.finditer(example.text)]

        def at(spans: list[Any], tokens: list[tuple[int, int]] = tokens) -> set[int]:
            return {i for i, (a, b) in enumerate(tokens) if any(a < e and s < b for s, e in spans)}

        assert example.versions
        gold = [
            {"source": [r.source] if r.source else [], "cue": [r.cue], "content": list(r.contents)}
            for r in example.versions[0]
        ]
        for role in ("source", "cue", "content"):
            g: set[int] = set().union(*[at(r[role]) for r in gold])
            p: set[int] = set().union(*[at(r[role]) for r in predicted])
            counts[role] = [x + y for x, y in zip(counts[role], (len(g & p), len(p), len(g)), strict=True)]
        pairs = [(at(r["content"]), at(r["source"])) for r in gold]
        used: set[int] = set()
        for relation in predicted:
            content, source = at(relation["content"]), at(relation["source"])
            best, which = 0.0, None
            for i, (c, s) in enumerate(pairs):
                if i not in used and content and c and (source & s or (not source and not s)):
                    overlap = len(content & c) / len(content | c)
                    if overlap >= 0.5 and overlap > best:
                        best, which = overlap, i
            if which is not None:
                used.add(which)
        counts["relation"] = [
            x + y for x, y in zip(counts["relation"], (len(used), len(predicted), len(gold)), strict=True)
        ]
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
