"""The story in a few chosen sentences.

Comes in:   a `Compared` story.
Goes out:   3 to 7 lines (fewer when the articles hold fewer), each the exact words of one article, with cites
            to every aligned mention. The weightiest comes first, the others as the articles order them; a
            disputed point gives both sides, a figure or state that has changed its last one, and the newest
            article of a story that went on for days its lead. A place that gives another figure, or denies
            what a line affirms, is not cited for it.
Left open:  which side is right. Nothing is written: no sentence is joined, shortened or rephrased.
"""

from __future__ import annotations

from tellings.compare.status import only_respells
from tellings.dossier import BriefModel, CiteModel
from tellings.records import Cite, Claim, Compared, Mention, Reading
from tellings.tell.sentences import Candidate, Sentences, is_much_the_same, likeness, says_again

MOST_LINES = 7
_SURE_ENOUGH = 0.7
_FEWEST_LINES = 3
_TOO_AWKWARD = 2.5
_HEADLINED = 1.5
_OPENING = 12
_LEAD = 4
"""Sentences of an article among which its lead is sought, its headline and what stands around it past."""
_READS_WELL = 1.0
_MOST_COMPARED = 60
"""Wordings of one claim among which the best is sought."""

_Point = list[tuple[Candidate, BriefModel]]
"""A line, or the lines of both sides."""


def draw_up_brief(story: Compared) -> list[BriefModel]:
    """The lines of the brief in the order in which they should be read."""
    sentences = Sentences(story)
    points: list[_Point] = []
    for claim, candidate in _by_weight(story, sentences):
        if len(points) == 1:
            points += _lead_of_the_newest(story, sentences, points[0])
        lines = sum(len(point) for point in points)
        if lines >= MOST_LINES or (len(_sure(claim)) < 2 and lines >= _FEWEST_LINES):
            break
        held = [held for point in points for held, _ in point]
        if says_again(candidate, held):
            continue
        if points and (last := _last_step(candidate, story, sentences)):
            if not says_again(last[0], held):
                points.append([last])
            continue
        if lines < MOST_LINES - 1 and (sides := _sides(candidate, story, sentences, held)):
            points.append(sides)
        else:
            same = [cite for cite in _alike(claim, candidate) if sentences.same_figures(candidate.cite, cite)]
            tellers = {candidate.cite.article, *(cite.article for cite in same)}
            origins = story.attributed.traced.origins_of(tellers)
            points.append([(candidate, _line(candidate, same, origins))])
    if sum(len(point) for point in points) < _FEWEST_LINES:
        _fill_up(story, sentences, points)
    points[1:] = sorted(points[1:], key=lambda point: point[0][0].depth)
    return [line for point in points for _, line in point]


def _by_weight(story: Compared, sentences: Sentences) -> list[tuple[Claim, Candidate]]:
    """Claims with the words that tell them best, the weightiest first.

    Weight is what share of the articles and of their origins tell it, how high up they do, and how much of
    what the headlines speak of is in it. Claims that several tell come before those of one.
    """
    traced = story.attributed.traced
    articles = len(traced.readings)
    weighed: list[tuple[bool, float, Claim, Candidate]] = []
    for claim in story.claims:
        cites = [mention.cite for mention in _sure(claim)]
        candidate = _best(sentences, cites)
        if candidate is None:
            continue
        tellers = len({cite.article for cite in cites})
        origins = len(traced.origins_of({cite.article for cite in cites}))
        told = (tellers + origins) / (2 * articles)
        weight = told + (1 - sentences.mean_depth(cites)) + _HEADLINED * sentences.headlined(candidate)
        weighed.append((tellers > 1, weight - candidate.awkwardness / 2, claim, candidate))
    weighed.sort(key=lambda entry: (not entry[0], -entry[1], entry[2].id))
    return [(claim, candidate) for _, _, claim, candidate in weighed]


def _best(sentences: Sentences, cites: list[Cite]) -> Candidate | None:
    """The mention that reads best by itself and has most in common with the others, if any reads well."""
    every = [candidate for cite in cites for candidate in sentences.candidates(cite)]
    candidates = list({candidate.words: candidate for candidate in reversed(every)}.values())[::-1]
    candidates = candidates[:_MOST_COMPARED]
    readable = [candidate for candidate in candidates if candidate.awkwardness <= _TOO_AWKWARD]
    shared = [likeness(candidate, candidates) for candidate in readable]
    ranked = zip(readable, shared, strict=True)
    return min(ranked, key=lambda pair: pair[0].awkwardness - 3 * pair[1], default=(None, 0.0))[0]


