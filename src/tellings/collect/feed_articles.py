"""The items of a feed become articles.

Comes in:   a `Feed`, and the web for the pages that its items link to.
Goes out:   an `Article` (its id still empty) for each item whose whole text can be had, from the feed itself
            where it holds it, and a `SetAside` for each other.

A summary is never taken for the article: what it leaves out, its outlet has not left out.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tellings.collect import outlet
from tellings.collect.answered import article_from_answer
from tellings.collect.answers import Fetched
from tellings.collect.compose import whole_text
from tellings.collect.feed import Feed, FeedItem
from tellings.collect.notices import words_of_story
from tellings.collect.page_text import text_of_markup
from tellings.collect.plain import with_certain_metadata
from tellings.collect.rules import Rules
from tellings.collect.web import Web
from tellings.errors import NoArticleText, SourceError
from tellings.languages.en.pages import TEASER_ENDINGS
from tellings.records import Article, SetAside

_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])(?:\W{0,5}|\W{0,5}The post .{1,300})$", re.S)
# An element for the whole content may still hold a teaser, one for a summary the whole article.
_FEWEST_OF_CONTENT, _FEWEST_OF_SUMMARY, _FEWEST_WITHOUT_LINK = 80, 200, 10
_OLDEST = "1990"
_AHEAD = timedelta(days=2)


def articles_of_feed(feed: Feed, *, name: str, web: Web, rules: Rules) -> Iterator[Article | SetAside]:
    """Every article of the feed; items are named `name:NUMBER`."""
    if not feed.items:
        raise NoArticleText("The feed holds no items.", fix="Try again later, or leave it out.")
    items, left_out = first_and_distinct(feed, name, rules)
    yield from (*problems_of(feed, name), *left_out)
    texts = [in_feed(item) for item in items]
    linked = [item.link for item, text in zip(items, texts, strict=True) if text is None and item.link]
    pages = web.each(linked[: rules.max_linked], at_once=2 * rules.at_once)
    for item, text in zip(items, texts, strict=True):
        path = f"{name}:{item.number}"
        item, note = with_plausible_date(item, path=path, now=time.time())
        if note is not None:
            yield note
        try:
            yield _article(item, text, pages, path)
        except SourceError as error:
            yield SetAside(path=path, reason=error.message, fix=error.fix)


def problems_of(feed: Feed, name: str) -> Iterator[SetAside]:
    """What to tell of a feed whose XML is broken and could only be read as far as it can be understood."""
    if feed.problem:
        yield SetAside(
            path=name,
            reason=f"Its XML is broken ({feed.problem}); {len(feed.items)} items of it are understood.",
            fix="If some are missing, give their addresses.",
        )


def first_and_distinct(feed: Feed, name: str, rules: Rules) -> tuple[list[FeedItem], list[SetAside]]:
    """The items to read: not more than the rules allow, each content once."""
    items: dict[str, FeedItem] = {}
    for item in feed.items[: rules.max_items]:
        items.setdefault(content_of(item), item)
    left_out = []
    read = min(len(feed.items), rules.max_items)
    if repeated := read - len(items):
        left_out.append(
            SetAside(
                path=name,
                reason=f"{repeated} of its {len(feed.items)} items repeat the words of others.",
                fix="Nothing needs doing: each counts once.",
            )
        )
    if (over := len(feed.items) - read) > 0:
        left_out.append(
            SetAside(
                path=name,
                reason=f"It holds {len(feed.items)} items; the last {over} are not read.",
                fix="Give the addresses of the articles themselves.",
            )
        )
    return list(items.values()), left_out


def content_of(item: FeedItem) -> str:
    """What makes two items one under whatever id: their words, and the link where the words are few."""
    words = " ".join(f"{item.title or ''} {item.body}".split())
    link = (item.link or "").partition("#")[0] if len(item.body.split()) < 20 else ""
    return hashlib.blake2b(f"{words}\n{link}".encode("utf-8", "replace"), digest_size=8).hexdigest()


def in_feed(item: FeedItem) -> str | None:
    """The text of the article, where the feed holds the whole of it."""
    text = text_of_markup(item.body)
    if not text or _CUT.search(text[-400:]) or text[-60:].strip(" .>»→").lower().endswith(TEASER_ENDINGS):
        return None
    words = words_of_story(text)
    if item.link is None:
        return text if words >= _FEWEST_WITHOUT_LINK else None
    return text if words >= (_FEWEST_OF_CONTENT if item.whole else _FEWEST_OF_SUMMARY) else None


def article_in_feed(item: FeedItem, text: str, *, path: str) -> Article:
    """The article whose whole `text` stands in the feed."""
    return with_certain_metadata(
        Article(
            id="",
            text=whole_text(item.title, text),
            path=path,
            url=item.link,
            outlet=item.outlet,
            published=item.published,
            title=item.title,
            byline=item.byline,
            language=(item.language or "en").lower()[:12],
        )
    )


def article_behind(item: FeedItem, page: Fetched, *, path: str) -> Article:
    """The article of the page that an item links to; what the page does not say, the feed may."""
    article = article_from_answer(
        page.data, content_type=page.content_type, charset=page.charset, url=page.url, path=path
    )
    says_itself = article.outlet and not outlet.looks_like_domain(article.outlet)
    return replace(
        article,
        outlet=article.outlet if says_itself else item.outlet or article.outlet,
        published=article.published or item.published,
        title=article.title or item.title,
        byline=article.byline or item.byline,
    )


def with_plausible_date(item: FeedItem, *, path: str, now: float) -> tuple[FeedItem, SetAside | None]:
    """The item without a date that no feed can have, and what to tell of it; `now`: seconds since 1970."""
    latest = (datetime.fromtimestamp(now, UTC) + _AHEAD).date().isoformat()
    if item.published is None or _OLDEST <= item.published[:10] <= latest:
        return item, None
    note = SetAside(
        path=path,
        reason=f"The feed dates it {item.published[:10]}, which cannot be; it is read as undated.",
        fix="Nothing needs doing, unless the date matters: then give the article with its own.",
    )
    return replace(item, published=None), note


def unread(item: FeedItem, error: SourceError | None) -> NoArticleText:
    """Why an item gives no article: a summary alone, and no page, or one that cannot be read."""
    words = len(text_of_markup(item.body).split())
    if error is None:
        return NoArticleText(
            f"The feed holds only {words} words of it, and no address of the article.",
            fix="Find the article on its site and give its address.",
        )
    return NoArticleText(
        f"The feed holds only a summary ({words} words), and its page, {item.link}, is not read: "
        f"{error.message}",
        fix=error.fix,
    )


def _article(item: FeedItem, text: str | None, pages: Iterator[Fetched | SourceError], path: str) -> Article:
    if text is not None:
        return article_in_feed(item, text, path=path)
    if item.link is None:
        raise unread(item, None)
    page = next(pages, None) or NoArticleText(
        "The feed links to more pages than are fetched in one go.", fix=f"Give its address: {item.link}"
    )
    if isinstance(page, SourceError):
        raise unread(item, page)
    try:
        return article_behind(item, page, path=path)
    except SourceError as error:
        raise unread(item, error) from error
