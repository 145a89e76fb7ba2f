"""Whether what was found is an article in English.

Comes in:   an `Article` as its source gave it.
Goes out:   the same with its language settled, or the `SourceError` that says why it is set aside.
"""

from __future__ import annotations

from dataclasses import replace

from tellings.collect.language import require_english
from tellings.collect.notices import is_only_notice
from tellings.errors import NoArticleText
from tellings.records import Article


def accepted(article: Article) -> Article:
    """The article; raises `NoArticleText` for an empty one or a mere notice, `OtherLanguage` for others."""
    if not article.text.strip():
        raise NoArticleText("It is empty.", fix="Put the article's text into it, or leave it out.")
    if is_only_notice(article.text):
        raise NoArticleText(
            "It holds only a notice (to log in, to subscribe, to accept cookies), not the article.",
            fix="Open the article in a browser, save the page and give that file, or copy its text.",
        )
    require_english(article.text, declared=article.language)
    return replace(article, language="en")
