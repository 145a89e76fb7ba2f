"""What all report, what several report, what only one reports, who leaves what out.

Comes in:   a dossier and its places.
Goes out:   points of the view.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from tellings.dossier import BriefModel, ClaimModel, MentionModel, Story
from tellings.tell.places import Places, shown
from tellings.tell.view import Omissions, Point, Words
from tellings.tell.wording import is_scrap, mostly_shared, telling_words

_NEWS = re.compile(r"\d|[\"“]")
_MOST_LEFT_OUT = 40
_MOST_HELD = 300
"""Points in front against which the others are held."""


def brief(story: Story, at: Places) -> tuple[Point, ...]:
    """The lines of the brief."""
    days = {article.id: (article.published or "")[:10] for article in story.articles}
    return tuple(_brief(line, days, at) for line in story.brief)


def _brief(line: BriefModel, days: dict[str, str], at: Places) -> Point:
    places = tuple(at.place(cite.article, cite.span) for cite in line.cites)
    words = Words(at.words(places[0]), places[:1])
    origins = at.origins_behind({place.article for place in places})
    told_on = [days[place.article] for place in places]
    last = max(told_on) if all(told_on) else ""
    gone_on = last < max(days.values())
    return Point(
        words,
        places,
        origins=origins,
        disputed=line.disputed,
        as_of=shown(last) if last and gone_on else None,
    )


def shared(story: Story, at: Places, *, by_all: bool) -> tuple[Point, ...]:
    """Claims of at least two articles: those that all tell, or those that only some do.

    What tells a point again that stands before it, here or among those that all tell, comes last. Behind all
    are those of one article that another only may tell.
    """
    claims = [claim for claim in story.claims if len(_tellers(claim)) > 1 or _may_tell(claim)]
    claims.sort(key=lambda c: (-at.origins_behind(_tellers(c)), -len(_tellers(c)), _depth(c, at)))
    everywhere = [_point(c, at) for c in _once(c for c in claims if len(_tellers(c)) == len(story.articles))]
    if by_all:
        return told_once_first(everywhere)
    somewhere = [_point(c, at) for c in _once(c for c in claims if len(_tellers(c)) < len(story.articles))]
    return told_once_first(somewhere, behind=everywhere)


def told_once_first(points: Sequence[Point], behind: Sequence[Point] = ()) -> tuple[Point, ...]:
    """The points in their order, those behind all others that tell again what one before them tells.

    `behind` are points that stand before all of them. Scraps of a sentence come last as well.

    A point tells again what another does where it is summed up by a sentence that the other cites, or in
    mostly the same words.
    """
    new: list[Point] = []
    again: list[Point] = []
    held = [_held(point) for point in behind]
    for point in points:
        words, _ = mine = _held(point)
        own = {place.label for place in point.words.places}
        if is_scrap(point.words.text) or any(
            own & others or mostly_shared(words, told) for told, others in held
        ):
            again.append(point)
        else:
            new.append(point)
            held += [mine] if len(held) < _MOST_HELD else []
    return (*new, *again)


def _held(point: Point) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a point that tell something, and the sentences that it cites."""
    return telling_words(point.words.text), frozenset(place.label for place in point.places)


def only_one(story: Story, at: Places) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """Per article, what no other one tells; words with figures or quotations first, then as they stand."""
    if len(story.articles) < 2:
        return ()
    single = [claim for claim in story.claims if len(_tellers(claim)) == 1 and not _may_tell(claim)]
    single.sort(key=lambda claim: (at.letters[claim.summary.article], _depth(claim, at)))
    found = []
    for article, claims in groupby(single, key=lambda claim: claim.summary.article):
        points = [_point(claim, at) for claim in claims]
        points.sort(key=lambda point: _NEWS.search(point.words.text) is None)
        found.append((at.letters[article], tuple(points)))
    return tuple(found)


def left_out(story: Story, at: Places) -> tuple[Point, ...]:
    """Claims that several articles tell and others do not, the most widely told first."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for line in story.coverage:
        if line.told != "told":
            reasons.setdefault(line.claim, {}).setdefault(line.told, []).append(line.article)
    claims = [c for c in story.claims if c.id in reasons and (len(_tellers(c)) > 1 or c.status == "disputed")]
    claims.sort(key=lambda claim: (-len(_tellers(claim)), _depth(claim, at)))
    points: list[Point] = []
    for claim in _once(claims)[:_MOST_LEFT_OUT]:
        why = {told: tuple(at.told_by(articles)) for told, articles in reasons[claim.id].items()}
        points.append(_point(claim, at, why))
    return told_once_first(points)


def omissions(points: Sequence[Point]) -> tuple[Omissions, ...]:
    """What is left out, article by article."""
    letters = {letter for p in points for letter in (*p.missing, *p.before, *p.partial)}
    return tuple(
        Omissions(
            letter,
            tuple(point for point in points if letter in point.missing),
            before=sum(letter in point.before for point in points),
            partial=sum(letter in point.partial for point in points),
        )
        for letter in sorted(letters, key=lambda letter: (len(letter), letter))
    )


def chosen(ids: Iterable[str], story: Story, at: Places) -> tuple[Point, ...]:
    """These claims, the most widely told first."""
    among = set(ids)
    claims = [claim for claim in story.claims if claim.id in among]
    claims.sort(key=lambda c: (-at.origins_behind(_tellers(c)), -len(_tellers(c)), _depth(c, at)))
    return tuple(_point(claim, at) for claim in _once(claims))


def _point(claim: ClaimModel, at: Places, why: dict[str, tuple[str, ...]] | None = None) -> Point:
    why = why or {}
    place = at.place(claim.summary.article, claim.summary.span)
    return Point(
        Words(at.words(place), (place,)),
        tuple(at.place(mention.article, mention.span) for mention in _bearing_out(claim)),
        perhaps=tuple(at.place(mention.article, mention.span) for mention in _may_tell(claim)),
        origins=at.origins_behind(_tellers(claim)),
        disputed=claim.status == "disputed",
        changed=claim.status == "changed",
        speaker=at.speaker_at(claim.summary.article, claim.summary.span),
        missing=why.get("not-mentioned", ()),
        before=why.get("published-before", ()),
        partial=why.get("partial-text", ()),
    )


def _once(claims: Iterable[ClaimModel]) -> list[ClaimModel]:
    """The claims without those summed up by words that stand there already."""
    first = {(claim.summary.article, claim.summary.span): claim for claim in reversed(list(claims))}
    return list(reversed(first.values()))


def _tellers(claim: ClaimModel) -> set[str]:
    return {mention.article for mention in _bearing_out(claim)}


def _bearing_out(claim: ClaimModel) -> list[MentionModel]:
    """The mentions that surely affirm or deny what the words that sum the claim up do."""
    return [mention for mention in _alike(claim) if mention.is_sure]


def _may_tell(claim: ClaimModel) -> list[MentionModel]:
    """Mentions in articles that tell the claim nowhere for sure."""
    tellers = _tellers(claim)
    return [mention for mention in _alike(claim) if mention.article not in tellers]


def _alike(claim: ClaimModel) -> list[MentionModel]:
    """The mentions that affirm or deny what the words that sum the claim up do."""
    start, end = claim.summary.span
    own = {
        mention.polarity
        for mention in claim.mentions
        if mention.article == claim.summary.article and mention.span[0] < end and start < mention.span[1]
    }
    return [mention for mention in claim.mentions if not own or mention.polarity in own]


def _depth(claim: ClaimModel, at: Places) -> float:
    """How far down its article the claim's summary stands."""
    return claim.summary.span[0] / max(1, len(at.articles[claim.summary.article].text))
