"""What a host once answered becomes an article.

Comes in:   a body, its content type and charset, and the address it answers for: fetched now, or archived.
Goes out:   an `Article` (its id still empty), or the `SourceError` that says why it is none.
"""

from __future__ import annotations

import re

from tellings.collect import encodings
from tellings.collect.plain import article_from_text
from tellings.records import Article

MARKUP = re.compile(
    r"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.S
)


def article_from_answer(
    data: bytes, *, content_type: str, charset: str | None, url: str, path: str | None = None
) -> Article:
    """The article of a page or of a plain text."""
    text = encodings.decode(data, declared=charset or encodings.declared_charset(data))
    if content_type == "text/plain" or not (content_type or MARKUP.match(text)):
        return article_from_text(encodings.universal_newlines(text), path=path, url=url)
    from tellings.collect.page import article_from_page

    return article_from_page(text, path=path, url=url)
