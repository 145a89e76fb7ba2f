"""Sources in, a `Collection` out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tellings.collect.acceptance import accepted
from tellings.collect.duplicates import Duplicates
from tellings.collect.load import load
from tellings.collect.rules import DEFAULT_RULES, Rules
from tellings.collect.sources import Item, unfold
from tellings.errors import SourceError, UnreadableSource
from tellings.records import Article, Collection, SetAside

if TYPE_CHECKING:
    from tellings.collect.web import Web


def collect(
    sources: Sequence[str | Path | Article],
    *,
    on_progress: Callable[[str, int, int], None] | None = None,
    rules: Rules = DEFAULT_RULES,
) -> Collection:
    """Every article that the sources hold, in their order.

    A source is the path of a file, a folder or a glob, "-" for standard input, an http(s) address, a text (a
    string that holds a line break) or an `Article`. Feeds, lists of feeds and web archives give an article
    for each item or page. One that cannot be used is set aside with its reason and
    fix, and the rest is still collected: nothing here raises for a bad source. Articles get the ids "a1",
    "a2", …; an `Article` keeps its own where no other has it. `on_progress("collect", done, total)` counts
    sources, folders and globs unfolded.
    """
    given = [sources] if isinstance(sources, str | Path | Article) else sources
    items = list(unfold(given))
    gathered = _Gathered()
    with ExitStack() as closing:
        web = _Reach(rules, closing)
        if addresses := [i.label for i in items if isinstance(i, Item) and i.kind == "address"]:
            web().ahead(addresses)
        for done, item in enumerate(items):
            if on_progress is not None:
                on_progress("collect", done, len(items))
            gathered.add(item, web, rules)
    if on_progress is not None:
        on_progress("collect", len(items), len(items))
    return Collection(articles=_numbered(gathered.articles), set_aside=tuple(gathered.set_aside))


class _Reach:
    """The web, opened when something wants it first: texts and records need none of it."""

    def __init__(self, rules: Rules, closing: ExitStack) -> None:
        self._rules, self._closing = rules, closing
        self._web: Web | None = None

    def __call__(self) -> Web:
        if self._web is None:
            from tellings.collect.fetch import Fetcher
            from tellings.collect.web import Web

            self._web = Web(self._closing.enter_context(Fetcher(self._rules)))
        return self._web


class _Gathered:
    """What has come together so far."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.set_aside: list[SetAside] = []
        self._duplicates = Duplicates()

    def add(self, item: Item | SetAside, web: Callable[[], Web], rules: Rules) -> None:
        """Load an item; whatever is wrong with it ends in `set_aside`."""
        if isinstance(item, SetAside):
            self.set_aside.append(item)
            return
        name = _name(item)
        try:
            for found in load(item, web, rules):
                if isinstance(found, SetAside):
                    self.set_aside.append(found)
                else:
                    self._accept(found, found.path or name)
        except SourceError as error:
            self._refuse(name, error)

    def _accept(self, article: Article, name: str) -> None:
        try:
            article = accepted(article)
            if earlier := self._duplicates.earlier(article):
                raise UnreadableSource(
                    f"It is the same article as {earlier.path or earlier.url or 'one given before'}.",
                    fix="Nothing needs doing: it counts once.",
                )
        except SourceError as error:
            self._refuse(name, error)
        else:
            self.articles.append(article)

    def _refuse(self, name: str, error: SourceError) -> None:
        self.set_aside.append(SetAside(path=name, reason=error.message, fix=error.fix))


def _name(item: Item) -> str:
    """How the reader knows the item: a text by its first line."""
    if item.kind != "text":
        return item.label
    first = next((line.strip() for line in item.label.splitlines() if line.strip()), "")
    return f"text “{first[:60]}”"


def _numbered(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Ids in order of the sources; an id that an `Article` brought along stays, the first time."""
    taken: set[str] = set()
    kept = []
    for article in articles:
        kept.append(article.id if article.id and article.id not in taken else "")
        taken.add(kept[-1])
    numbered = []
    for position, (article, own) in enumerate(zip(articles, kept, strict=True), start=1):
        fresh = position
        while not own and f"a{fresh}" in taken:
            fresh += len(articles)
        new = own or f"a{fresh}"
        taken.add(new)
        numbered.append(replace(article, id=new))
    return tuple(numbered)
