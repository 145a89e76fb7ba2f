"""A plain text becomes an article.

Comes in:   a text without metadata, or an article that lacks some.
Goes out:   an `Article` (its id still empty) with what the text itself makes certain.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tellings.collect import dates, outlet
from tellings.collect.head import read_head
from tellings.errors import NoArticleText
from tellings.records import Article

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]{0,2000}\n){1,60}?)---[ \t]*\n")
_FIELD = re.compile(r"""(\w+)[ \t]*:[ \t]*["']?(.*?)["']?[ \t]*""")


def article_from_text(text: str, *, path: str | None = None, url: str | None = None) -> Article:
    """The text as it stands. Raises `NoArticleText` where there is none."""
    if not text.strip():
        raise NoArticleText("It is empty.", fix="Put the article's text into it, or leave it out.")
    article = Article(id="", text=text, path=path, url=url)
    if found := _FRONT_MATTER.match(text):
        article = _with_front_matter(article, found.group(1))
        return with_certain_metadata(article, story=text[found.end() :])
    return with_certain_metadata(article)


def with_certain_metadata(article: Article, *, story: str | None = None) -> Article:
    """The article with outlet, date, headline and byline filled in where its text leaves no doubt.

    `story` is the part of the text to read them from, the whole text if None.
    """
    story = article.text if story is None else story
    head = read_head(story)
    return replace(
        article,
        title=article.title or head.title,
        byline=article.byline or head.byline,
        published=article.published or head.published,
        outlet=article.outlet or outlet.of_address(article.url) or outlet.stated_in(story),
    )


def _with_front_matter(article: Article, lines: str) -> Article:
    """The fields that web clippers write above a saved text: title, source, author, published."""
    fields = {
        found.group(1).lower(): found.group(2)
        for line in lines.split("\n")
        if (found := _FIELD.fullmatch(line)) and found.group(2)
    }
    source = fields.get("source") or fields.get("url")
    return replace(
        article,
        title=fields.get("title"),
        byline=fields.get("author"),
        published=dates.of_metadata(fields.get("published") or fields.get("date")),
        url=source if source and source.startswith(("http://", "https://")) else article.url,
        outlet=fields.get("site") or fields.get("publisher"),
    )
