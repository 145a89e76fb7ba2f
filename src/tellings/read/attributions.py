"""Relations of pieces become attribution relations in characters.

Comes in:   a text, its pieces and the network's outputs.
Goes out:   `Attribution`s in order of place, each with its form (direct, indirect or mixed).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.read.relations import PieceRelation, Spans, relate
from tellings.records import Attribution, Form, Span

if TYPE_CHECKING:
    from tellings.read.acceptance import Acceptance
    from tellings.read.model import Outputs
    from tellings.read.pairing import PieceSpan, Scorer
    from tellings.read.pieces import Pieces


def find_attributions(
    pieces: Pieces, outputs: Outputs, scorers: tuple[Scorer, Scorer], acceptance: Acceptance | None = None
) -> tuple[Attribution, ...]:
    """Every attribution relation of a text that `acceptance` keeps."""
    relations = relate(Spans(pieces, outputs.role, outputs.link), *scorers, acceptance)
    found = [_attribution(relation, pieces) for relation in relations]
    return tuple(sorted(found, key=lambda a: (a.content[0], a.cue)))


def _attribution(relation: PieceRelation, pieces: Pieces) -> Attribution:
    contents = tuple(_span(content, pieces) for content in sorted(relation.contents))
    return Attribution(
        source=(_span(relation.source, pieces),) if relation.source else (),
        cue=(_span(relation.cue, pieces),),
        content=contents,
        form=_form(relation.contents, pieces),
    )


def _span(span: PieceSpan, pieces: Pieces) -> Span:
    return Span(int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1]))


def _form(contents: tuple[PieceSpan, ...], pieces: Pieces) -> Form:
    """Direct when (nearly) every word stands inside quotation marks, indirect when none does."""
    words = quoted = 0
    for start, end in contents:
        inside = pieces.quote[start:end] > 0
        word = pieces.first[start:end] & (pieces.shape[start:end] < 6)
        words += int(word.sum())
        quoted += int((word & inside).sum())
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * words else "mixed"
