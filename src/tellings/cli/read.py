"""`tellings read`: what one article says, by itself."""

from __future__ import annotations

import json as json_lines
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tellings.cli.lines import Line, records, split
from tellings.cli.progress import progress
from tellings.cli.running import FAILED, epilog, put, put_text, reported, say, say_set_aside

if TYPE_CHECKING:
    from tellings.records import Article, Reading

EPILOG = epilog("tellings read report.html", "tellings read --json articles.jsonl > readings.jsonl")


def read(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Articles, as for compare; .jsonl lines are read as given."),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one article a line.")] = False,
) -> None:
    """Read articles one by one.

    Prints what each article says by itself: who said what, names, dates.

    JSON lines hold id, text, sentences, entities, dates and statements; every position is [start, end) in
    characters of text. For lines of a .jsonl, id and text come back exactly as given.
    """
    with reported(), progress() as notice, closing(_readings(sources)) as readings:
        done = 0
        for given, reading in readings:
            if json:
                put(json_lines.dumps(as_record(given, reading), ensure_ascii=False))
            else:
                put_text(listing(reading))
            done += 1
            notice("read", done, 0)
        if not done:
            say("No article could be read. Give at least one file, folder or address.")
            raise typer.Exit(FAILED)


def _readings(sources: Sequence[str]) -> Generator[tuple[object, Reading], None, None]:
    """The id as given, and the reading. Only the next few articles are held."""
    from tellings.read import read as read_articles

    ids: deque[object] = deque()

    def articles() -> Iterator[Article]:
        for given, article in _articles(sources):
            ids.append(given)
            yield article

    for reading in read_articles(articles()):
        yield ids.popleft(), reading


def _articles(sources: Sequence[str]) -> Iterator[tuple[object, Article]]:
    """The id as given, and the article. Lines first, one at a time; then whatever else was given."""
    from tellings.collect import collect

    exact, others = split(sources)
    number = 0
    for path in exact:
        for line in records(path):
            number += 1
            yield line.record.get("id", f"a{number}"), exact_article(line, f"a{number}")
    if others:
        collection = collect(others)
        say_set_aside(collection.set_aside)
        for article in collection.articles:
            number += 1
            yield f"a{number}", article


def exact_article(line: Line, id: str) -> Article:
    """An article whose text is the line's text and nothing else."""
    from tellings.collect.dates import of_metadata
    from tellings.records import Article

    return Article(
        id=id,
        text=line.text_of("text") or "",
        path=line.place,
        url=line.text_of("url"),
        outlet=line.text_of("outlet"),
        published=of_metadata(line.record.get("published")),
        title=line.text_of("title"),
    )


def as_record(given: object, reading: Reading) -> dict[str, Any]:
    """One line of `--json`."""
    return {
        "id": given,
        "text": reading.article.text,
        "sentences": [sentence.span for sentence in reading.sentences],
        "entities": [{"span": entity.span, "type": entity.type} for entity in reading.entities],
        "dates": [{"span": date.span, "value": date.value} for date in reading.dates],
        "statements": [
            {"source": a.source, "cue": a.cue, "content": a.content, "form": a.form}
            for a in reading.attributions
        ],
    }


def listing(reading: Reading) -> str:
    """The same for people: one statement, one date, one name a line."""
    from tellings.tell.headline import headline_of
    from tellings.tell.places import shown

    text = reading.article.text

    def words(spans: Sequence[tuple[int, int]]) -> str:
        return " … ".join(shown(text[start:end]) for start, end in spans)

    lines = [shown(headline_of(reading.article) or reading.article.path or reading.article.id)]
    lines.append(f"  {len(reading.sentences)} sentences")
    for said in reading.attributions:
        lines.append(f"  {words(said.source) or '(no source)'} | {words(said.cue)} | {words(said.content)}")
    for date in reading.dates:
        lines.append(f"  {date.value}  {words([date.span])}")
    names: dict[tuple[str, str], int] = {}
    for entity in reading.entities:
        key = (entity.type, words([entity.span]))
        names[key] = names.get(key, 0) + 1
    lines.extend(f"  {kind}  {name} ×{count}" for (kind, name), count in sorted(names.items()))
    return "\n".join(lines) + "\n\n"
