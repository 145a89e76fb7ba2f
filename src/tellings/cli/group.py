"""`tellings group`: which articles tell the same story."""

from __future__ import annotations

import json as json_lines
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tellings.cli.lines import Line, records, split
from tellings.cli.progress import progress
from tellings.cli.running import FAILED, epilog, put, put_text, reported, say, say_set_aside

if TYPE_CHECKING:
    from tellings.records import Article

EPILOG = epilog("tellings group saved-pages/", "tellings group --json articles.jsonl > stories.jsonl")


def group(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Articles, as for compare; .jsonl lines are taken as given."),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one article a line.")] = False,
) -> None:
    """Tell which articles are about the same event.

    JSON lines hold id, url and story, in the order given. Every line of a .jsonl comes back; one that
    tells of nothing else given is a story of its own.
    """
    with reported(), progress() as notice:
        from tellings.group.door import group_articles

        given = _articles(sources)
        if not given:
            say("There is no article to group. Give files, folders or addresses.")
            raise typer.Exit(FAILED)
        notice("group", 0, len(given))
        stories = group_articles([article for _, article in given])
        if json:
            for (id, article), story in zip(given, stories, strict=True):
                row = {"id": id, "url": article.url, "story": story}
                put(json_lines.dumps(row, ensure_ascii=False))
        else:
            put_text(_listing([article for _, article in given], stories))


def _articles(sources: Sequence[str]) -> list[tuple[object, Article]]:
    """The id as given, and the article."""
    from tellings.collect import collect

    exact, others = split(sources)
    found: list[tuple[object, Article]] = []
    for path in exact:
        for line in records(path):
            number = f"a{len(found) + 1}"
            found.append((line.record.get("id", number), _article(line, number)))
    if others:
        collection = collect(others)
        say_set_aside(collection.set_aside)
        for article in collection.articles:
            found.append((f"a{len(found) + 1}", article))
    return found


def _article(line: Line, id: str) -> Article:
    """Title, blank line and text, as `compare` would take them."""
    from tellings.collect.compose import whole_text
    from tellings.collect.dates import of_metadata
    from tellings.records import Article

    title = line.text_of("title")
    return Article(
        id=id,
        text=whole_text(title, line.text_of("text") or ""),
        path=line.place,
        url=line.text_of("url"),
        outlet=line.text_of("outlet"),
        published=of_metadata(line.record.get("published")),
        title=title,
    )


def _listing(articles: Sequence[Article], stories: Sequence[str]) -> str:
    from tellings.tell.headline import choose_title, headline_of
    from tellings.tell.places import shown

    members: dict[str, list[Article]] = {}
    for article, story in zip(articles, stories, strict=True):
        members.setdefault(story, []).append(article)
    lines = []
    for told in sorted(members.values(), key=len, reverse=True):
        lines.append(f"{shown(choose_title(told))}  ({len(told)})")
        for article in told:
            where = shown(article.path or article.url or article.id)
            lines.append(
                f"  {shown(article.outlet or 'outlet unknown')}  {where}  {shown(headline_of(article) or '')}"
            )
    return "\n".join(lines) + "\n"
