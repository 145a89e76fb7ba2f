"""Changes to the origin ledger, as people name them.

Comes in:   pairs of articles by the letters printed, their files, outlets or ids; who owns which outlet.
Goes out:   the story they speak of with its origins changed, so that claims and conflicts are counted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from tellings.errors import NoSuchArticle
from tellings.records import Article, Grouped, Traced
from tellings.tell.places import letter
from tellings.trace.ledger import linked, unlinked, with_owners

Pair = tuple[str, str]
"""An article, and the one that it rests on or does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEdits:
    """What somebody knows better than the texts show.

    `link`: the first article of a pair rests on what the other rests on; `unlink`: it does not. `owners` maps
    the name or address of an outlet to its owner: the own reports of one owner's outlets are one origin.
    """

    link: Sequence[Pair] = ()
    unlink: Sequence[Pair] = ()
    owners: Mapping[str, str] = field(default_factory=dict)

    def check(self, stories: Sequence[Grouped]) -> None:
        """Raises `NoSuchArticle` where a name is that of no article, or of several."""
        for pair in (*self.link, *self.unlink):
            _story_of(pair, stories)

    def applied_to(self, traced: Traced, stories: Sequence[Grouped]) -> Traced:
        """One of `stories`, traced, with the changes that speak of it."""
        changes: tuple[tuple[Sequence[Pair], Callable[[Traced, str, str], Traced]], ...] = (
            (self.link, linked),
            (self.unlink, unlinked),
        )
        for pairs, change in changes:
            for pair in pairs:
                story, article, other = _story_of(pair, stories)
                if story.id == traced.story.id:
                    traced = change(traced, article, other)
        return with_owners(traced, self.owners) if self.owners else traced


def _story_of(pair: Pair, stories: Sequence[Grouped]) -> tuple[Grouped, str, str]:
    """The one story that has both articles, and their ids."""
    found: list[tuple[Grouped, list[str], list[str]]] = []
    for story in stories:
        one, other = (_named(name, story) for name in pair)
        if one and other:
            found.append((story, one, other))
    if not found:
        raise _nowhere(pair, stories)
    if len(found) > 1:
        raise NoSuchArticle(
            f"{pair[0]}={pair[1]} could be articles of {len(found)} stories.",
            fix="Name them by their files, or take all articles as one story (--one-story).",
        )
    story, article, other = found[0]
    for name, ids in zip(pair, (article, other), strict=True):
        if len(ids) > 1:
            letters = [where for where, one in _lettered(story) if one.id in ids]
            raise NoSuchArticle(
                f"{name} is the name of {len(ids)} articles: {', '.join(letters)}.", fix="Give a letter."
            )
    if article == other:
        raise NoSuchArticle(
            f"{pair[0]} and {pair[1]} are one article.", fix="Name two articles, such as A=B."
        )
    return story, article[0], other[0]


def _nowhere(pair: Pair, stories: Sequence[Grouped]) -> NoSuchArticle:
    """What is wrong with a name, and what there is."""
    unknown = [name for name in pair if not any(_named(name, story) for story in stories)]
    what = (
        f"There is no article {unknown[0]}." if unknown else f"{pair[0]} and {pair[1]} are not of one story."
    )
    there = [f"{where} {_known_by(article)}" for story in stories for where, article in _lettered(story)]
    shown = "; ".join(there[:_MOST_NAMED]) + (" …" if len(there) > _MOST_NAMED else "")
    return NoSuchArticle(what, fix=f"These are there: {shown}.")


_MOST_NAMED = 40


def _named(name: str, story: Grouped) -> list[str]:
    """Ids of the articles of this name: by letter, else by id, else by file or address, else by outlet."""
    lettered = list(_lettered(story))
    for fits in (_has_letter, _has_id, _has_place, _has_outlet):
        if found := [article.id for where, article in lettered if fits(name.strip(), where, article)]:
            return found
    return []


def _lettered(story: Grouped) -> list[tuple[str, Article]]:
    return [(letter(number), reading.article) for number, reading in enumerate(story.readings)]


def _has_letter(name: str, where: str, article: Article) -> bool:
    return name == where


def _has_id(name: str, where: str, article: Article) -> bool:
    return name == article.id


def _has_place(name: str, where: str, article: Article) -> bool:
    path = PurePath(article.path) if article.path else None
    return name in (article.url, article.path) or (path is not None and name in (path.name, path.stem))


def _has_outlet(name: str, where: str, article: Article) -> bool:
    return article.outlet is not None and name.casefold() == article.outlet.casefold()


def _known_by(article: Article) -> str:
    return article.outlet or (PurePath(article.path).name if article.path else article.url or article.id)
