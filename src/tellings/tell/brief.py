"""The story in a few chosen sentences.

Comes in:   a `Compared` story.
Goes out:   3 to 7 lines (fewer when the articles hold fewer), each the exact words of one article, with cites to
            every aligned mention. What most independent origins report comes first; disputed points give
            both sides.
Left open:  which side is right. Nothing is written: no sentence is joined, shortened or rephrased.
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.dossier import BriefModel, CiteModel
from tellings.records import Cite, Claim, Compared, Conflict
from tellings.tell.sentences import Candidate, Sentences, says_again

MOST_LINES = 7
_MOST_DISPUTES = 1
_SURE_ENOUGH = 0.5
_FEWEST_LINES = 3
_TOO_AWKWARD = 2.5


def draw_up_brief(story: Compared) -> list[BriefModel]:
    """The lines of the brief in the order in which they should be read."""
    sentences = Sentences(story)
    chosen: list[tuple[Candidate, BriefModel]] = []
    disputes = list(_disputes(story, sentences))
    room = MOST_LINES - sum(len(lines) for lines in disputes)
    for claim in _by_weight(story, sentences):
        if len(chosen) >= room:
            break
        if len(claim.mentions) < 2 and len(chosen) >= _FEWEST_LINES:
            break
        candidate = _best(sentences, [mention.cite for mention in claim.mentions])
        if candidate is not None and not says_again(candidate, [held for held, _ in chosen]):
            chosen.append((candidate, _line(candidate, [m.cite for m in claim.mentions], claim.origins)))
    if len(chosen) < _FEWEST_LINES:
        _fill_up(story, sentences, chosen)
    chosen.sort(key=lambda pair: pair[0].depth)
    for sides in disputes:
        _add_dispute(chosen, sides)
    return [line for _, line in chosen]


def _by_weight(story: Compared, sentences: Sentences) -> list[Claim]:
    """Claims, those of most independent origins and most articles first, then by how early they are told."""

    def weight(claim: Claim) -> tuple[int, int, float, str]:
        articles = {mention.article for mention in claim.mentions}
        depth = min((sentences.depth(mention.cite) for mention in claim.mentions), default=1.0)
        return -len(claim.origins), -len(articles), depth, claim.id

    return sorted((claim for claim in story.claims if claim.status != "disputed"), key=weight)


def _best(sentences: Sentences, cites: list[Cite]) -> Candidate | None:
    """The mention that reads best by itself, if any does."""
    candidates = [candidate for cite in cites for candidate in sentences.candidates(cite)]
    best = min(candidates, key=lambda candidate: candidate.awkwardness, default=None)
    return best if best is not None and best.awkwardness <= _TOO_AWKWARD else None


def _line(
    candidate: Candidate, cites: list[Cite], origins: tuple[str, ...], *, disputed: bool = False
) -> BriefModel:
    """A line whose first cite is its own words, then one place in each other article, then the rest."""
    own = candidate.cite
    others = [cite for cite in dict.fromkeys(cites) if not _same_place(cite, own)]
    return BriefModel(
        text=candidate.words,
        cites=[CiteModel(article=cite.article, span=cite.span) for cite in (own, *others)],
        origins=list(origins),
        disputed=disputed,
    )


def _same_place(cite: Cite, own: Cite) -> bool:
    return cite.article == own.article and cite.span.overlaps(own.span)


def _disputes(story: Compared, sentences: Sentences) -> Iterator[list[tuple[Candidate, BriefModel]]]:
    """The surest contradictions that most origins touch, a line a side."""

    def weight(conflict: Conflict) -> tuple[float, int]:
        return -conflict.confidence, -len({o for side in conflict.sides for o in side.origins})

    sure = [c for c in story.conflicts if c.nature == "contradiction" and c.confidence >= _SURE_ENOUGH]
    found, shown = 0, list[Candidate]()
    for conflict in sorted(sure, key=weight):
        sides = []
        for side in conflict.sides[:2]:
            candidate = _best(sentences, list(side.mentions))
            if candidate is not None:
                sides.append((candidate, _line(candidate, list(side.mentions), side.origins, disputed=True)))
        if len(sides) == 2 and not any(says_again(side, shown) for side, _ in sides):
            if not _same_place(sides[0][0].cite, sides[1][0].cite):
                shown.extend(side for side, _ in sides)
                yield sides
                found += 1
        if found == _MOST_DISPUTES:
            return


def _add_dispute(
    chosen: list[tuple[Candidate, BriefModel]], sides: list[tuple[Candidate, BriefModel]]
) -> None:
    """Both sides at the end; a side that stands there already is marked as disputed where it stands."""
    for side, line in sides:
        for at, (held, told) in enumerate(chosen):
            if side.cite.article == held.cite.article and side.cite.span.overlaps(held.cite.span):
                chosen[at] = held, told.model_copy(update={"disputed": True})
                break
        else:
            chosen.append((side, line))


def _fill_up(
    story: Compared, sentences: Sentences, chosen: list[tuple[Candidate, BriefModel]]
) -> None:
    """Opening sentences of the first article, when claims alone give too short a brief."""
    traced = story.attributed.traced
    for reading in traced.readings:
        origins = traced.origins_of({reading.article.id})
        for sentence in reading.sentences[:12]:
            if len(chosen) >= _FEWEST_LINES:
                return
            candidate = _best(sentences, [Cite(reading.article.id, sentence.span)])
            if candidate is None or says_again(candidate, [held for held, _ in chosen]):
                continue
            chosen.append((candidate, _line(candidate, [], origins)))
