"""The same article given twice is one article.

Comes in:   articles, one after another.
Goes out:   for each, the earlier article that it repeats, or None.
Left open:  one wire text printed by two outlets is two articles; `trace` finds their common origin.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from tellings.records import Article


class Duplicates:
    """Remembers the words of every article it is shown."""

    def __init__(self) -> None:
        self._by_words: dict[bytes, list[Article]] = {}

    def earlier(self, article: Article) -> Article | None:
        """An article shown before with the same words and not known to be another outlet's."""
        same_words = self._by_words.setdefault(digest_of(article.text), [])
        for other in same_words:
            if not known_to_differ(article, other):
                return other
        same_words.append(article)
        return None


def digest_of(text: str) -> bytes:
    """SHA-256 of the words, white space joined."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).digest()


def known_to_differ(one: Article, other: Article) -> bool:
    """Whether two articles with the same words are known to stand in two outlets."""
    if one.outlet and other.outlet:
        return one.outlet != other.outlet
    if one.url and other.url:
        return _site(one.url) != _site(other.url)
    return False


def _site(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return url
