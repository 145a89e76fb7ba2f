"""What a story rests on, seen by taking one origin away.

Comes in:   a dossier and one of its origins.
Goes out:   which claims nobody tells any more without it, which rest on one origin only, which hold, and
            which conflicts are left without a second side.
How:        an article that rests on this origin alone goes; one that rests on others too keeps what does
            not stand in a passage or beside a credit that it has from this origin.
"""

from __future__ import annotations

from collections.abc import Iterable

from tellings.dossier import ArticleModel, OriginModel, Story, WithoutModel
from tellings.errors import NoSuchOrigin
from tellings.tell.places import Places, fewest_covering, shown
from tellings.trace.bodies import name_key

Pair = tuple[int, int]
_HALF = 0.5


def without(story: Story, origin: str) -> Story:
    """The dossier with its `without` filled for one origin, named by id ("o1"), number ("1") or name.

    Raises `NoSuchOrigin`, which lists those that there are.
    """
    return story.model_copy(update={"without": _without(story, named_origin(story, origin))})


def named_origin(story: Story, name: str) -> OriginModel:
    """The origin of this id, number or name. Raises `NoSuchOrigin`."""
    wanted = name.strip().removeprefix("origin ")
    numbered = {str(number): origin for number, origin in enumerate(story.origins, 1)}
    by_id = {origin.id: origin for origin in story.origins}
    if wanted in by_id or wanted in numbered:
        return by_id.get(wanted) or numbered[wanted]
    alike = [origin for origin in story.origins if name_key(origin.name) == name_key(wanted)]
    if len(alike) == 1:
        return alike[0]
    there = "; ".join(f"{number} {shown(origin.name)}" for number, origin in numbered.items())
    what = f"{name} is the name of {len(alike)} origins." if alike else f"There is no origin {name}."
    raise NoSuchOrigin(what, fix=f"Give a number: {there}.")


def _without(story: Story, origin: OriginModel) -> WithoutModel:
    left = _Left(story, origin)
    falls, single, holds = [], [], []
    for claim in story.claims:
        cites = [(mention.article, mention.span) for mention in claim.mentions if mention.is_sure]
        before, after = left.before(cites), left.after(cites)
        if after == 0:
            falls.append(claim.id)
        elif after == 1 and before > 1:
            single.append(claim.id)
        elif after > 1:
            holds.append(claim.id)
    sides = {
        conflict.id: [left.after([(m.article, m.span) for m in side.mentions]) > 0 for side in conflict.sides]
        for conflict in story.conflicts
        if conflict.nature != "different-scope"
    }
    return WithoutModel(
        origin=origin.id,
        name=origin.name,
        articles=left.alone,
        partly=[article for article in origin.articles if article not in left.alone],
        falls=falls,
        single=single,
        holds=holds,
        conflicts_gone=[conflict for conflict, held in sides.items() if sum(held) < 2],
        conflicts_left=[conflict for conflict, held in sides.items() if sum(held) > 1],
    )


class _Left:
    """What is left of a story when one origin is taken away."""

    def __init__(self, story: Story, origin: OriginModel) -> None:
        self._at = Places(story)
        self._others = [set(other.articles) for other in story.origins if other.id != origin.id]
        self._all = [set(other.articles) for other in story.origins]
        resting = set().union(*self._others)
        self.alone = [article for article in origin.articles if article not in resting]
        """Articles that rest on this origin and on nothing else."""
        self._taken = {
            article.id: _taken(article, origin, story)
            for article in story.articles
            if article.id in origin.articles
        }

    def before(self, cites: Iterable[tuple[str, Pair]]) -> int:
        """How many origins are sure to stand behind these places, all origins counted."""
        return fewest_covering({article for article, _ in cites}, self._all)

    def after(self, cites: Iterable[tuple[str, Pair]]) -> int:
        """How many are sure to, when this one is not."""
        return fewest_covering({a for a, span in cites if not self._falls(a, span)}, self._others)

    def _falls(self, article: str, span: Pair) -> bool:
        if article in self.alone:
            return True
        shared = sum(
            max(0, min(end, span[1]) - max(start, span[0])) for start, end in self._taken.get(article, ())
        )
        return shared >= _HALF * (span[1] - span[0])


def _taken(article: ArticleModel, origin: OriginModel, story: Story) -> list[Pair]:
    """The stretches that an article has from an origin: shared passages, and sentences that credit it."""
    found: set[Pair] = set()
    for reason in origin.reasons:
        if reason.kind == "shared-text" and reason.article == article.id:
            found.add(reason.span)
        elif reason.kind == "credit" and reason.article == article.id:
            found.add(_sentence_around(article, reason.span))
    for other in story.articles:
        for link in other.derives_from:
            if other.id == article.id and link.article in origin.articles:
                found.update(here for here, _ in link.passages)
    return _joined(found)


def _sentence_around(article: ArticleModel, span: Pair) -> Pair:
    return next(((s, e) for s, e in article.sentences if s < span[1] and span[0] < e), span)


def _joined(spans: Iterable[Pair]) -> list[Pair]:
    """The same characters, none counted twice."""
    joined: list[Pair] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
