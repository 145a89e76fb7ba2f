"""The room's door."""

from __future__ import annotations

from tellings.compare.assertions import find_assertions
from tellings.compare.claims import find_claims
from tellings.compare.classes import Classes
from tellings.compare.conflicts import find_conflicts
from tellings.compare.coverage import find_coverage
from tellings.compare.figure_history import find_figure_histories
from tellings.compare.naming import find_naming
from tellings.compare.nodes import find_nodes
from tellings.compare.position_lines import find_position_lines
from tellings.compare.scorer import PairScorer, align
from tellings.compare.status import with_status
from tellings.records import Attributed, Compared


def compare(story: Attributed, *, model: PairScorer | None = None) -> Compared:
    """Claims, conflicts, positions and figures over time, naming and coverage of a story.

    `model`, if given, joins in the alignment.
    """
    alignment = align(find_nodes(find_assertions(story)), model)
    classes = Classes()
    conflicts = find_conflicts(alignment, classes)
    claims = with_status(find_claims(alignment, classes), conflicts)
    return Compared(
        attributed=story,
        claims=claims,
        conflicts=conflicts,
        naming=find_naming(alignment),
        coverage=find_coverage(story.traced, claims),
        positions=find_position_lines(alignment.nodes, classes),
        figures=find_figure_histories(story, claims, conflicts),
    )
