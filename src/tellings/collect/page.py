"""A saved or fetched page becomes an article.

Comes in:   the HTML of a page, as text.
Goes out:   an `Article` (its id still empty): title, blank line, the text inside its menus; or
            `NoArticleText`.

Nothing of the page is run; scripts are read for their JSON-LD alone.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator
from typing import Any

from tellings.collect import outlet
from tellings.collect.compose import whole_text
from tellings.collect.language import require_english
from tellings.collect.notices import words_of_story
from tellings.collect.page_metadata import PageMetadata, Tree, metadata_of
from tellings.collect.page_text import text_of_article
from tellings.collect.plain import with_certain_metadata
from tellings.errors import NoArticleText, UnreadableSource
from tellings.records import Article

OPEN_AND_SAVE = (
    "Open it in a browser until the article shows (log in, accept or close what is in the way), save the "
    "page and give that file, or copy the text into a .txt."
)
_FEWEST_WORDS = 25
_MOST_CHARACTERS = 1_500_000
_SAVED_FROM = re.compile(
    r"<!-- saved from url=\(\d+\)(https?://\S{1,2000}) -->|\n url: (https?://\S{1,2000})"
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_DATA_ADDRESS = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,40};base64,[A-Za-z0-9+/=]{100,}")


def article_from_page(markup: str, *, path: str | None = None, url: str | None = None) -> Article:
    """The article of a page. `url` is where it was fetched from; a saved page may name its own."""
    # Pictures inside the page are most of its characters and none of its words.
    markup = _DATA_ADDRESS.sub("data:,", _DECLARATION.sub("", markup))
    tree = _parse(markup)
    if tree is None:
        raise NoArticleText("It is empty.", fix=OPEN_AND_SAVE)
    stated = metadata_of(tree)
    _require_bounded(tree)
    address = url or _saved_from(markup) or stated.url
    found = _extract(tree, address)
    extracted = (found.text if found is not None else None) or ""
    story_words = words_of_story(extracted)
    if story_words < _FEWEST_WORDS:
        # A page in a script without spaces has few "words" and is told to be what it is.
        require_english(extracted, declared=stated.language or "en")
        raise NoArticleText(
            f"The page holds {story_words} words of running text outside its menus and notices, "
            "too few for an article.",
            fix=OPEN_AND_SAVE,
        )
    body = text_of_article(tree, extracted)
    return _compose(stated, found, body, path=path, address=address)


def _compose(
    stated: PageMetadata, found: Any, body: str, *, path: str | None, address: str | None
) -> Article:
    site = stated.site or found.sitename
    name = _outlet_name(site) if site else None
    title = _without_site(stated.title or found.title, {site, name})
    return with_certain_metadata(
        Article(
            id="",
            text=whole_text(title, body),
            path=path,
            url=address,
            outlet=name,
            published=stated.published or found.date,
            title=title,
            byline=stated.byline or (found.author.replace("; ", ", ") if found.author else None),
            language=(stated.language or "en").lower()[:12],
            based_on=tuple(dict.fromkeys((*stated.based_on, *_original(stated.canonical, address)))),
        )
    )


def _parse(markup: str) -> Tree | None:
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _require_bounded(tree: Tree) -> None:
    """Drop what is never text, and refuse a page with more text than a book: extracting it takes minutes."""
    from lxml import etree

    etree.strip_elements(tree, "script", "style", "svg", with_tail=False)
    if sum(len(text) for text in tree.itertext()) > _MOST_CHARACTERS:
        raise UnreadableSource(
            f"The page holds more than {_MOST_CHARACTERS:,} characters of text, more than any article.",
            fix="Save the article alone, as text or as a page.",
        )


def _extract(tree: Tree, url: str | None) -> Any:
    """trafilatura's document: its text, and its reading of title, author, date and site."""
    # Its warnings would land between the lines of a report.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    from trafilatura import bare_extraction

    found: Any = None
    for everything in (False, True):
        found = bare_extraction(
            copy.deepcopy(tree),
            url=url,
            favor_recall=everything,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            # Without this a page that states no date is given one that merely occurs in it.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        if found is not None and words_of_story(found.text or "") >= _FEWEST_WORDS:
            break
    return found


def _saved_from(markup: str) -> str | None:
    """The address that browsers note in the first lines of a page they save."""
    found = _SAVED_FROM.search(markup[:3000])
    return (found.group(1) or found.group(2)) if found else None


def _original(canonical: str | None, address: str | None) -> Iterator[str]:
    """The outlet that a page calls the place of its original: its canonical address on another site."""
    named, here = outlet.of_address(canonical), outlet.of_address(address)
    if named and here and named != here and not named.endswith("." + here) and not here.endswith("." + named):
        yield named


def _outlet_name(site: str) -> str:
    return outlet.outlet_of_domain(site) if outlet.looks_like_domain(site) else site


def _without_site(title: str | None, names: set[str | None]) -> str | None:
    """The headline without the outlet's name that many pages hang behind it: "Ferry sinks | Harbour Post"."""
    if not title:
        return None
    cut = re.match(r"(.{8,}?)\s+[|–—·-]\s+([^|–—·]{2,60})$", title)
    known = {name.lower() for name in names if name}
    return cut.group(1) if cut and cut.group(2).lower() in known else title