def _alike(claim: Claim, candidate: Candidate) -> list[Cite]:
    """The mentions that affirm or deny what the words of the candidate do."""
    told = _sure(claim)
    own = {mention.polarity for mention in told if _same_place(mention.cite, candidate.cite)}
    return [mention.cite for mention in told if mention.polarity in own]


def _sure(claim: Claim) -> list[Mention]:
    return [mention for mention in claim.mentions if mention.is_sure]


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


def _sides(
    candidate: Candidate, story: Compared, sentences: Sentences, held: list[Candidate]
) -> _Point | None:
    """The candidate and what stands against it, where a conflict that is sure enough says so.

    None as well where what stands against it is told already.
    """
    for conflict in sorted(story.conflicts, key=lambda conflict: -conflict.confidence):
        if conflict.nature != "contradiction" or conflict.confidence < _SURE_ENOUGH:
            continue
        own = next(
            (s for s in conflict.sides if any(_same_place(c, candidate.cite) for c in s.mentions)), None
        )
        if own is None:
            continue
        if only_respells(conflict):
            continue
        for side in conflict.sides:
            against = _best(sentences, list(side.mentions)) if side is not own else None
            if against is not None and not says_again(against, [candidate, *held]):
                return [
                    (candidate, _line(candidate, list(own.mentions), own.origins, disputed=True)),
                    (against, _line(against, list(side.mentions), side.origins, disputed=True)),
                ]
    return None


def _last_step(
    candidate: Candidate, story: Compared, sentences: Sentences
) -> tuple[Candidate, BriefModel] | None:
    """What the newest side of an update says, where the candidate stands on one that it supersedes."""
    for conflict in story.conflicts:
        if conflict.nature != "update" or conflict.confidence < _SURE_ENOUGH:
            continue
        *before, last = conflict.sides
        if any(_same_place(cite, candidate.cite) for cite in last.mentions):
            continue
        if any(_same_place(cite, candidate.cite) for side in before for cite in side.mentions):
            newer = _best(sentences, list(last.mentions))
            if newer is not None:
                return newer, _line(newer, list(last.mentions), last.origins)
    return None


def _newest(story: Compared) -> Reading | None:
    """The article that appeared last, where the story went on after its first day."""
    dated = [r for r in story.attributed.traced.readings if r.article.published]
    days = sorted({(reading.article.published or "")[:10] for reading in dated})
    return max(dated, key=lambda r: r.article.published or "") if len(days) > 1 else None


def _lead_of_the_newest(story: Compared, sentences: Sentences, first: _Point) -> list[_Point]:
    """The lead of the newest article, unless the first point is much the same.

    Nobody who wrote before its day is cited for it.
    """
    days = {r.article.id: (r.article.published or "")[:10] for r in story.attributed.traced.readings}
    newest = _newest(story)
    if newest is None:
        return []
    article = newest.article.id
    for sentence in newest.sentences[:_LEAD]:
        lead = _best(sentences, [Cite(article, sentence.span)])
        if lead is None or lead.awkwardness > _READS_WELL:
            continue
        if any(held.cite.article == article or is_much_the_same(lead, held) for held, _ in first):
            return []
        told = (c for c in story.claims if any(_same_place(m.cite, lead.cite) for m in _sure(c)))
        cites = [
            cite for claim in told for cite in _alike(claim, lead) if days[cite.article] == days[article]
        ]
        same = [cite for cite in cites if sentences.same_figures(lead.cite, cite)]
        origins = story.attributed.traced.origins_of({article, *(cite.article for cite in same)})
        return [[(lead, _line(lead, same, origins))]]
    return []


def _fill_up(story: Compared, sentences: Sentences, points: list[_Point]) -> None:
    """Opening sentences, when claims alone give too short a brief."""
    traced = story.attributed.traced
    for reading in traced.readings:
        origins = traced.origins_of({reading.article.id})
        for sentence in reading.sentences[:_OPENING]:
            if len(points) >= _FEWEST_LINES:
                return
            candidate = _best(sentences, [Cite(reading.article.id, sentence.span)])
            if candidate is not None and not says_again(candidate, [h for point in points for h, _ in point]):
                points.append([(candidate, _line(candidate, [], origins))])
