"""The whole way through the house in one call each.

Comes in:   paths, addresses, globs, texts or `Article` records.
Goes out:   readings, groups, or the finished dossier of each story.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tellings.attribute import attribute
from tellings.collect import collect
from tellings.compare import compare as compare_accounts
from tellings.compare.pair_model import read_pairs
from tellings.dossier import Quote, Story
from tellings.errors import NothingToCompare
from tellings.group import group as group_readings
from tellings.ledger import LedgerEdits
from tellings.read import read as read_articles
from tellings.records import Article, Attributed, Compared, Grouped, Reading, SetAside
from tellings.tell import tell
from tellings.trace import trace

Source = str | Path | Article
OnProgress = Callable[[str, int, int], None]
"""Called with the name of the step, how many are done, and how many there are."""


def compare(
    sources: Source | Sequence[Source], *, one_story: bool = True, ledger: LedgerEdits | None = None
) -> Story:
    """The dossier of one story.

    `sources` are paths, globs, folders, http(s) addresses, `Article` records, or texts (a string that
    holds a line break is a text). Raises `NothingToCompare` when no article is left; what was set aside
    is in `Story.set_aside`. With `one_story=False` unrelated articles are told apart first, and the story
    with most articles is returned (use `stories` for all of them). `ledger` changes which articles rest on
    which, by their letters, files, outlets or ids; raises `NoSuchArticle` for a name that is not there.
    """
    told = stories(sources, one_story=one_story, ledger=ledger)
    if len(told) > 1:
        warnings.warn(
            f"the articles tell {len(told)} stories; this is the one with most articles. "
            "tellings.stories() returns all of them.",
            stacklevel=2,
        )
    return max(told, key=lambda story: len(story.articles))


def stories(
    sources: Source | Sequence[Source],
    *,
    one_story: bool = False,
    on_progress: OnProgress | None = None,
    ledger: LedgerEdits | None = None,
) -> list[Story]:
    """The dossiers of all stories that the sources tell, in the order in which their first articles came.

    `ledger` changes the origins of articles, as in `compare`.
    """
    return _told(
        sources,
        one_story=one_story,
        on_progress=on_progress,
        ledger=ledger,
        fix="Give at least two articles about one event as files, folders or addresses.",
        step="compare",
        judged=_judged,
    )


def quotes(
    sources: Source | Sequence[Source], *, speaker: str | None = None, one_story: bool = False
) -> list[Quote]:
    """All statements, by speaker and in order of time, those heard in most articles first.

    `speaker` is any name or alias printed, or whole words of one, in capitals or not. Raises
    `NoSuchSpeaker`, which lists those that there are, and `NothingToCompare` when no article is left.
    """
    from tellings.tell.quotes import quotes_of, spoken_by

    told = sorted(listen(sources, one_story=one_story), key=lambda story: -len(story.articles))
    chosen = spoken_by(told, speaker)
    return [quote for story, ids in zip(told, chosen, strict=True) for quote in quotes_of(story, ids)]


def listen(
    sources: Source | Sequence[Source],
    *,
    one_story: bool = False,
    on_progress: OnProgress | None = None,
) -> list[Story]:
    """The stories with who said what and no more: dossiers without claims, conflicts and naming."""
    return _told(
        sources,
        one_story=one_story,
        on_progress=on_progress,
        fix="Give one or more articles as files, folders or addresses.",
        step="listen",
        judged=_unjudged,
    )


def _told(
    sources: Source | Sequence[Source],
    *,
    one_story: bool,
    on_progress: OnProgress | None,
    fix: str,
    step: str,
    judged: Callable[[Attributed], Compared],
    ledger: LedgerEdits | None = None,
) -> list[Story]:
    """The dossier of each story of the sources, what was said in it `judged`."""
    notice = on_progress or _unheard
    grouped, set_aside = _gathered(sources, one_story=one_story, notice=notice, fix=fix)
    edits = ledger or LedgerEdits()
    edits.check(grouped)
    told = []
    for done, story in enumerate(grouped):
        notice(step, done, len(grouped))
        traced = edits.applied_to(trace(story), grouped)
        told.append(tell(judged(attribute(traced)), set_aside=set_aside))
    notice(step, len(grouped), len(grouped))
    return told


def without(story: Story, origin: str) -> Story:
    """The dossier with its `without` filled: what falls, rests on one origin only or holds without this one.

    `origin` is an id ("o1"), a number as printed ("1") or a name. Raises `NoSuchOrigin`, which lists those
    that there are. Nothing is read again.
    """
    from tellings.tell.without import without as taken_away

    return taken_away(story, origin)


def _judged(story: Attributed) -> Compared:
    """Everything that comparing finds, with the pair model's help."""
    return compare_accounts(story, model=read_pairs)


def _unjudged(story: Attributed) -> Compared:
    """Who said what, and nothing found by comparing."""
    return Compared(attributed=story, claims=(), conflicts=(), naming=(), coverage=())


def _gathered(
    sources: Source | Sequence[Source], *, one_story: bool, notice: OnProgress, fix: str
) -> tuple[tuple[Grouped, ...], tuple[SetAside, ...]]:
    """The stories of the sources, and what could not be used. Raises `NothingToCompare` when none is left."""
    collection = collect(_listed(sources), on_progress=notice)
    if not collection.articles:
        raise NothingToCompare(
            "No article is left to compare."
            + "".join(f"\n  {gone.path}: {gone.reason} {gone.fix}" for gone in collection.set_aside),
            fix=fix,
        )
    readings = list(read_articles(collection.articles, on_progress=notice))
    return group_readings(readings, one_story=one_story), collection.set_aside


def _unheard(step: str, done: int, total: int) -> None:
    """Where nobody asks how far the work has come."""


def read(sources: Source | Sequence[Source]) -> Iterator[Reading]:
    """Each article as read, one after another."""
    return read_articles(collect(_listed(sources)).articles)


def group(sources: Source | Sequence[Source]) -> tuple[Grouped, ...]:
    """The articles as stories."""
    return group_readings(list(read_articles(collect(_listed(sources)).articles)))


def _listed(sources: Source | Iterable[Source]) -> list[Source]:
    return [sources] if isinstance(sources, str | Path | Article) else list(sources)
